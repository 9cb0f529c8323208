import type { WorkingCalendar } from './calendar.js';
import { type DueDate, dueDate } from './clock.js';
import type { IsoDate } from './dates.js';
import { isPaused, type Pause } from './pause.js';
import type { TaskKind } from './task-status.js';

/** What the two clocks of a case are computed from (R1.5); limits are working days, null where the item has none. */
export interface ClockedCase {
  /** Day from which the clocks run; null before acceptance. */
  acceptedOn: IsoDate | null;
  statutoryLimit: number | null;
  promisedLimit: number | null;
  /** Working days by which the agency's head extended it (R1.6). */
  extensionDays: number;
  pauses: readonly Pause[];
}

/** The due dates of a case; null where there is no such clock. */
export interface CaseDueDates {
  statutory: DueDate | null;
  promised: DueDate | null;
}

/** What the clock of a step is computed from (R1.5). */
export interface ClockedStep {
  kind: TaskKind;
  /** Day on which the step was first pooled; a new round restarts it. */
  startedOn: IsoDate;
  /** Working days. */
  limit: number;
  pauses: readonly Pause[];
}

/**
 * R1.5, R1.6, R3.2: both due dates of a case. The one place from which stored dates come: acceptance, a pause, an extension, the nightly batch
 * and a changed calendar all compute them anew from the same facts.
 * @throws DomainError (`clock.limit-invalid`) when a limit or the extension is not a whole number of 0 or more.
 */
export function caseDueDates(clocked: ClockedCase, calendar: WorkingCalendar, today: IsoDate): CaseDueDates {
  const { acceptedOn, extensionDays, pauses } = clocked;
  const of = (limit: number | null): DueDate | null =>
    acceptedOn === null || limit === null
      ? null
      : dueDate({ start: acceptedOn, limit, extensions: [extensionDays], pauses, calendar, today });
  return { statutory: of(clocked.statutoryLimit), promised: of(clocked.promisedLimit) };
}

/**
 * R3.2, R5.2: the pauses as the clock of a step counts them. Whoever is consulted loses the answer by silence, so for them a pause lasts until its
 * end was on record: before, nobody could know that the days ran. Every other step counts them as the law does.
 */
export function stepPauses<P extends Pause>(kind: TaskKind, pauses: readonly P[]): readonly P[] {
  if (kind !== 'consultation') return pauses;
  return pauses.map((pause) => {
    const { actualEnd, recordedOn } = pause;
    return actualEnd && recordedOn && recordedOn > actualEnd ? { ...pause, actualEnd: recordedOn } : pause;
  });
}

/**
 * R1.5, R3.2: the due date of a step; a pause of the case stops it too (`stepPauses`).
 * @throws DomainError (`clock.limit-invalid`), see `dueDate`.
 */
export function stepDueDate({ kind, startedOn, limit, pauses }: ClockedStep, calendar: WorkingCalendar, today: IsoDate): DueDate {
  return dueDate({ start: startedOn, limit, pauses: stepPauses(kind, pauses), calendar, today });
}

/**
 * R1.5: the day from which a step counts when it opens again after what had opened it was taken back (取回). Its clock started when it was first
 * pooled, and only a new round (R5.8) restarts it. A consultation is asked anew: nobody's silence counts for days on which no question
 * lay with them (R5.2).
 * @returns null where the clock starts on the day of the opening
 */
export function startAfterRetrieve({ kind, startedOn }: { kind: TaskKind; startedOn: IsoDate | null }): IsoDate | null {
  return kind === 'consultation' ? null : startedOn;
}

/**
 * R3.2, R5.2: the pauses that can move a day: one that begins on it or later stops nothing any more, since the clock still runs on its first day.
 * @param due null where no day is known yet: every pause counts
 */
export function pausesBefore<P extends Pause>(due: IsoDate | null, pauses: readonly P[]): P[] {
  return pauses.filter(({ start }) => due === null || start < due);
}

/** R1.8, R3.2: does the clock of the case stand still today? Its tasks come last in every queue then. */
export function isHalted(pauses: readonly Pause[], today: IsoDate): boolean {
  return pauses.length > 0 && isPaused(today, pauses, today);
}
