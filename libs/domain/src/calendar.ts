import chineseDays from 'chinese-days';
import { type IsoDate, addCalendarDays, dateOfDayNumber, dayNumber, dayOfWeek, yearOf } from './dates.js';

/** The State Council's calendar, as far as it is known (R1.2). */
export interface WorkingCalendar {
  isWorkingDay(date: IsoDate): boolean;
  /** Is the notice for this year out? In a year whose notice is not, plain weekdays stand in for working days. */
  isPublished(year: number): boolean;
  /** The last year up to which every notice is out. */
  readonly publishedThrough: number;
  /** Working days in (after, through]; 0 when `through` is not later. Constant time: lists call it for every row. */
  workingDaysIn(after: IsoDate, through: IsoDate): number;
  /** Chinese: why the day is off (周末, 清明…), or null on a working day. */
  dayOffReason(date: IsoDate): string | null;
}

/** An administrator's edit of single days, over the published notice. */
export type CalendarOverrides = Readonly<Record<IsoDate, 'work' | 'off'>>;

/** One year: for each day whether it is worked, and how many worked days lie before it. */
interface YearTable {
  readonly firstDay: number;
  readonly worked: Uint8Array;
  readonly workedBefore: Uint16Array;
}

/** The first year whose notice the calendar package carries. */
const FIRST_YEAR = 2004;

/**
 * R1.2: the published working calendar. The years that the calendar package really carries count as published (2026 is the last of them);
 * an administrator who loads a further notice gives its days as `overrides` and its year in `published`; `names` says why an overridden
 * day is off.
 * Build it once and keep it: years are computed on first use.
 */
export function publishedCalendar(
  overrides: CalendarOverrides = {},
  published: readonly number[] = [],
  names: Readonly<Record<IsoDate, string>> = {},
): WorkingCalendar {
  const tables = new Map<number, YearTable>();
  const loaded = new Set(published);
  const isPublished = (year: number): boolean => loaded.has(year) || isInPackage(year);
  const tableOf = (year: number): YearTable => {
    const known = tables.get(year);
    if (known !== undefined) return known;
    const table = yearTable(year, overrides);
    tables.set(year, table);
    return table;
  };
  const isWorkingDay = (date: IsoDate): boolean => {
    const table = tableOf(yearOf(date));
    return table.worked[dayNumber(date) - table.firstDay] === 1;
  };
  return {
    isWorkingDay,
    isPublished,
    publishedThrough: lastPublishedYear(isPublished),
    workingDaysIn: (after, through) => {
      if (through <= after) return 0;
      let days = workedUpTo(tableOf(yearOf(through)), through) - workedUpTo(tableOf(yearOf(after)), after);
      for (let year = yearOf(after); year < yearOf(through); year++) days += tableOf(year).workedBefore.at(-1) ?? 0;
      return days;
    },
    dayOffReason: (date) => {
      if (isWorkingDay(date)) return null;
      const name = names[date];
      if (name !== undefined) return name;
      const named = namedDay(date);
      if (overrides[date] === undefined && named !== null) return named.name;
      return isWeekend(date) ? '周末' : '公休';
    },
  };
}

function workedUpTo(table: YearTable, date: IsoDate): number {
  return table.workedBefore[dayNumber(date) - table.firstDay + 1] ?? 0;
}

function yearTable(year: number, overrides: CalendarOverrides): YearTable {
  const firstDay = dayNumber(`${year}-01-01`);
  const length = dayNumber(`${year}-12-31`) - firstDay + 1;
  const worked = new Uint8Array(length);
  const workedBefore = new Uint16Array(length + 1);
  for (let index = 0; index < length; index++) {
    worked[index] = isWorked(dateOfDayNumber(firstDay + index), overrides) ? 1 : 0;
    workedBefore[index + 1] = (workedBefore[index] ?? 0) + (worked[index] ?? 0);
  }
  return { firstDay, worked, workedBefore };
}

function isWorked(date: IsoDate, overrides: CalendarOverrides): boolean {
  const edit = overrides[date];
  if (edit !== undefined) return edit === 'work';
  return namedDay(date)?.work ?? !isWeekend(date);
}

/** Saturday or Sunday. */
export function isWeekend(date: IsoDate): boolean {
  const day = dayOfWeek(date);
  return day === 0 || day === 6;
}

/**
 * What the notice that the package carries says about a day, or null when it says nothing. A day of the notice is named `English,中文,n`, any other by its weekday.
 * The package tells weekdays in the machine's time zone, so weekends are ours to compute.
 */
export function namedDay(date: IsoDate): { work: boolean; name: string } | null {
  const detail = chineseDays.getDayDetail(date);
  const name = detail.name.split(',')[1];
  return name === undefined ? null : { work: detail.work, name };
}

/** National Day is off by law in every year: where the package does not know it, it does not know the year. */
function isInPackage(year: number): boolean {
  return year >= FIRST_YEAR && namedDay(`${year}-10-01`) !== null;
}

function lastPublishedYear(isPublished: (year: number) => boolean): number {
  let year = FIRST_YEAR;
  while (isPublished(year + 1)) year++;
  return year;
}

/** R1.2: from this day of the year on the notice of the next one ought to be in. */
const NOTICE_WANTED_FROM = '12-01';

/**
 * R1.2: the year whose notice is wanted by `today` and is not in: in December the next one, before that the current.
 * @returns the year, and the day since which it is wanted; null when nothing is missing
 */
export function yearWithoutNotice(today: IsoDate, calendar: WorkingCalendar): { year: number; since: IsoDate } | null {
  const current = yearOf(today);
  const year = today >= `${current}-${NOTICE_WANTED_FROM}` ? current + 1 : current;
  return calendar.isPublished(year) ? null : { year, since: `${year - 1}-${NOTICE_WANTED_FROM}` };
}

/** The first working day on or after a date. */
export function workingDayFrom(date: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addCalendarDays(day, 1);
  return day;
}
