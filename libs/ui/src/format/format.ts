import { dateWords, dayOfWeek, shanghaiDateOf, shanghaiTimeOf, type IsoDate } from '@onewindow/domain';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `11-05`, in another year `2027-01-08`. */
export const formatDay = dateWords;

/** The time of an instant in Shanghai: `10:42`. */
export const formatTime = shanghaiTimeOf;

/** An instant as date and time: `10-28 16:20`, in another year `2025-10-28 16:20`. */
export function formatMoment(instant: string | Date, today: IsoDate): string {
  return `${dateWords(shanghaiDateOf(instant), today)} ${shanghaiTimeOf(instant)}`;
}

/** Time with seconds in Shanghai, for drafts: `10:42:08`. */
export function formatTimeSeconds(instant: string | Date): string {
  const seconds = new Date(instant).getUTCSeconds();
  return `${shanghaiTimeOf(instant)}:${String(seconds).padStart(2, '0')}`;
}

/** Date and time of the top bar: `10 月 29 日 周四 10:42`. */
export function formatBarDate(now: Date): string {
  const date = shanghaiDateOf(now);
  return `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日 ${WEEKDAYS[dayOfWeek(date)] ?? ''} ${shanghaiTimeOf(now)}`;
}

/** R8.4 grouped 6 8 6 1: `440199 20261029 000318 7`. Anything else is given back as it is. */
export function formatCaseNo(caseNo: string): string {
  const parts = /^(\d{6})(\d{8})(\d{6})(\d)$/.exec(caseNo);
  return parts ? parts.slice(1).join(' ') : caseNo;
}

/** The serial alone for narrow lists: `…000318`. */
export function formatCaseSerial(caseNo: string): string {
  const serial = /^\d{14}(\d{6})\d$/.exec(caseNo)?.[1];
  return serial ? `…${serial}` : caseNo;
}

/** A count with thousands: `1,411`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A difference with its sign: `+26`, `−38`, `0`. */
export function formatChange(change: number): string {
  if (change === 0) return '0';
  return change > 0 ? `+${formatCount(change)}` : `−${formatCount(-change)}`;
}

/** Elapsed time at the counter: `06:42`, from one hour on `1:02:10`. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

/** Money from cents: `0 元`, `120 元`, `12.50 元`. */
export function formatYuan(cents: number): string {
  return cents % 100 === 0 ? `${formatCount(cents / 100)} 元` : `${(cents / 100).toFixed(2)} 元`;
}
