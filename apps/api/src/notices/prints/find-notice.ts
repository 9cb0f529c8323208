import { sql } from '../../platform/index.js';

/** What printing a notice asks about it. */
export const FIND_NOTICE = sql<{ caseId: string; title: string; number: string; isDrawn: boolean }>(
  `SELECT case_id AS "caseId", title, number, file_id IS NOT NULL AS "isDrawn" FROM notice WHERE id = $1`,
);
