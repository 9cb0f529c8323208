import { describe, expect, it } from '@jest/globals';
import { publishedCalendar, workingDayFrom, yearWithoutNotice } from './calendar.js';
import { addCalendarDays } from './dates.js';

const calendar = publishedCalendar();

describe('R1.2 the working calendar', () => {
  it('R1.3 2026 has 248 working days', () => {
    expect(calendar.workingDaysIn('2025-12-31', '2026-12-31')).toBe(248);
  });

  it('R1.2 knows holidays, worked weekends and plain weekends of 2026, and says why a day is off', () => {
    expect(calendar.isWorkingDay('2026-01-04')).toBe(true);
    expect(calendar.dayOffReason('2026-01-04')).toBeNull();
    expect(calendar.dayOffReason('2026-04-06')).toBe('清明');
    expect(calendar.dayOffReason('2026-10-01')).toBe('国庆节');
    expect(calendar.dayOffReason('2026-07-04')).toBe('周末');
    expect(calendar.isWorkingDay('2026-07-06')).toBe(true);
  });

  it('R1.2 knows which years are published: 2026 is the last', () => {
    expect(calendar.publishedThrough).toBe(2026);
    expect([2003, 2004, 2025, 2026, 2027, 2028].filter((year) => calendar.isPublished(year))).toEqual([2004, 2025, 2026]);
  });

  it('R1.2 takes plain weekdays in a year that is not published', () => {
    expect(calendar.isWorkingDay('2027-10-01')).toBe(true);
    expect(calendar.isWorkingDay('2027-10-02')).toBe(false);
  });

  it('R1.2 an administrator loads a year and overrides days', () => {
    const loaded = publishedCalendar({ '2027-10-01': 'off', '2027-10-02': 'work', '2026-12-31': 'off' }, [2027]);
    expect(loaded.publishedThrough).toBe(2027);
    expect(loaded.isPublished(2027)).toBe(true);
    expect(loaded.isWorkingDay('2027-10-01')).toBe(false);
    expect(loaded.isWorkingDay('2027-10-02')).toBe(true);
    expect(loaded.dayOffReason('2026-12-31')).toBe('公休');
    expect(loaded.workingDaysIn('2025-12-31', '2026-12-31')).toBe(247);
    expect(calendar.isWorkingDay('2026-12-31')).toBe(true);
  });

  it('R1.2 a gap in the years ends what is published through', () => {
    const loaded = publishedCalendar({}, [2028]);
    expect(loaded.publishedThrough).toBe(2026);
    expect(loaded.isPublished(2028)).toBe(true);
  });

  it('counts (after, through] as a day-by-day count does, over years', () => {
    for (const [after, through] of [
      ['2026-01-01', '2026-01-01'],
      ['2026-02-13', '2026-03-19'],
      ['2024-11-05', '2027-03-01'],
      ['2026-12-30', '2027-01-02'],
      ['2026-05-02', '2026-05-01'],
    ] as const) {
      let days = 0;
      for (let day = addCalendarDays(after, 1); day <= through; day = addCalendarDays(day, 1)) if (calendar.isWorkingDay(day)) days++;
      expect(calendar.workingDaysIn(after, through)).toBe(days);
    }
  });

  it('finds the first working day on or after a date', () => {
    expect(workingDayFrom('2026-10-01', calendar)).toBe('2026-10-08');
    expect(workingDayFrom('2026-10-09', calendar)).toBe('2026-10-09');
  });

  it('R1.2 the notice of the next year is wanted from December on, and the current one always', () => {
    const wanted = (today: string, loaded: number[] = []) => yearWithoutNotice(today, publishedCalendar({}, loaded));
    expect(wanted('2026-11-30')).toBeNull();
    expect(wanted('2026-12-01')).toEqual({ year: 2027, since: '2026-12-01' });
    expect(wanted('2027-03-01')).toEqual({ year: 2027, since: '2026-12-01' });
    expect(wanted('2026-12-31', [2027])).toBeNull();
  });
});
