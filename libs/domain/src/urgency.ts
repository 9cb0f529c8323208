import type { WorkingCalendar } from './calendar.js';
import { DEFAULT_LIGHT_THRESHOLDS, dueDate, type LightThresholds, remaining, type RunningClock } from './clock.js';
import { addCalendarDays, earlierOf, type IsoDate, laterOf } from './dates.js';
import { coveredSpans, isCovered } from './pause.js';

/** R1.8: the order of queues, stored on the task and indexed in exactly this sequence. */
export interface UrgencyKey {
  /** Paused work comes last. */
  paused: boolean;
  /** The nearest of the statutory, promised and step due dates, as the clocks run (`nearestInQueue`). */
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

/** What the order of a queue is computed from: the due dates of a task's clocks, and what stops them. */
export interface QueuedClocks extends Pick<RunningClock, 'pauses' | 'calendar' | 'today'> {
  /** Null where there is no such clock. */
  readonly clocks: readonly { readonly start: IsoDate | null; readonly due: IsoDate | null }[];
}

/**
 * R1.8, R3.2: the nearest of a task's due dates as the clocks run today; `NO_DUE_DATE` when it has none. Lists compare it with `lightBoundaries`,
 * which know no pauses, so a pause that is announced but does not cover today must not hide what remains: on the day of its notice a
 * step with one day left is as urgent as without it. The day after, 暂停 is on and the nightly batch stores the due date itself.
 */
export function nearestInQueue({ clocks, ...on }: QueuedClocks): IsoDate {
  return (
    nearestDue(clocks.map(({ start, due }) => (due === null ? null : dueInQueue({ ...on, start: start ?? on.today, due })))) ?? NO_DUE_DATE
  );
}

/** R1.8, R3.2: the day with as many plain working days from today to it as remain; but for a pause around it, the due date itself. */
export function dueInQueue(clock: RunningClock): IsoDate {
  const { due, calendar, today } = clock;
  const spans = coveredSpans(clock.pauses ?? [], today);
  if (spans.length === 0 || isCovered(today, spans)) return due;
  if (due > today) {
    if (spans.every((span) => span.through < today)) return due;
    return earlierOf(due, dueDate({ start: today, limit: remaining(today, clock), calendar, today }).due);
  }
  // What stood still with nothing left is overdue on the first working day after the pause, not on a day off before it.
  let day = due;
  for (const span of spans) if (span.through < today && calendar.workingDaysIn(day, span.after) === 0) day = laterOf(day, span.through);
  return day;
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
export function lightBoundaries(
  today: IsoDate,
  calendar: WorkingCalendar,
  { redBelow, yellowThrough }: LightThresholds = DEFAULT_LIGHT_THRESHOLDS,
): { redBefore: IsoDate; yellowThrough: IsoDate } {
  let through = today;
  while (calendar.workingDaysIn(today, addCalendarDays(through, 1)) <= yellowThrough) through = addCalendarDays(through, 1);
  let red = today;
  if (redBelow > 0) while (calendar.workingDaysIn(today, red) < redBelow) red = addCalendarDays(red, 1);
  else while (calendar.workingDaysIn(addCalendarDays(red, -1), today) === 0) red = addCalendarDays(red, -1);
  return { redBefore: red, yellowThrough: through };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
