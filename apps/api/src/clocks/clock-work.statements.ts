import { OPEN_PROCEDURE_STATUSES, type ProcedureStatus, type SpecialProcedureKind } from '@onewindow/domain';
import { columnOf, oneOf, selected, sql } from '../platform/index.js';
import type { CaseExtension } from './case-extension.entity.js';
import type { ProcedureObjection } from './procedure-objection.entity.js';
import type { SpecialProcedure } from './special-procedure.entity.js';

export const PROCEDURE_COLUMNS = [
  'id',
  'caseId',
  'taskId',
  'departmentId',
  'kind',
  'basis',
  'reason',
  'days',
  'unit',
  'status',
  'requestedBy',
  'requestedAt',
  'decidedBy',
  'decidedAt',
  'decisionReason',
  'startedOn',
  'announcedEnd',
  'endedOn',
  'endedBy',
  'endedAt',
  'outcome',
  'documentId',
  'noticeId',
  'renewOn',
] as const satisfies readonly (keyof SpecialProcedure)[];

const EXTENSION_COLUMNS = [
  'id',
  'caseId',
  'taskId',
  'departmentId',
  'days',
  'reason',
  'document',
  'status',
  'requestedBy',
  'requestedAt',
  'decidedBy',
  'decidedAt',
  'decisionReason',
  'noticeId',
] as const satisfies readonly (keyof CaseExtension)[];

/** Inserts a row or writes all of it anew. */
function upsert(table: string, columns: readonly string[]): string {
  const names = columns.map(columnOf);
  const values = names.map((_name, index) => `$${index + 1}`).join(', ');
  const updates = names.slice(1).map((name) => `${name} = EXCLUDED.${name}`);
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`;
}

export const SAVE_PROCEDURE = sql(upsert('special_procedure', PROCEDURE_COLUMNS));
export const procedureValues = (row: SpecialProcedure): unknown[] => PROCEDURE_COLUMNS.map((property) => row[property]);
export const SAVE_EXTENSION = sql(upsert('case_extension', EXTENSION_COLUMNS));
export const extensionValues = (row: CaseExtension): unknown[] => EXTENSION_COLUMNS.map((property) => row[property]);

const PROCEDURE = selected('p', PROCEDURE_COLUMNS);
const EXTENSION = selected('e', EXTENSION_COLUMNS);
export const FIND_PROCEDURE = sql<SpecialProcedure>(`SELECT ${PROCEDURE} FROM special_procedure p WHERE p.id = $1`);
export const FIND_EXTENSION = sql<CaseExtension>(`SELECT ${EXTENSION} FROM case_extension e WHERE e.id = $1`);
export const PROCEDURES_OF_CASE = sql<SpecialProcedure>(`SELECT ${PROCEDURE} FROM special_procedure p WHERE p.case_id = $1 ORDER BY p.id`);
export const EXTENSIONS_OF_CASE = sql<CaseExtension>(`SELECT ${EXTENSION} FROM case_extension e WHERE e.case_id = $1 ORDER BY e.id`);
export const PROCEDURES = sql<SpecialProcedure>(`SELECT ${PROCEDURE} FROM special_procedure p WHERE p.id = ANY($1::uuid[])`);
export const EXTENSIONS = sql<CaseExtension>(`SELECT ${EXTENSION} FROM case_extension e WHERE e.id = ANY($1::uuid[])`);

const OPEN = oneOf(OPEN_PROCEDURE_STATUSES);
export const OPEN_PROCEDURES = sql<SpecialProcedure>(
  `SELECT ${PROCEDURE} FROM special_procedure p WHERE p.case_id = $1 AND p.status IN (${OPEN}) ORDER BY p.id`,
);

/** Kinds that are asked for or running in a case. */
export const OPEN_KINDS = sql<{ kind: SpecialProcedureKind; status: ProcedureStatus }>(
  `SELECT kind, status FROM special_procedure WHERE case_id = $1 AND status IN (${OPEN})`,
);

const OBJECTION = `id, procedure_id AS "procedureId", by_name AS "byName", words, received_on AS "receivedOn", recorded_by AS "recordedBy",
  recorded_at AS "recordedAt", answer, answered_by AS "answeredBy", answered_at AS "answeredAt"`;
export const OBJECTIONS_OF = sql<ProcedureObjection>(
  `SELECT ${OBJECTION} FROM procedure_objection WHERE procedure_id = ANY($1::uuid[]) ORDER BY id`,
);
export const FIND_OBJECTION = sql<ProcedureObjection>(`SELECT ${OBJECTION} FROM procedure_objection WHERE id = $1`);
export const INSERT_OBJECTION = sql(
  `INSERT INTO procedure_objection (id, procedure_id, by_name, words, received_on, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
export const ANSWER_OBJECTION = sql('UPDATE procedure_objection SET answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1');
export const OPEN_OBJECTIONS = sql<{ open: number }>(
  'SELECT count(*)::int AS open FROM procedure_objection WHERE procedure_id = $1 AND answer IS NULL',
);
