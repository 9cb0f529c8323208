import { describe, expect, it } from '@jest/globals';
import { calendarYear } from '@onewindow/domain';
import { daysBetween, monthWeeks, weekdayOf } from './month-weeks.js';

const days = calendarYear(2026, [], []);

describe('months', () => {
  it('begin their weeks on Monday', () => {
    expect(weekdayOf('2026-11-02')).toBe(0);
    expect(weekdayOf('2026-11-01')).toBe(6);
    const november = monthWeeks(days, 11);
    expect(november).toHaveLength(6);
    expect(monthWeeks(days, 2)).toHaveLength(6);
    expect(november[0]?.map((one) => one?.day ?? null)).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(november[5]?.map((one) => one?.day.slice(8) ?? '')).toEqual(['30', '', '', '', '', '', '']);
  });

  it('together have every day once', () => {
    const all = Array.from({ length: 12 }, (_, at) => monthWeeks(days, at + 1)).flat(2);
    expect(all.filter((one) => one !== null)).toHaveLength(365);
  });
});

it('a span of days runs either way', () => {
  expect(daysBetween(days, '2026-03-02', '2026-02-28')).toEqual(['2026-02-28', '2026-03-01', '2026-03-02']);
});
