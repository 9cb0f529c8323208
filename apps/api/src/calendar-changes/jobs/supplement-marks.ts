import { AWAITING_STATUSES, type IsoDate, shanghaiDateOf, supplementExpectedOn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { CommandRunner, type CommandTx, oneOf, sql } from '../../platform/index.js';

/** Cases of one transaction. */
const SLICE = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const AWAITING = sql<{ id: string; by: IsoDate; servedAt: Date | null }>(
  `SELECT c.id, c.supplement_by AS by, (SELECT max(n.issued_at) FROM notice n WHERE n.case_id = c.id AND n.kind = 'supplement') AS "servedAt"
   FROM cases c WHERE c.status IN (${oneOf(AWAITING_STATUSES)}) AND c.supplement_by IS NOT NULL AND c.id > $1 ORDER BY c.id LIMIT ${SLICE}`,
);
// Whoever was told anew meanwhile has a mark of the new calendar.
const MARK = sql(
  `UPDATE cases c SET supplement_by = u.by FROM unnest($1::uuid[], $2::date[], $3::date[]) AS u(id, before, by)
   WHERE c.id = u.id AND c.supplement_by = u.before`,
);

/** R1.2, R2.8: the day until which papers are looked for moves with the calendar too. It is a mark for following up, so it leaves no event. */
@Injectable()
export class SupplementMarks {
  constructor(
    private readonly runner: CommandRunner,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** Every case that awaits papers, slice by slice; twice is once. */
  async redate(): Promise<void> {
    let after: string | undefined = FIRST;
    while (after !== undefined) {
      const from: string = after;
      after = await this.runner.runSystem((tx) => this.slice(tx, from));
    }
  }

  /** @returns where the next slice begins */
  private async slice(tx: CommandTx, after: string): Promise<string | undefined> {
    const [calendar, rows] = await Promise.all([this.calendars.seenBy(tx), tx.query(AWAITING, [after])]);
    const days = new Map<IsoDate, IsoDate>();
    const dayOf = (servedOn: IsoDate): IsoDate => {
      const known = days.get(servedOn) ?? supplementExpectedOn({ servedOn, calendar }).due;
      days.set(servedOn, known);
      return known;
    };
    const moved = rows.flatMap(({ id, by, servedAt }) => {
      const now = servedAt === null ? by : dayOf(shanghaiDateOf(servedAt));
      return now === by ? [] : [{ id, before: by, by: now }];
    });
    if (moved.length > 0) {
      await tx.query(MARK, [moved.map(({ id }) => id), moved.map(({ before }) => before), moved.map(({ by }) => by)]);
    }
    return rows.length < SLICE ? undefined : rows.at(-1)?.id;
  }
}
