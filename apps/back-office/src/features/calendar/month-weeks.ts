import type { CalendarDayView } from '@onewindow/contracts';
import { dayOfWeek } from '@onewindow/domain';

export const WEEKDAY_HEADS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** Monday is 0. */
export function weekdayOf(day: string): number {
  return (dayOfWeek(day) + 6) % 7;
}

/** As many weeks as the longest month touches: the days of all months stand in line. */
const WEEKS = 6;

/** The six weeks of a month, Monday first, each with seven places; those outside the month are null. */
export function monthWeeks(days: readonly CalendarDayView[], month: number): (CalendarDayView | null)[][] {
  const own = days.filter(({ day }) => Number(day.slice(5, 7)) === month);
  const lead = own[0] ? weekdayOf(own[0].day) : 0;
  const places: (CalendarDayView | null)[] = [...Array.from({ length: lead }, () => null), ...own];
  while (places.length < WEEKS * 7) places.push(null);
  return Array.from({ length: WEEKS }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** Days from one to another, both included, in either order. */
export function daysBetween(days: readonly CalendarDayView[], from: string, to: string): string[] {
  const [first, last] = from <= to ? [from, to] : [to, from];
  return days.flatMap(({ day }) => (day >= first && day <= last ? [day] : []));
}
