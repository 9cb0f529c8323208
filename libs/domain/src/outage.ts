import { type Checked, failed } from './checked.js';
import { type IsoDate, shanghaiDateOf } from './dates.js';

/** R10.5: pre-numbered paper that a hall holds for outages: `prefix` and the first and last number, six digits each on paper. */
export interface OutageRange {
  /** Upper-case letters, like LJT. */
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  /** The day on which the paper was handed out; nothing can have been received on it before. */
  readonly handedOutOn: IsoDate;
}

/** A paper's number in its parts. */
export interface OutageNo {
  readonly prefix: string;
  readonly serial: number;
  /** As printed: LJT-000123. */
  readonly text: string;
}

const SERIAL_DIGITS = 6;
const OUTAGE_NO = /^([A-Z]{1,8})-?(\d{1,6})$/;

/** The highest number that a range can hold. */
export const LAST_OUTAGE_SERIAL = 10 ** SERIAL_DIGITS - 1;

/** R10.5: a paper's number as printed. */
export function formatOutageNo(prefix: string, serial: number): string {
  return `${prefix}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}

/** Reads a paper's number as typed or scanned: letters in any case, with or without the dash and leading zeros. */
export function parseOutageNo(typed: string): Checked<OutageNo> {
  const read = OUTAGE_NO.exec(typed.replace(/\s/g, '').toUpperCase());
  const [, prefix, digits] = read ?? [];
  const serial = Number(digits);
  if (prefix === undefined || serial < 1) return failed('shape', '纸质单号是字母加数字，如 LJT-000123。照纸上重新输入');
  return { ok: true, value: { prefix, serial, text: formatOutageNo(prefix, serial) } };
}

/** R10.4: the numbers of a range as one question, `LJT-000001 至 LJT-000200`: its count opens to the cases by it. */
export function outageSpanWords({ prefix, first, last }: Pick<OutageRange, 'prefix' | 'first' | 'last'>): string {
  return `${formatOutageNo(prefix, first)} 至 ${formatOutageNo(prefix, last)}`;
}

/** Reads such a question, or one number alone, as the first and last number; undefined when it is none. */
export function parseOutageSpan(typed: string): { from: OutageNo; through: OutageNo } | undefined {
  const [first = '', last = first, ...rest] = typed.split(/[至~～]/);
  const [from, through] = [parseOutageNo(first), parseOutageNo(last)];
  if (rest.length > 0 || !from.ok || !through.ok || from.value.prefix !== through.value.prefix) return undefined;
  return from.value.serial <= through.value.serial ? { from: from.value, through: through.value } : undefined;
}

/** R10.5: the range that a number belongs to; undefined when this hall was never given it. */
export function outageRangeOf<R extends OutageRange>(ranges: readonly R[], { prefix, serial }: OutageNo): R | undefined {
  return ranges.find((range) => range.prefix === prefix && range.first <= serial && serial <= range.last);
}

/** R10.5: do two ranges share a number? A number exists once, whoever holds it. */
export function outageRangesOverlap(a: OutageRange, b: OutageRange): boolean {
  return a.prefix === b.prefix && a.first <= b.last && b.first <= a.last;
}

/** R10.5: why a case cannot have been received at this instant on paper of this range; null when it can. */
export function outageTimeProblem(receivedAt: Date, { range, now }: { range: OutageRange; now: Date }): 'future' | 'before-range' | null {
  if (receivedAt.getTime() > now.getTime()) return 'future';
  return shanghaiDateOf(receivedAt) < range.handedOutOn ? 'before-range' : null;
}
