import { addCalendarDays, dayOfWeek, earlierOf, type IsoDate, laterOf, yearOf } from './dates.js';
import { type DueDate, type DueDateInput, explainDueDate } from './clock.js';
import { coveredSpans, isCovered, type Pause, pauseEnd, pauseOverrun } from './pause.js';

/** A pause with the name of its procedure: 检测. */
export interface NamedPause extends Pause {
  readonly label: string;
}

/** One day from the start to the due date, as the picture of a clock shows it. */
export interface ClockDay {
  readonly date: IsoDate;
  readonly kind: 'start' | 'counted' | 'dayOff' | 'paused';
  /** Of a counted day: which of the limit it is, from 1. */
  readonly count: number | null;
  /** Chinese: 周末, 清明, 检测; of a worked weekend 调休上班; null on a plain counted day. */
  readonly reason: string | null;
}

/** What a pause did to the clock. */
export interface PauseEffect {
  readonly label: string;
  /** The day after its start day, and its last day as far as it is known (R3.2). */
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly isOpen: boolean;
  /** Working days between start and due date that it covers; of overlapping pauses each has its own. */
  readonly days: number;
  /** Working days beyond its announced end. */
  readonly overrunDays: number;
}

export interface ClockPicture extends DueDate {
  readonly days: readonly ClockDay[];
  readonly pauses: readonly PauseEffect[];
  /** R1.2: the year whose notice is not out and that the period reaches; null when the date is certain. */
  readonly provisionalYear: number | null;
}

/**
 * R1, R3.2: why a clock ends on its day: every day from the start, counted or skipped and why, and what each pause took out.
 * @throws DomainError (`clock.limit-invalid`), see `dueDate`.
 */
export function clockPicture(input: Omit<DueDateInput, 'pauses'> & { pauses: readonly NamedPause[] }): ClockPicture {
  const { start, calendar, today, pauses } = input;
  const { due, provisional, counted, skipped } = explainDueDate(input);
  const days: ClockDay[] = [
    { date: start, kind: 'start', count: null, reason: '起算日，不计入' },
    ...counted.map((date, index): ClockDay => ({ date, kind: 'counted', count: index + 1, reason: isWeekend(date) ? '调休上班' : null })),
    ...skipped.map(({ date, why, reason }): ClockDay => ({
      date,
      kind: why,
      count: null,
      reason: why === 'paused' ? labelsOn(date, pauses, today) : reason,
    })),
  ];
  return {
    due,
    provisional,
    days: days.sort((a, b) => (a.date < b.date ? -1 : 1)),
    pauses: pauses.flatMap((pause) =>
      coveredSpans([pause], today).map(({ after, through }) => effectOf(pause, { after, through }, due, input)),
    ),
    provisionalYear: provisional ? firstUnpublished(start, due, (year) => calendar.isPublished(year)) : null,
  };
}

function effectOf(
  pause: NamedPause,
  { after, through }: { after: IsoDate; through: IsoDate },
  due: IsoDate,
  { start, calendar, today }: Pick<DueDateInput, 'start' | 'calendar' | 'today'>,
): PauseEffect {
  return {
    label: pause.label,
    from: addCalendarDays(after, 1),
    through: pauseEnd(pause, today),
    isOpen: pause.actualEnd === null || pause.actualEnd === undefined,
    days: calendar.workingDaysIn(laterOf(start, after), earlierOf(due, through)),
    overrunDays: pauseOverrun(pause, today, calendar),
  };
}

function labelsOn(date: IsoDate, pauses: readonly NamedPause[], today: IsoDate): string {
  const covering = pauses.filter((pause) => isCovered(date, coveredSpans([pause], today)));
  return [...new Set(covering.map(({ label }) => label))].join('、');
}

function isWeekend(date: IsoDate): boolean {
  const day = dayOfWeek(date);
  return day === 0 || day === 6;
}

function firstUnpublished(start: IsoDate, due: IsoDate, isPublished: (year: number) => boolean): number {
  let year = yearOf(start);
  while (year < yearOf(due) && isPublished(year)) year++;
  return year;
}
