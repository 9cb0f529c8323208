import type { OutageRangeView } from '@onewindow/contracts';
import { outageRangeOf, outageTimeProblem, parseOutageNo } from '@onewindow/domain';

const SHANGHAI = '+08:00';

/** A day and a time as typed, in Shanghai, as an instant; null when there is none. */
export function instantOf(day: string, time: string): Date | null {
  const instant = new Date(`${day}T${time}:00${SHANGHAI}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

export interface EntryCheck {
  /** Why the number can't be entered, as far as this machine knows; the server has the last word. */
  readonly number: string | null;
  readonly time: string | null;
}

/** R10.5, while it is typed: is the number one of this hall's, and can the case have been received then? */
export function checkEntry(
  typed: { outageNo: string; receivedAt: Date | null },
  ranges: readonly OutageRangeView[],
  now: Date,
): EntryCheck {
  const read = parseOutageNo(typed.outageNo);
  const range = read.ok ? outageRangeOf(ranges, read.value) : undefined;
  const number = typed.outageNo.trim() === '' ? null : !read.ok ? read.reason : range ? null : `${read.value.text} 不在本大厅领用的号段里`;
  if (typed.receivedAt === null) return { number, time: null };
  if (typed.receivedAt > now) return { number, time: '真实收件时间在现在之后' };
  const early = range && outageTimeProblem(typed.receivedAt, { range, now }) === 'before-range';
  return { number, time: early ? `这个号段 ${range.handedOutOn} 才领用` : null };
}
