import type { CalendarRun, Endpoints, InputOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { CalendarBook } from '../calendar-book.js';
import { planDays } from '../calendar-plan.js';

const TAKE_BACK = sql('DELETE FROM calendar_day WHERE day = ANY($1::date[])');
const PUT = sql(
  `INSERT INTO calendar_day (day, kind, reason, edited_by, edited_at)
   SELECT d.day, d.kind, d.reason, $4, $5 FROM unnest($1::date[], $2::text[], $3::text[]) AS d(day, kind, reason)`,
);

/** 改日历: single days over the published notice, with their reason (R1.2). */
@Injectable()
export class EditDays {
  constructor(
    private readonly runner: CommandRunner,
    private readonly book: CalendarBook,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<Endpoints['editCalendarDays']>): Promise<CalendarRun> {
    return this.runner.run(ctx, (tx) =>
      this.book.change(tx, ctx, body.expectedVersion, (rows) => {
        const plan = planDays(rows, body.days, shanghaiToday(tx.now));
        const put = body.days.filter(({ kind }) => kind !== 'notice');
        return {
          plan,
          action: 'calendar.days-edited',
          detail: { days: body.days },
          write: async () => {
            await tx.query(TAKE_BACK, [body.days.map(({ day }) => day)]);
            const [days, kinds, reasons] = [put.map(({ day }) => day), put.map(({ kind }) => kind), put.map(({ reason }) => reason ?? '')];
            await tx.query(PUT, [days, kinds, reasons, ctx.actor.staffId, tx.now]);
          },
        };
      }),
    );
  }
}
