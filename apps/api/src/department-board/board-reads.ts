import type { IsoDate, Role } from '@onewindow/domain';
import { type Leave, leaveColumn } from '../delegation/index.js';
import { sql } from '../platform/index.js';
import { departmentPool } from '../review/index.js';

export interface OfficerRow {
  id: string;
  name: string;
  staffNo: string;
  roles: Role[];
  leave: Leave | null;
}

/** Who works in the department; someone switched off stays in sight while work lies on their desk. $2 the roles that work, $3 today. */
export const OFFICERS = sql<OfficerRow>(
  `SELECT s.id, s.name, s.staff_no AS "staffNo", s.roles, ${leaveColumn('$3')} AS leave
   FROM staff s WHERE s.department_id = $1 AND s.roles && $2::text[]
     AND (s.active OR EXISTS (SELECT 1 FROM review_task t WHERE t.holder_id = s.id AND t.status = 'claimed'))
   ORDER BY s.staff_no`,
);

export interface WorkRow {
  /** Null for the pool. */
  holderId: string | null;
  red: number;
  yellow: number;
  green: number;
  paused: number;
  all: number;
  oldestSince: Date | null;
  idleSince: IsoDate | null;
}

/** Lights as counts; `$3` red before, `$4` yellow through. */
const LIGHTS = `count(*) FILTER (WHERE NOT t.paused AND t.nearest_due < $3)::int AS red,
  count(*) FILTER (WHERE NOT t.paused AND t.nearest_due >= $3 AND t.nearest_due <= $4)::int AS yellow,
  count(*) FILTER (WHERE NOT t.paused AND t.nearest_due > $4)::int AS green,
  count(*) FILTER (WHERE t.paused)::int AS paused, count(*)::int AS "all"`;

/**
 * One pass over the department's open work: what is held by its officers (review_task_mine), and the pool by its own indexes alone.
 * `$1` department, `$2` officers.
 */
export const WORK = sql<WorkRow>(
  `SELECT t.holder_id AS "holderId", ${LIGHTS}, min(t.claimed_at) AS "oldestSince", min(t.idle_since) FILTER (WHERE NOT t.paused) AS "idleSince"
   FROM review_task t WHERE t.status = 'claimed' AND t.holder_id = ANY($2::uuid[]) AND t.department_id = $1 GROUP BY 1
   UNION ALL
   SELECT NULL, ${LIGHTS}, min(t.received_at), NULL
   FROM (${departmentPool('$1')
     .map((part) => `SELECT t.paused, t.nearest_due, t.received_at FROM review_task t WHERE ${part}`)
     .join(' UNION ALL ')}) t`,
);

/** What each did today. `$2` the beginning of the day. */
export const DONE_TODAY = sql<{ staffId: string; done: number }>(
  `SELECT t.completed_by AS "staffId", count(*)::int AS done FROM review_task t
   WHERE t.completed_by = ANY($1::uuid[]) AND t.done_at >= $2 GROUP BY 1`,
);
