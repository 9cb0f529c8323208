import { type CalendarEntry, type CalendarOverrides, type IsoDate, publishedCalendar, type WorkingCalendar } from '@onewindow/domain';
import { type CommandTx, sql } from '../platform/index.js';

/** What administrators have told of the calendar: whole years, and single days over them (R1.2). */
export interface CalendarRows {
  readonly years: readonly { year: number; days: readonly CalendarEntry[] }[];
  readonly edits: readonly CalendarEntry[];
}

const YEARS = sql<CalendarRows['years'][number]>('SELECT year, days FROM calendar_year ORDER BY year');
const EDITS = sql<CalendarEntry>('SELECT day, kind, reason AS name FROM calendar_day ORDER BY day');

/** Reads the rows; inside a transaction those that it sees. */
export async function readCalendarRows(reader: Pick<CommandTx, 'query'>): Promise<CalendarRows> {
  const [years, edits] = await Promise.all([reader.query(YEARS), reader.query(EDITS)]);
  return { years, edits };
}

/** R1.2: the calendar of these rows: an edit over a loaded year over the calendar package. */
export function calendarOf({ years, edits }: CalendarRows): WorkingCalendar {
  const entries = [...years.flatMap(({ days }) => days), ...edits];
  const overrides: CalendarOverrides = Object.fromEntries(entries.map(({ day, kind }) => [day, kind]));
  const names = new Map<IsoDate, string>();
  for (const { day, kind, name } of entries) {
    if (kind === 'off' && name !== null) names.set(day, name);
    else names.delete(day);
  }
  return publishedCalendar(
    overrides,
    years.map(({ year }) => year),
    Object.fromEntries(names),
  );
}
