import { DomainError } from './errors.js';

/** A date of the law, `YYYY-MM-DD`, in Asia/Shanghai (R1.4). Such strings compare as dates do. */
export type IsoDate = string;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Is it a `YYYY-MM-DD` that exists in the calendar? */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Days since 1970-01-01.
 * @throws DomainError (`date.malformed`) when the date does not exist.
 */
export function dayNumber(date: IsoDate): number {
  if (!isIsoDate(date))
    throw new DomainError({ code: 'date.malformed', title: `日期“${date}”不存在，按 2026-11-05 的格式填写`, kind: 'invalid' });
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** The date that many days after 1970-01-01; the inverse of `dayNumber`. */
export function dateOfDayNumber(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The date `days` calendar days later, or earlier when negative. */
export function addCalendarDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function calendarDaysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: IsoDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The year of a date. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** R1.4: the date in Shanghai at this moment, wherever the server stands. */
export function shanghaiToday(now: Date): IsoDate {
  return inShanghai(now).slice(0, 10);
}

/** R1.4: the date in Shanghai of an instant (a Date or an ISO string with its zone). */
export function shanghaiDateOf(instant: Date | string): IsoDate {
  return inShanghai(new Date(instant)).slice(0, 10);
}

/** R1.4: the instant at which a day begins in Shanghai. */
export function shanghaiDayStart(date: IsoDate): Date {
  return new Date(dayNumber(date) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/** The time in Shanghai of an instant, `HH:mm`. */
export function shanghaiTimeOf(instant: Date | string): string {
  return inShanghai(new Date(instant)).slice(11, 16);
}

/** The earlier of two dates. */
export function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/** The later of two dates. */
export function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

// China has kept UTC+8 without summer time since 1991: a fixed offset needs no time zone data in the browser.
function inShanghai(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
}
