import { dateWords, type IsoDate, shanghaiDateOf, shanghaiTimeOf } from '@onewindow/domain';

/** The facts of an event. */
export type Data = Readonly<Record<string, unknown>>;

/** A fact of the event as text; '' when it has none. */
export function fact(data: Data, key: string): string {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** ：理由, or nothing. */
export function because(data: Data, key = 'reason'): string {
  const reason = fact(data, key);
  return reason === '' ? '' : `：${reason}`;
}

/** Texts among the facts. */
export function list(data: Data, key: string): string[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A day among the facts: 11-05, in another year than that of the event 2027-01-08. */
export function day(data: Data, key: string, on: IsoDate): string {
  const date = fact(data, key);
  return date === '' ? '' : dateWords(date, on);
}

/** An instant among the facts: 03-02 10:36 in Shanghai. */
export function momentOf(data: Data, key: string, on: IsoDate): string {
  const instant = fact(data, key);
  return Number.isNaN(Date.parse(instant)) ? '' : `${dateWords(shanghaiDateOf(instant), on)} ${shanghaiTimeOf(instant)}`;
}
