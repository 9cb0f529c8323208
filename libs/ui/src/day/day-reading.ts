import { boundProblem, type DayBounds, type IsoDate, readTypedDay } from '@onewindow/domain';

/** A text in a day input as the screen takes it: the day when it can stand, otherwise why not. */
export interface DayReading {
  day: IsoDate | null;
  problem: string | null;
}

/** Reads a text for a day input; an empty one is no day and no problem. */
export function readDay(text: string, today: IsoDate, bounds: DayBounds): DayReading {
  const typed = readTypedDay(text, today, bounds);
  if (typed.kind === 'empty') return { day: null, problem: null };
  if (typed.kind === 'unreadable') return { day: null, problem: typed.reason };
  const problem = boundProblem(typed.day, bounds);
  return { day: problem === null ? typed.day : null, problem };
}

/** The nearest day that the bounds take. */
export function withinBounds(day: IsoDate, { min, max }: DayBounds): IsoDate {
  if (min && day < min) return min;
  return max && day > max ? max : day;
}
