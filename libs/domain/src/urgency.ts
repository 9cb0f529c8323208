import type { WorkingCalendar } from './calendar.js';
import { DEFAULT_LIGHT_THRESHOLDS } from './clock.js';
import { addCalendarDays, type IsoDate } from './dates.js';

/** R1.8: the order of queues, stored on the task and indexed in exactly this sequence. */
export interface UrgencyKey {
  /** Paused work comes last. */
  paused: boolean;
  /** The nearest of the statutory, promised and step due dates. */
  nearestDue: IsoDate | null;
  /** Instant, ISO with Z. */
  receivedAt: string;
  id: string;
}

/** The columns of the order, for ORDER BY and for keyset cursors. */
export const URGENCY_KEY_FIELDS = ['paused', 'nearestDue', 'receivedAt', 'id'] as const satisfies readonly (keyof UrgencyKey)[];

/** Comes after every date of the law: stands for "no due date". */
export const NO_DUE_DATE: IsoDate = '9999-12-31';

/** R1.8: the nearest of several due dates; clocks that the case does not have are null. Null when it has none. */
export function nearestDue(dues: readonly (IsoDate | null | undefined)[]): IsoDate | null {
  let nearest: IsoDate | null = null;
  for (const due of dues) if (due !== null && due !== undefined && (nearest === null || due < nearest)) nearest = due;
  return nearest;
}

/** R1.8: negative when `a` is to be done first; (paused last, nearest due date, received at, id). For `Array.sort`. */
export function compareUrgency(a: UrgencyKey, b: UrgencyKey): number {
  if (a.paused !== b.paused) return a.paused ? 1 : -1;
  return (
    compareText(a.nearestDue ?? NO_DUE_DATE, b.nearestDue ?? NO_DUE_DATE) ||
    compareText(a.receivedAt, b.receivedAt) ||
    compareText(a.id, b.id)
  );
}

/**
 * The lights of R1.8 as dates, for lists that compute nothing per row (R1.7): a due date before `redBefore` is red, one through `yellowThrough`
 * yellow. A due date may lie on a day off, where nothing more remains than on the working day before it.
 */
export function lightBoundaries(today: IsoDate, calendar: WorkingCalendar): { redBefore: IsoDate; yellowThrough: IsoDate } {
  const { yellowThrough } = DEFAULT_LIGHT_THRESHOLDS;
  let through = today;
  while (calendar.workingDaysIn(today, addCalendarDays(through, 1)) <= yellowThrough) through = addCalendarDays(through, 1);
  let red = today;
  while (calendar.workingDaysIn(addCalendarDays(red, -1), today) === 0) red = addCalendarDays(red, -1);
  return { redBefore: red, yellowThrough: through };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
