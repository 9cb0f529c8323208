import { addCalendarDays, HEAT_BUCKETS, type IsoDate, remaining, type WorkingCalendar } from '@onewindow/domain';

const RUNNING = HEAT_BUCKETS.filter((bucket) => bucket.key !== 'paused');

/** Which column of HEAT_BUCKETS holds the work whose clock stands still. */
export const PAUSED_COLUMN = HEAT_BUCKETS.findIndex((bucket) => bucket.key === 'paused');

/**
 * The columns of the heat map as dates: for each running column but the first, the first due date that lies in it today. A due date is then
 * in column n where n of them are not after it, which is how `width_bucket` of PostgreSQL counts. Nothing is computed per row (R1.7).
 * @returns dates in ascending order, one fewer than there are running columns
 */
export function heatBoundaries(today: IsoDate, calendar: WorkingCalendar): IsoDate[] {
  return RUNNING.slice(1).map(({ from }) => firstDueWith(from ?? 0, today, calendar));
}

/** The running column of a due date, as `width_bucket` of PostgreSQL counts it. */
export function columnOf(due: IsoDate, boundaries: readonly IsoDate[]): number {
  return boundaries.filter((first) => first <= due).length;
}

function firstDueWith(left: number, today: IsoDate, calendar: WorkingCalendar): IsoDate {
  const leftUntil = (due: IsoDate): number => remaining(today, { start: today, due, calendar, today });
  let due = today;
  while (leftUntil(due) < left) due = addCalendarDays(due, 1);
  while (leftUntil(addCalendarDays(due, -1)) >= left) due = addCalendarDays(due, -1);
  return due;
}
