import { addCalendarDays, daysInMonth, type IsoDate, isIsoDate, yearOf } from './dates.js';

const RELATIVE = /^today(?:([+-]\d{1,5})([dmy]))?$/;
const OTHER_FIELD = /^field:([a-z][A-Za-z0-9]{0,39})$/;

/** Where a date may begin or end: a day, or another field's value. */
export type DateBound = { date: IsoDate } | { field: string };

/**
 * Reads the bound of a date field: `2026-01-01`, `today`, `today+30d`, `today-18y`, `today+6m`, `field:from`.
 * @returns null for anything else
 */
export function readDateBound(text: string, today: IsoDate): DateBound | null {
  if (isIsoDate(text)) return { date: text };
  const other = OTHER_FIELD.exec(text)?.[1];
  if (other !== undefined) return { field: other };
  const match = RELATIVE.exec(text);
  if (!match) return null;
  const amount = Number(match[1] ?? 0);
  if (match[2] === 'm') return { date: addMonths(today, amount) };
  if (match[2] === 'y') return { date: addMonths(today, amount * 12) };
  return { date: addCalendarDays(today, amount) };
}

/** The same day that many months later, or the last of a shorter month. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const count = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
