import type { WorkingCalendar } from './calendar.js';
import { addCalendarDays, type IsoDate } from './dates.js';
import { dueDate } from './clock.js';

/** When somebody is reminded, in working days after the day from which it counts: first after `first`, then every `every`. */
export interface ReminderPlan {
  first: number;
  every: number;
}

/** R6.3: a result that nobody has collected. */
export const UNCOLLECTED_REMINDERS: ReminderPlan = { first: 10, every: 10 };
/** R2.8: papers asked for and not brought, counted from the day by which they were looked for. */
export const SUPPLEMENT_REMINDERS: ReminderPlan = { first: 1, every: 10 };
/** R3.2: so many working days before its announced end, a pause is brought to mind. */
export const PAUSE_END_AHEAD = 2;

/**
 * The latest day on which a reminder fell due, or null before the first one. A worker that slept over several sends the last alone: a reminder
 * is about now. Not later than `today`.
 * @param from the day from which it counts, not counted itself
 */
export function latestReminderDay(from: IsoDate, plan: ReminderPlan, today: IsoDate, calendar: WorkingCalendar): IsoDate | null {
  const passed = calendar.workingDaysIn(from, today);
  if (passed < plan.first) return null;
  const limit = plan.first + Math.floor((passed - plan.first) / plan.every) * plan.every;
  return dueDate({ start: from, limit, calendar, today }).due;
}

/** A result of which its applicant was reminded and that still lies there. */
export interface Uncollected {
  /** The latest day of reminding. */
  readonly remindedOn: IsoDate;
  /** Working days beyond the first reminder day, at least 1. */
  readonly overdueDays: number;
}

/**
 * R6.3 "then listed": from the working day after the first reminder on, until it is collected; null before.
 * @param readyOn the day on which the applicant was told, not counted itself
 */
export function uncollected(readyOn: IsoDate, today: IsoDate, calendar: WorkingCalendar): Uncollected | null {
  const overdueDays = calendar.workingDaysIn(readyOn, today) - UNCOLLECTED_REMINDERS.first;
  const remindedOn = latestReminderDay(readyOn, UNCOLLECTED_REMINDERS, today, calendar);
  return overdueDays < 1 || remindedOn === null ? null : { remindedOn, overdueDays };
}

/** The first reminder of what counts from this day: nothing that began later can be due. */
export function remindableSince(plan: ReminderPlan, today: IsoDate, calendar: WorkingCalendar): IsoDate {
  let since = today;
  while (calendar.workingDaysIn(since, today) < plan.first) since = addCalendarDays(since, -1);
  return since;
}

/** R3.2: the last day whose pauses' announced ends are brought to mind today. */
export function pauseEndsThrough(today: IsoDate, calendar: WorkingCalendar): IsoDate {
  let through = today;
  while (calendar.workingDaysIn(today, addCalendarDays(through, 1)) <= PAUSE_END_AHEAD) through = addCalendarDays(through, 1);
  return through;
}
