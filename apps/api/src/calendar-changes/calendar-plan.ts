import {
  calendarYear,
  type CalendarDayState,
  type CalendarEntry,
  dateWords,
  type IsoDate,
  keptEntries,
  assertNoPersonalData,
  requireOpenYear,
  yearOf,
} from '@onewindow/domain';
import type { Endpoints, InputOf } from '@onewindow/contracts';
import type { CalendarRows } from '../calendar/index.js';
import { CalendarUnchanged, DaysOfTwoYears, DayTwice, ReasonMissing } from './calendar-problems.js';

export type DayEdit = InputOf<Endpoints['editCalendarDays']>['body']['days'][number];

/** A change of the calendar before it is made. */
export interface CalendarPlan {
  year: number;
  /** In Chinese, for the story of every case it moves: 2026-07-06 改为休息：台风停工. */
  words: string;
  next: CalendarRows;
  /** Days that are worked before and off after it, or the other way round. */
  days: { day: IsoDate; before: 'work' | 'off'; after: 'work' | 'off'; name: string | null }[];
  workingDays: { before: number; after: number };
  keptEdits: number;
}

/** The days of a year under these rows. */
export function yearUnder({ years, edits }: CalendarRows, year: number): CalendarDayState[] {
  return calendarYear(year, years.find((one) => one.year === year)?.days ?? [], edits);
}

/**
 * Single days as an administrator wants them.
 * @throws DomainError for a year that is over, a day twice, days of two years, a missing reason, nothing to change
 */
export function planDays(rows: CalendarRows, edits: readonly DayEdit[], today: IsoDate): CalendarPlan {
  const [first] = edits;
  const year = yearOf(first?.day ?? today);
  requireOpenYear(year, today);
  const seen = new Set<IsoDate>();
  for (const { day, kind, reason } of edits) {
    if (yearOf(day) !== year) throw new DaysOfTwoYears();
    if (seen.has(day)) throw new DayTwice(day);
    seen.add(day);
    if (kind !== 'notice' && reason === undefined) throw new ReasonMissing();
    assertNoPersonalData(reason, 'reason');
  }
  const kept = rows.edits.filter(({ day }) => !seen.has(day));
  const added = edits.flatMap(({ day, kind, reason }): CalendarEntry[] => (kind === 'notice' ? [] : [{ day, kind, name: reason ?? '' }]));
  const next = { ...rows, edits: [...kept, ...added] };
  const takenBack = rows.edits.filter(({ day }) => edits.some((edit) => edit.day === day && edit.kind === 'notice'));
  const plan = planOf(rows, next, year, wordsOf(edits, today));
  if (plan.days.length === 0 && takenBack.length === 0) {
    const state = yearUnder(rows, year).find(({ day }) => day === first?.day);
    const words = first?.kind === 'notice' ? '没有改过' : `本来就${state?.working ? '上班' : '休息'}`;
    throw new CalendarUnchanged(`${dateWords(first?.day ?? today, today)} ${words}`);
  }
  return plan;
}

/** A whole year. @throws CalendarUnchanged when it is loaded already, the same. */
export function planYear(rows: CalendarRows, year: number, entries: readonly CalendarEntry[], isPublished: boolean): CalendarPlan {
  const days = keptEntries(entries);
  const next = { ...rows, years: [...rows.years.filter((one) => one.year !== year), { year, days }].sort((a, b) => a.year - b.year) };
  const plan = planOf(rows, next, year, `${year} 年放假安排${isPublished ? '更正' : '公布'}`);
  if (plan.days.length === 0 && isPublished) throw new CalendarUnchanged(`${year} 年的日历就是这样`);
  return plan;
}

function planOf(rows: CalendarRows, next: CalendarRows, year: number, words: string): CalendarPlan {
  const [before, after] = [yearUnder(rows, year), yearUnder(next, year)];
  const kindOf = (state: CalendarDayState | undefined): 'work' | 'off' => (state?.working ? 'work' : 'off');
  return {
    year,
    words: words.slice(0, 300),
    next,
    days: after.flatMap((state, at) =>
      state.working === before[at]?.working ? [] : [{ day: state.day, before: kindOf(before[at]), after: kindOf(state), name: state.name }],
    ),
    workingDays: { before: countWorking(before), after: countWorking(after) },
    keptEdits: next.edits.filter(({ day }) => yearOf(day) === year).length,
  };
}

export function countWorking(days: readonly CalendarDayState[]): number {
  return days.filter(({ working }) => working).length;
}

const KIND_WORDS = { work: '改为上班', off: '改为休息', notice: '按放假安排' } as const;

/** 07-06 改为休息：台风停工；07-11 改为上班：补班 */
function wordsOf(edits: readonly DayEdit[], today: IsoDate): string {
  const groups = new Map<string, IsoDate[]>();
  for (const { day, kind, reason } of edits) {
    const key = `${KIND_WORDS[kind]}${reason ? `：${reason}` : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups]
    .map(([what, days]) => {
      const named = days.slice(0, 4).map((day) => dateWords(day, today));
      return `${named.join('、')}${days.length > named.length ? `等 ${days.length} 天` : ''} ${what}`;
    })
    .join('；');
}
