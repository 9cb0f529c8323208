import { isWeekend, namedDay, publishedCalendar } from './calendar.js';
import { addCalendarDays, dayNumber, daysInMonth, type IsoDate, isIsoDate, yearOf } from './dates.js';
import { DomainError } from './errors.js';

/** What a year's notice, or an administrator, says of one day. */
export interface CalendarEntry {
  day: IsoDate;
  kind: 'work' | 'off';
  /** Chinese, why: 国庆节. Null for a plain day. */
  name: string | null;
}

/** What is wrong with the table of a year; `at` is the place of the entry that it is about, null when it is about the year. */
export interface CalendarFault {
  at: number | null;
  message: string;
}

/** Years that may be loaded before their turn: nobody announces holidays later than this. */
const YEARS_AHEAD = 3;
/** Days off by law in every year, whatever a notice moves (全国年节及纪念日放假办法). */
const FIXED_HOLIDAYS: readonly (readonly [string, string])[] = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
];

/**
 * R1.2: may the calendar of this year still be edited or loaded?
 * @throws DomainError `calendar.year-over` (the year has ended: its dates are history), `calendar.year-too-far`
 */
export function requireOpenYear(year: number, today: IsoDate): void {
  const current = yearOf(today);
  if (year < current) {
    throw new DomainError({
      code: 'calendar.year-over',
      title: `${year} 年已经过完，它的日历不再改。选 ${current} 年或以后。`,
      kind: 'state',
      facts: { year },
    });
  }
  if (year > current + YEARS_AHEAD) {
    throw new DomainError({
      code: 'calendar.year-too-far',
      title: `${year} 年还早，放假通知至多提前 ${YEARS_AHEAD} 年装入。核对年份。`,
      kind: 'rule',
      facts: { year },
    });
  }
}

/** The holiday that the law puts on this day in every year; null on other days. */
export function fixedHoliday(day: IsoDate): string | null {
  return FIXED_HOLIDAYS.find(([monthDay]) => monthDay === day.slice(5))?.[1] ?? null;
}

/** Every day of a year, in order. */
export function daysOfYear(year: number): IsoDate[] {
  const first: IsoDate = `${year}-01-01`;
  const length = dayNumber(`${year}-12-31`) - dayNumber(first) + 1;
  return Array.from({ length }, (_, at) => addCalendarDays(first, at));
}

/**
 * R1.2: is this the whole calendar of the year? Every day exactly once, none of another year, the fixed holidays off.
 * @param entries in the order in which they were given; `day` may be any text
 * @returns the faults, those of entries first; empty when the table can be loaded
 */
export function calendarYearFaults(year: number, entries: readonly Pick<CalendarEntry, 'day' | 'kind'>[]): CalendarFault[] {
  const seen = new Map<IsoDate, { at: number; kind: CalendarEntry['kind'] }>();
  const faults: CalendarFault[] = [];
  entries.forEach(({ day, kind }, at) => {
    if (!isIsoDate(day)) faults.push({ at, message: `没有“${day}”这一天` });
    else if (yearOf(day) !== year) faults.push({ at, message: `${day} 不是 ${year} 年的日子` });
    else if (seen.has(day)) faults.push({ at, message: `${day} 列了两次` });
    else seen.set(day, { at, kind });
  });
  for (const [monthDay, name] of FIXED_HOLIDAYS) {
    const found = seen.get(`${year}-${monthDay}`);
    if (found?.kind === 'work') faults.push({ at: found.at, message: `${monthDay} ${name}是法定假日，不能上班` });
  }
  return [...faults, ...missingDays(year, new Set(seen.keys()))];
}

/** A month that is wholly missing is named once, single days by their dates. */
function missingDays(year: number, seen: ReadonlySet<IsoDate>): CalendarFault[] {
  const faults: CalendarFault[] = [];
  for (let month = 1; month <= 12; month++) {
    const days = Array.from(
      { length: daysInMonth(year, month) },
      (_, at) => `${year}-${String(month).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`,
    );
    const missing = days.filter((day) => !seen.has(day));
    if (missing.length === days.length) faults.push({ at: null, message: `缺 ${month} 月，${days.length} 天都没有列` });
    else if (missing.length > 0) {
      const named = missing.slice(0, 5).map((day) => day.slice(5));
      const more = missing.length > named.length ? `等 ${missing.length} 天` : '';
      faults.push({ at: null, message: `${month} 月缺 ${named.join('、')}${more}` });
    }
  }
  return faults;
}

/** What of a whole year has to be kept: the days that are not what their weekday, or the notice of the calendar package, says by itself. */
export function keptEntries(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const plain = publishedCalendar();
  return entries.filter(({ day, kind, name }) => {
    const works = kind === 'work';
    return works !== plain.isWorkingDay(day) || works === isWeekend(day) || (name !== null && name !== plainName(day));
  });
}

/** What a day is called without any edit: 周末, the notice's name, null for a plain working day. */
export function plainName(day: IsoDate): string | null {
  return namedDay(day)?.name ?? (isWeekend(day) ? '周末' : null);
}

/** One day of a year as an administrator sees it. */
export interface CalendarDayState {
  day: IsoDate;
  working: boolean;
  /** Chinese: 周末, 国庆节, the reason of an edit; null on a plain working day. */
  name: string | null;
  /** Does the day differ from its weekday: a holiday in the week, or a worked weekend? */
  exceptional: boolean;
  /** What it was before an administrator's edit; null when it was not edited. */
  before: 'work' | 'off' | null;
}

/**
 * R1.2: the days of a year by what counts for each: an edit over the loaded notice over the calendar package over the weekday.
 * @param notice days of the loaded notice; empty when none was loaded
 * @param edits of single days
 */
export function calendarYear(year: number, notice: readonly CalendarEntry[], edits: readonly CalendarEntry[]): CalendarDayState[] {
  const plain = publishedCalendar();
  const noticed = new Map(notice.map((entry) => [entry.day, entry]));
  const edited = new Map(edits.map((entry) => [entry.day, entry]));
  return daysOfYear(year).map((day) => {
    const told = noticed.get(day);
    const works = told ? told.kind === 'work' : plain.isWorkingDay(day);
    const edit = edited.get(day);
    const working = edit ? edit.kind === 'work' : works;
    const name = edit ? edit.name : (told?.name ?? (told && works !== plain.isWorkingDay(day) ? null : plainName(day)));
    return {
      day,
      working,
      name: name ?? (working ? null : '公休'),
      exceptional: working === isWeekend(day),
      before: edit ? (works ? 'work' : 'off') : null,
    };
  });
}
