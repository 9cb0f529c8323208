import { addCalendarDays, type IsoDate, shanghaiToday, type WorkingCalendar } from '@onewindow/domain';

const MINUTE = 60_000;
const OPENS = 9 * 60;
const CLOSES = 17 * 60 + 15;
/** Before this the day is too young to have a story; its cases are told of the working day before. */
const WORTH_TELLING = 10 * 60;

/** Turns "so many working days ago" into instants at which a hall is open, none of them in the future. */
export class WorkingTimes {
  readonly today: IsoDate;

  constructor(
    readonly now: Date,
    private readonly calendar: WorkingCalendar,
  ) {
    this.today = shanghaiToday(now);
  }

  /** The working day with `days` working days after it, up to and including today; 0 is today, or the last one before it. */
  dayBefore(days: number): IsoDate {
    let day = this.today;
    while (!this.isTellable(day)) day = addCalendarDays(day, -1);
    let left = days;
    // A day counts from the day after it: a day that is too young does not.
    while (left > 0) {
      day = addCalendarDays(day, -1);
      if (this.calendar.isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  /** An instant of that day; `part` from 0, opening, to 1, closing, or now where the day is today. */
  at(days: number, part: number): Date {
    const day = this.dayBefore(days);
    const midnight = Date.parse(`${day}T00:00:00+08:00`);
    const closes = day === this.today ? Math.min(CLOSES, this.minutesNow() - 3) : CLOSES;
    const opens = Math.min(OPENS, closes - 5);
    return new Date(midnight + Math.round((opens + (closes - opens) * part) * MINUTE) + Math.round(part * 59) * 1000);
  }

  /** Some minutes ago, but today: halls hand over on a Saturday too. */
  minutesAgo(minutes: number): Date {
    const midnight = Date.parse(`${this.today}T00:00:00+08:00`);
    return new Date(Math.max(midnight + MINUTE, this.now.getTime() - minutes * MINUTE));
  }

  private isTellable(day: IsoDate): boolean {
    if (!this.calendar.isWorkingDay(day)) return false;
    return day !== this.today || this.minutesNow() >= WORTH_TELLING;
  }

  private minutesNow(): number {
    return (this.now.getTime() - Date.parse(`${this.today}T00:00:00+08:00`)) / MINUTE;
  }
}

/** The same numbers at every seeding. */
export function steadyRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
