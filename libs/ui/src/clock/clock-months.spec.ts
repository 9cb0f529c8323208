import { describe, expect, it } from '@jest/globals';
import { clockPicture, publishedCalendar } from '@onewindow/domain';
import { clockMonths, skippedWords } from './clock-months.js';

const calendar = publishedCalendar();
const testing = { label: '检测', start: '2026-03-09', announcedEnd: '2026-03-18', actualEnd: '2026-03-18' };
const { days } = clockPicture({ start: '2026-03-02', limit: 20, pauses: [testing], calendar, today: '2026-03-20' });

describe('the months of a clock', () => {
  const months = clockMonths(days);

  it('begin on Monday, hold every day of the period once, and leave out weeks beyond it', () => {
    expect(months.map(({ title }) => title)).toEqual(['2026 年 3 月', '2026 年 4 月']);
    const cells = months.flatMap(({ weeks }) => weeks.flat());
    expect(cells.flatMap((cell) => (cell?.day ? [cell.date] : []))).toEqual(days.map(({ date }) => date));
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
    // 2026-03-01 is a Sunday: its week begins the month but not the period.
    expect(months[0]?.weeks[0]?.[0]?.date).toBe('2026-03-02');
    expect(months[1]?.weeks).toHaveLength(2);
  });

  it('tell what did not count', () => {
    expect(skippedWords(days)).toBe('周末 8 天、检测 7 天、清明 3 天');
  });
});
