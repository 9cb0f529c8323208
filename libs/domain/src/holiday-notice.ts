import type { CalendarEntry } from './calendar-year.js';
import { isWeekend } from './calendar.js';
import { addCalendarDays, calendarDaysBetween, dayOfWeek, type IsoDate, isIsoDate } from './dates.js';
import { daysOfYear } from './calendar-year.js';

/** One holiday of the State Council's yearly notice. */
export interface NoticeHoliday {
  /** 国庆节、中秋节 may come together. */
  name: string;
  off: IsoDate[];
  /** Weekends that are worked for it. */
  work: IsoDate[];
}

/** What a pasted notice says; with any fault nothing of it may be loaded. */
export interface HolidayNotice {
  holidays: NoticeHoliday[];
  /** Chinese sentences. */
  faults: string[];
}

/** The holidays that every notice tells of, by the word that names them. */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const;
const WEEKDAYS = '日一二三四五六';
/** 1月1日(周四)至3日(周六): a day, or a span of days; weekdays in brackets are checked. */
const SPAN =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\(([^)]*)\))?(?:(?:至|到|—|–|-|~)+(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?)?/gu;
const LONGEST_HOLIDAY = 15;

/**
 * R1.2: reads the State Council's notice of a year's holidays as it is published: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * Weekdays in brackets, 共n天 and the seven holidays are checked, so that a notice of another year is not taken for this one.
 * @param text the pasted notice; other sentences in it are passed over
 */
export function readHolidayNotice(text: string, year: number): HolidayNotice {
  const faults: string[] = [];
  const holidays: NoticeHoliday[] = [];
  const taken = new Map<IsoDate, string>();
  for (const [name, words] of sectionsOf(text.normalize('NFKC').replace(/[ \t]/g, ''))) {
    const holiday: NoticeHoliday = { name, off: [], work: [] };
    for (const sentence of words.split(/[。;\n]/u)) {
      const isWork = sentence.includes('上班');
      if (!isWork && !/放假|休息|连休/u.test(sentence)) continue;
      const days = daysIn(sentence, year, faults);
      const told = Number(/共(\d+)天/u.exec(sentence)?.[1] ?? days.length);
      if (!isWork && told !== days.length) faults.push(`${name}写的是共 ${told} 天，列出的是 ${days.length} 天。`);
      for (const day of days) {
        const other = taken.get(day);
        if (other !== undefined) faults.push(`${day} 在${other === name ? name : `${other}和${name}`}里列了两次。`);
        else taken.set(day, name);
      }
      (isWork ? holiday.work : holiday.off).push(...days);
    }
    if (holiday.off.length > 0 || holiday.work.length > 0) holidays.push(holiday);
  }
  for (const day of holidays.flatMap(({ work }) => work)) if (!isWeekend(day)) faults.push(`${day} 不是周末，本来就上班。核对年份。`);
  const missing = HOLIDAYS.filter((name) => !holidays.some((one) => one.name.includes(name) && one.off.length > 0));
  if (missing.length > 0) faults.push(`缺${missing.join('、')}的放假日期。把通知全文贴进来。`);
  return { holidays, faults: [...new Set(faults)] };
}

/** The whole year by a notice: weekends off, other days worked, except as the notice says. */
export function yearOfNotice(year: number, holidays: readonly NoticeHoliday[]): CalendarEntry[] {
  const told = new Map<IsoDate, CalendarEntry>();
  for (const { name, off, work } of holidays) {
    for (const day of off) told.set(day, { day, kind: 'off', name });
    for (const day of work) told.set(day, { day, kind: 'work', name: `${name}调休` });
  }
  return daysOfYear(year).map((day) => told.get(day) ?? { day, kind: isWeekend(day) ? 'off' : 'work', name: null });
}

/** The notice by its holidays: each from its name to the next one's. */
function sectionsOf(text: string): [string, string][] {
  const heads = [
    ...text.matchAll(
      /(?:^|[\n。、)\d])((?:(?:元旦|春节|清明节?|(?:国际)?劳动节|端午节?|中秋节?|国庆节?)(?:[、和暨]|$)?)+)(?:假期)?[::](?=[^:]*?\d+月)/gu,
    ),
  ];
  return heads.map((head, at) => [
    (head[1] ?? '').replace(/[、和暨]$/u, ''),
    text.slice(head.index + head[0].length, heads[at + 1]?.index ?? text.length),
  ]);
}

function daysIn(sentence: string, year: number, faults: string[]): IsoDate[] {
  const days: IsoDate[] = [];
  for (const match of sentence.matchAll(SPAN)) {
    const [whole, fromYear, fromMonth, fromDay, fromWords, toYear, toMonth, toDay, toWords] = match;
    const from = dateOf(Number(fromYear ?? year), fromMonth, fromDay);
    const to = toDay === undefined ? from : dateOf(Number(toYear ?? fromYear ?? year), toMonth ?? fromMonth, toDay);
    const span = checkedSpan(whole, from, to, year, faults);
    if (span.length === 0) continue;
    checkWeekday(from, fromWords, faults);
    if (toDay !== undefined) checkWeekday(to, toWords, faults);
    days.push(...span);
  }
  return days;
}

function checkedSpan(whole: string, from: IsoDate, to: IsoDate, year: number, faults: string[]): IsoDate[] {
  const wrong = [from, to].find((day) => !isIsoDate(day));
  if (wrong !== undefined) {
    faults.push(`没有“${whole}”里的 ${wrong} 这一天。`);
    return [];
  }
  const foreign = [from, to].find((day) => !day.startsWith(`${year}-`));
  if (foreign !== undefined) {
    faults.push(`${foreign} 不是 ${year} 年的日子。那一天到 ${foreign.slice(0, 4)} 年里单独改。`);
    return [];
  }
  const length = calendarDaysBetween(from, to) + 1;
  if (length < 1 || length > LONGEST_HOLIDAY) {
    faults.push(`“${whole}”的起止不对。`);
    return [];
  }
  return Array.from({ length }, (_, at) => addCalendarDays(from, at));
}

/** 2027, 5, 9 → 2027-05-09, whether it exists or not. */
function dateOf(year: number, month = '', day = ''): IsoDate {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function checkWeekday(day: IsoDate, words: string | undefined, faults: string[]): void {
  const told = /(?:周|星期)([日天一二三四五六])/u.exec(words ?? '')?.[1]?.replace('天', '日');
  const real = WEEKDAYS[dayOfWeek(day)] ?? '';
  if (told !== undefined && told !== real) faults.push(`${day} 写的是周${told}，其实是周${real}。核对年份。`);
}
