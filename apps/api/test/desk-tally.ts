import type { TestDatabase } from './databases.js';

const SORT = 'desk_id, status, kind, role, department_id, paused, nearest_due';

/** Where the kept counts of the desks differ from the open work, seen in one moment; nothing when all is right. `n` too many. */
export async function wrongTallies(database: Pick<TestDatabase, 'query'>): Promise<Record<string, unknown>[]> {
  return await database.query(
    `SELECT ${SORT}, sum(n)::int AS n FROM (
       SELECT ${SORT}, n FROM desk_tally
       UNION ALL SELECT CASE status WHEN 'pooled' THEN department_id ELSE holder_id END, status, kind, role, department_id, paused, nearest_due, -1
         FROM review_task WHERE status IN ('pooled', 'claimed')) t
     GROUP BY ${SORT} HAVING sum(n) <> 0`,
  );
}
