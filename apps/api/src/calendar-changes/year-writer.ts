import type { CalendarEntry } from '@onewindow/domain';
import type { CommandContext, CommandTx } from '../platform/index.js';
import { sql } from '../platform/index.js';
import type { CalendarRows } from '../calendar/index.js';
import type { CalendarChange } from './calendar-book.js';
import { isPublished } from './calendar-desk.js';
import { planYear } from './calendar-plan.js';

const PUT_YEAR = sql(
  `INSERT INTO calendar_year (year, days, source, loaded_by, loaded_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (year) DO UPDATE SET days = excluded.days, source = excluded.source, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`,
);

/** The change that loads a whole year, however it came. */
export function loadingYear(
  ctx: CommandContext,
  year: number,
  entries: readonly CalendarEntry[],
  source: string,
): (rows: CalendarRows) => CalendarChange {
  return (rows) => {
    const plan = planYear(rows, year, entries, isPublished(rows, year));
    const days = plan.next.years.find((one) => one.year === year)?.days ?? [];
    return {
      plan,
      action: 'calendar.year-loaded',
      detail: { year, source, days: plan.days.length, workingDays: plan.workingDays },
      write: async (tx: CommandTx) => {
        await tx.query(PUT_YEAR, [year, JSON.stringify(days), source, ctx.actor.staffId, tx.now]);
      },
    };
  };
}
