import type { Clocks, ClockView } from '@onewindow/contracts';
import { type IsoDate, light, type Pause, remaining } from '@onewindow/domain';
import type { HallCalendar } from '../calendar/index.js';

/** The stored dates of a clock. `start` is the day from which it runs. */
export interface StoredClock {
  start: IsoDate | null;
  due: IsoDate | null;
  provisional: boolean;
  /** Of the case; they stop each of its clocks (R1.5). */
  pauses?: readonly Pause[] | null;
}

/** What remains today of one stored due date; null where there is no such clock (R1.5). Dates are never computed here (R1.7). */
export function presentClock(clock: StoredClock, today: IsoDate, calendar: HallCalendar): ClockView | null {
  if (clock.due === null) return null;
  const left = remaining(today, { start: clock.start ?? today, due: clock.due, pauses: clock.pauses ?? [], calendar, today });
  return { due: clock.due, remaining: left, light: light([left], calendar.lights), provisional: clock.provisional };
}

interface CaseDates {
  acceptedOn: string | null;
  statutoryDue: string | null;
  promisedDue: string | null;
  statutoryProvisional: boolean;
  promisedProvisional: boolean;
  halts: readonly Pause[] | null;
}

/** The clocks of a case; the step's clock belongs to a task. */
export function presentCaseClocks(row: CaseDates, today: IsoDate, calendar: HallCalendar): Clocks {
  const { acceptedOn: start, halts: pauses } = row;
  return {
    statutory: presentClock({ start, due: row.statutoryDue, provisional: row.statutoryProvisional, pauses }, today, calendar),
    promised: presentClock({ start, due: row.promisedDue, provisional: row.promisedProvisional, pauses }, today, calendar),
    step: null,
  };
}
