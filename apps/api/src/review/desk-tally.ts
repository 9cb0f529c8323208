import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { JobRegistry, sql } from '../platform/index.js';

/** What rows of one sort are alike in. */
const SORT = 'desk_id, nearest_due, status, kind, role, department_id, paused';
const DAY_MINUTES = 24 * 60;

/** Only of itself the mending must run once at a time. */
const ALONE = sql(`SELECT pg_advisory_xact_lock(hashtext('desk_tally'))`);
/** Adds what is missing between the tally and the open work. One statement sees one moment, and what others add meanwhile comes on top. */
const MEND = sql<{ n: number }>(
  `INSERT INTO desk_tally (${SORT}, n)
   SELECT ${SORT}, sum(n) FROM (
     SELECT CASE status WHEN 'pooled' THEN department_id ELSE holder_id END AS desk_id, nearest_due, status, kind, role, department_id, paused, 1 AS n
       FROM review_task WHERE status IN ('pooled', 'claimed')
     UNION ALL SELECT ${SORT}, -n FROM desk_tally) t
   GROUP BY ${SORT} HAVING sum(n) <> 0 RETURNING n`,
);
/**
 * Rows of one sort that several began at once become one, and those of no work go. What is taken away and what is put in its place are the same
 * sum, in one statement: no reader sees anything between. Where somebody is just now, the row stays for the next day.
 */
const FOLD = sql(
  `WITH sort AS (SELECT ${SORT} FROM desk_tally GROUP BY ${SORT} HAVING count(*) > 1 OR sum(n) = 0),
        free AS MATERIALIZED (SELECT t.desk_id, t.nearest_due, t.id FROM desk_tally t JOIN sort s USING (${SORT}) FOR UPDATE OF t SKIP LOCKED),
        gone AS (DELETE FROM desk_tally WHERE (desk_id, nearest_due, id) IN (SELECT desk_id, nearest_due, id FROM free) RETURNING *)
   INSERT INTO desk_tally (${SORT}, n) SELECT ${SORT}, sum(n) FROM gone GROUP BY ${SORT} HAVING sum(n) <> 0`,
);

/** Sees once a day that the counts of the desks are right, and takes away what the days have left of them. */
@Injectable()
export class KeepDeskTally implements OnModuleInit {
  private readonly logger = new Logger(KeepDeskTally.name);

  constructor(private readonly registry: JobRegistry) {}

  onModuleInit(): void {
    this.registry.sweep({
      name: 'mend-desk-tally',
      everyMinutes: DAY_MINUTES,
      run: async (tx) => {
        await tx.query(ALONE, []);
        const mended = await tx.query(MEND, []);
        if (mended.length > 0) this.logger.error({ mended: mended.length }, 'the counts of the desks were wrong, and are put right');
        await tx.query(FOLD, []);
      },
    });
  }
}
