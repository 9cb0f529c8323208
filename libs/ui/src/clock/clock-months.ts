import { addCalendarDays, dayOfWeek, daysInMonth, type IsoDate } from '@onewindow/domain';

/** One day of an explained clock as the server sends it. */
export interface ClockDayValue {
  date: IsoDate;
  kind: 'start' | 'counted' | 'dayOff' | 'paused';
  count: number | null;
  reason: string | null;
}

/** A month of the picture: its weeks from Monday to Sunday; null outside the period. */
export interface ClockMonth {
  /** 2026-03 */
  key: string;
  title: string;
  weeks: readonly (readonly ClockCell[])[];
}

/** A square of the calendar: a day of the month, or nothing. */
export type ClockCell = { date: IsoDate; day: ClockDayValue | null } | null;

/** The months that a period touches, week by week; weeks that lie wholly outside the period are left out. */
export function clockMonths(days: readonly ClockDayValue[]): ClockMonth[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))].sort();
  return months.map((key) => {
    const weeks = weeksOf(key, byDate).filter((week) => week.some((cell) => cell !== null && cell.day !== null));
    return { key, title: `${key.slice(0, 4)} 年 ${Number(key.slice(5, 7))} 月`, weeks };
  });
}

function weeksOf(key: string, byDate: ReadonlyMap<IsoDate, ClockDayValue>): ClockCell[][] {
  const first = `${key}-01`;
  const length = daysInMonth(Number(key.slice(0, 4)), Number(key.slice(5, 7)));
  // Monday is the first column.
  const before = (dayOfWeek(first) + 6) % 7;
  const cells: ClockCell[] = Array.from({ length: before }, () => null);
  for (let day = 0; day < length; day++) {
    const date = addCalendarDays(first, day);
    cells.push({ date, day: byDate.get(date) ?? null });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** 周末 12 天、清明 1 天、检测 9 天: what did not count, the most frequent first. */
export function skippedWords(days: readonly ClockDayValue[]): string {
  const counts = new Map<string, number>();
  for (const { kind, reason } of days) {
    if (kind === 'dayOff' || kind === 'paused') counts.set(reason ?? '', (counts.get(reason ?? '') ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${reason} ${count} 天`)
    .join('、');
}
