import type { WorkingCalendar } from './calendar.js';
import { type IsoDate, earlierOf, laterOf } from './dates.js';

/** An interval of a special procedure in which no clock runs (R3). It covers (start, end]. */
export interface Pause {
  start: IsoDate;
  announcedEnd: IsoDate;
  /** Set when the procedure has ended; the pause is open without it. */
  actualEnd?: IsoDate | null;
  /** The day on which that end was put on record, where it was a later one. */
  recordedOn?: IsoDate;
}

/** Days without a pause between them: (after, through]. */
export interface Span {
  after: IsoDate;
  through: IsoDate;
}

/** R3.2: the last day that a pause covers. An open one lasts until its announced end, or until today if that has passed. */
export function pauseEnd(pause: Pause, today: IsoDate): IsoDate {
  return pause.actualEnd ?? laterOf(pause.announcedEnd, today);
}

/** R3.2: the days that the pauses cover, merged, in order: overlapping pauses count once. */
export function coveredSpans(pauses: readonly Pause[], today: IsoDate): Span[] {
  const spans = pauses
    .map((pause) => ({ after: pause.start, through: pauseEnd(pause, today) }))
    .filter((span) => span.after < span.through)
    .sort((a, b) => (a.after < b.after ? -1 : 1));
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.after <= last.through) last.through = laterOf(last.through, span.through);
    else merged.push({ ...span });
  }
  return merged;
}

/** Does any of the spans cover the day? */
export function isCovered(date: IsoDate, spans: readonly Span[]): boolean {
  return spans.some((span) => span.after < date && date <= span.through);
}

/** Working days in (after, through] that no span covers. The spans must be merged. */
export function uncoveredWorkingDays(after: IsoDate, through: IsoDate, spans: readonly Span[], calendar: WorkingCalendar): number {
  let days = calendar.workingDaysIn(after, through);
  if (days === 0) return 0;
  for (const span of spans) days -= calendar.workingDaysIn(laterOf(after, span.after), earlierOf(through, span.through));
  return days;
}

/** R3.2: does the clock stand still on this day? It still runs on a pause's start day. */
export function isPaused(on: IsoDate, pauses: readonly Pause[], today: IsoDate): boolean {
  return isCovered(on, coveredSpans(pauses, today));
}

/** R3.2: working days by which a pause has gone beyond its announced end; 0 when it has not ("比告知多停 2 天"). */
export function pauseOverrun(pause: Pause, today: IsoDate, calendar: WorkingCalendar): number {
  return calendar.workingDaysIn(pause.announcedEnd, pauseEnd(pause, today));
}
