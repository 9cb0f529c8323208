import type { WorkingCalendar } from './calendar.js';
import { addCalendarDays, type IsoDate } from './dates.js';
import { type Pause, coveredSpans, uncoveredWorkingDays } from './pause.js';

export interface StalledInput {
  /** The day on which the holder last acted on the task, or on which it entered the pool. Views, reminders and reassignment don't move it. */
  since: IsoDate;
  today: IsoDate;
  pauses?: readonly Pause[];
  calendar: WorkingCalendar;
}

/** R5.7: stalled means this many working days or more; configurable. */
export const DEFAULT_STALLED_AFTER = 3;

/** R5.7: working days since the holder last acted or since the task entered the pool; paused days don't count. */
export function stalledDays({ since, today, pauses = [], calendar }: StalledInput): number {
  return uncoveredWorkingDays(since, today, coveredSpans(pauses, today), calendar);
}

/** R5.7: is the work stalled? */
export function isStalled(input: StalledInput, stalledAfter: number = DEFAULT_STALLED_AFTER): boolean {
  return stalledDays(input) >= stalledAfter;
}

/** R5.7 as a date: work idle since this day or longer has stalled for that many working days (1 or more), pauses apart. */
export function idleThrough(days: number, today: IsoDate, calendar: WorkingCalendar): IsoDate {
  let since = today;
  while (stalledDays({ since, today, calendar }) < days) since = addCalendarDays(since, -1);
  return since;
}

/**
 * R5.7: pauses that are over are taken out of the day since which nothing was done, so that a queue can ask for stalled work by that day alone.
 * @returns the latest day, not before `since`, from which as many working days have passed until today as passed outside the pauses
 */
export function sinceWithoutPauses({ since, today, pauses = [], calendar }: StalledInput): IsoDate {
  const idle = stalledDays({ since, today, pauses, calendar });
  let day = since;
  while (day < today && calendar.workingDaysIn(addCalendarDays(day, 1), today) >= idle && pauses.length > 0) day = addCalendarDays(day, 1);
  return day;
}
