import { type IsoDate, latestReminderDay, remindableSince, type ReminderPlan, type WorkingCalendar } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { CommandTx, Statement } from '../platform/index.js';
import type { Reminder } from './reminder.entity.js';
import { ReminderSender } from './reminder-sender.js';

/** Something that is brought to mind again and again. */
export interface Recurring<R> {
  kind: Reminder['kind'];
  plan: ReminderPlan;
  /** Those that count from $1 or earlier and for which no reminder fell due after $2. */
  find: Statement<R>;
  /** The day from which it counts. */
  from: (row: R) => IsoDate;
}

/** What falls due again and again until somebody has done it (R2.8, R6.3). */
@Injectable()
export class RecurringReminders {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly sender: ReminderSender,
  ) {}

  /** Marks what falls due by today. @returns what was not marked before */
  async take<R extends { id: string }>(
    tx: CommandTx,
    { kind, plan, find, from }: Recurring<R>,
  ): Promise<{ told: R[]; today: IsoDate; calendar: WorkingCalendar }> {
    const [calendar, today] = [await this.calendars.current(), this.calendars.today()];
    const since = remindableSince(plan, today, calendar);
    const again = remindableSince({ ...plan, first: plan.every }, today, calendar);
    const due = (await tx.query(find, [since, again])).flatMap((row) => {
      const dueOn = latestReminderDay(from(row), plan, today, calendar);
      return dueOn === null ? [] : [{ row, id: row.id, dueOn }];
    });
    const fresh = await this.sender.mark(tx, kind, due);
    return { told: due.filter(({ id }) => fresh.has(id)).map(({ row }) => row), today, calendar };
  }
}
