import { type IsoDate, isIsoDate, yearOf } from './dates.js';

/** The days that a field takes, both included; null is open. */
export interface DayBounds {
  min?: IsoDate | null;
  max?: IsoDate | null;
}

/** What was typed into a day: nothing, a day, or words that say what is wrong and what to do. */
export type TypedDay = { kind: 'empty' } | { kind: 'day'; day: IsoDate } | { kind: 'unreadable'; reason: string };

const WITH_YEAR = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;
const WITHOUT_YEAR = /^(\d{1,2})[-./月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})?(\d{2})(\d{2})$/;

/**
 * Reads a typed day: `2026-11-20`, `20261120`, `2026年11月20日`, `11-20`, `1120`, full-width digits too. Without a year it is the
 * year in which the field takes the day, this year first, then the next, then the last: a deadline typed in December as `01-08`
 * lies ahead, an issue date typed in January as `12-20` lies behind.
 */
export function readTypedDay(typed: string, today: IsoDate, bounds: DayBounds = {}): TypedDay {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return { kind: 'empty' };
  const found = WITH_YEAR.exec(text) ?? COMPACT.exec(text);
  const [year, month, day] = found ? [found[1], found[2], found[3]] : [undefined, ...(WITHOUT_YEAR.exec(text)?.slice(1) ?? [])];
  if (month === undefined || day === undefined)
    return { kind: 'unreadable', reason: `认不出“${text}”，按 ${today.slice(5)} 或 ${today} 填写` };
  const inYear = (one: number | string) => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const thisYear = yearOf(today);
  const days = (year === undefined ? [thisYear, thisYear + 1, thisYear - 1] : [year]).map(inYear).filter(isIsoDate);
  const [usual] = days;
  if (usual === undefined)
    return { kind: 'unreadable', reason: `没有 ${year === undefined ? inYear('').slice(1) : inYear(year)} 这一天，改成存在的日期` };
  return { kind: 'day', day: days.find((one) => boundProblem(one, bounds) === null) ?? usual };
}

/** Why a day is not taken, with the nearest that is; null when it is. */
export function boundProblem(day: IsoDate, { min, max }: DayBounds): string | null {
  if (min && max && (day < min || day > max)) return `填 ${min} 至 ${max} 之间的日期`;
  if (min && day < min) return `不能早于 ${min}`;
  if (max && day > max) return `不能晚于 ${max}`;
  return null;
}

const TIME = /^(\d{1,2})[:.点时](\d{2})分?$/;
const COMPACT_TIME = /^(\d{1,2})(\d{2})$/;

/** Reads a typed time of day, `9:30`, `0930`, `930`, `9点30分`, as `HH:mm`; null when it is none. */
export function readTypedTime(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const [, hour, minute] = TIME.exec(text) ?? COMPACT_TIME.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
