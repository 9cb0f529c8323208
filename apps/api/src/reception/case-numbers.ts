import { formatCaseNo, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, sql } from '../platform/index.js';

// One statement, one short transaction of its own. It need not wait for the disk: the case that carries the number commits later, and its
// commit takes everything written before it along.
const TAKE = sql<{ district: string; serial: number }>(
  `WITH lazily AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS setting),
        draft AS (SELECT c.district_code FROM cases c, lazily WHERE c.id = $1 AND c.status = 'draft' AND c.hall_id = $2)
   INSERT INTO case_number AS n (region_code, day, last) SELECT district_code, $3::date, 1 FROM draft
   ON CONFLICT (region_code, day) DO UPDATE SET last = n.last + 1
   RETURNING n.region_code AS district, n.last AS serial`,
);

/** Gives case numbers (R8.4): gaps are allowed, duplicates are not. */
@Injectable()
export class CaseNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the next number for a draft, BEFORE the command's transaction: nobody waits for a neighbour's commit.
   * @returns null when there is no such draft in the actor's hall: it has its number, or the command will refuse it
   */
  async takeFor(actor: Actor, caseId: string): Promise<string | null> {
    const day = shanghaiToday(this.clock.now());
    const [taken] = await this.database.query(TAKE, [caseId, actor.hallId, day]);
    return taken ? formatCaseNo({ region: taken.district, date: day, serial: taken.serial }) : null;
  }
}
