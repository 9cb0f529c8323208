import type { WorkingCalendar } from './calendar.js';
import { type IsoDate, addCalendarDays, laterOf, yearOf } from './dates.js';
import { DomainError } from './errors.js';
import { type Pause, coveredSpans, isCovered, uncoveredWorkingDays } from './pause.js';

/** What a due date is computed from. Limits and extensions are working days (R1.1, R1.6). */
export interface DueDateInput {
  /** The day on which the period starts; it is not counted itself (R1.1). */
  start: IsoDate;
  limit: number;
  extensions?: readonly number[];
  pauses?: readonly Pause[];
  calendar: WorkingCalendar;
  /** An open pause is taken to last at least until today (R3.2). */
  today: IsoDate;
}

export interface DueDate {
  due: IsoDate;
  /** R1.2: the period reaches into a year whose notice is not out; compute anew when it is. */
  provisional: boolean;
}

/** A day that did not count, and why, in Chinese. */
export interface SkippedDay {
  date: IsoDate;
  why: 'dayOff' | 'paused';
  reason: string;
}

export interface DueDateExplanation extends DueDate {
  /** Days wanted: limit and extensions. */
  limit: number;
  counted: IsoDate[];
  skipped: SkippedDay[];
}

/** No limit of this field comes near; it stops a calendar without working days from running for ever. */
const LONGEST_WALK_DAYS = 20_000;

/**
 * R1, R3.2: the day on which the count of days reaches the limit plus its extensions. A day counts if it is a working day after the start
 * and no pause covers it. With a limit of 0 it is the start day itself.
 * @throws DomainError (`clock.limit-invalid`) when limit and extensions are not whole numbers of 0 or more.
 */
export function dueDate(input: DueDateInput): DueDate {
  const { due, provisional } = walk(input, () => undefined);
  return { due, provisional };
}

/** R1, R3.2: the due date with every day from the start to it: counted, or skipped and why. Same errors as `dueDate`. */
export function explainDueDate(input: DueDateInput): DueDateExplanation {
  const counted: IsoDate[] = [];
  const skipped: SkippedDay[] = [];
  const { due, provisional } = walk(input, (date, skip) => {
    if (skip === null) counted.push(date);
    else skipped.push({ date, ...skip });
  });
  return { due, provisional, limit: counted.length, counted, skipped };
}

type Skip = Omit<SkippedDay, 'date'> | null;

function walk(input: DueDateInput, visit: (date: IsoDate, skip: Skip) => void): DueDate {
  const { calendar, start } = input;
  const wanted = wantedDays(input);
  const spans = coveredSpans(input.pauses ?? [], input.today);
  let due = start;
  let count = 0;
  for (let steps = 0; count < wanted; steps++) {
    if (steps > LONGEST_WALK_DAYS) throw limitInvalid(wanted);
    due = addCalendarDays(due, 1);
    const dayOff = calendar.dayOffReason(due);
    if (dayOff !== null) visit(due, { why: 'dayOff', reason: dayOff });
    else if (isCovered(due, spans)) visit(due, { why: 'paused', reason: '暂停' });
    else {
      count++;
      visit(due, null);
    }
  }
  return { due, provisional: reachesUnpublishedYear(start, due, calendar) };
}

function wantedDays({ limit, extensions = [] }: DueDateInput): number {
  for (const days of [limit, ...extensions]) if (!Number.isInteger(days) || days < 0) throw limitInvalid(days);
  return extensions.reduce((sum, days) => sum + days, limit);
}

function limitInvalid(days: number): DomainError {
  return new DomainError({
    code: 'clock.limit-invalid',
    title: `时限 ${days} 无法计算，填写工作日的整数`,
    kind: 'invalid',
    facts: { days },
  });
}

function reachesUnpublishedYear(start: IsoDate, due: IsoDate, calendar: WorkingCalendar): boolean {
  for (let year = yearOf(start); year <= yearOf(due); year++) if (!calendar.isPublished(year)) return true;
  return false;
}

/** A clock as it is stored: its start, its due date, and the pauses of the case. */
export interface RunningClock {
  start: IsoDate;
  due: IsoDate;
  pauses?: readonly Pause[];
  calendar: WorkingCalendar;
  /** Decides how long an open pause lasts (R3.2). */
  today: IsoDate;
}

/**
 * R3.2: counting days in (on, due]; 0 on the due date itself; after it, minus the counting days in (due, on]. Working days.
 * Costs next to nothing without pauses: lists call it for every row.
 */
export function remaining(on: IsoDate, clock: RunningClock): number {
  const { start, due, calendar } = clock;
  if (on === due) return 0;
  const spans = clock.pauses === undefined || clock.pauses.length === 0 ? [] : coveredSpans(clock.pauses, clock.today);
  if (on < due) return uncoveredWorkingDays(laterOf(on, start), due, spans, calendar);
  const over = uncoveredWorkingDays(due, on, spans, calendar);
  return over === 0 ? 0 : -over;
}

/** 黄牌 红牌: the light of a case or task. */
export const LIGHTS = ['green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** Working days, 0 or more; configurable (R1.8). */
export interface LightThresholds {
  /** Red when any clock has less left than this. */
  redBelow: number;
  /** Yellow when any clock has this or less left. */
  yellowThrough: number;
}

/** R1.8: red below 0, yellow at 0 to 2. */
export const DEFAULT_LIGHT_THRESHOLDS: LightThresholds = { redBelow: 0, yellowThrough: 2 };

/** R1.8: the worst light of what remains on the clocks of a case or task; green when it has none. */
export function light(remainings: readonly number[], thresholds: LightThresholds = DEFAULT_LIGHT_THRESHOLDS): Light {
  if (remainings.some((days) => days < thresholds.redBelow)) return 'red';
  return remainings.some((days) => days <= thresholds.yellowThrough) ? 'yellow' : 'green';
}
