import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  calendarDaysBetween,
  dayNumber,
  dayOfWeek,
  isIsoDate,
  shanghaiDateOf,
  shanghaiTimeOf,
  shanghaiToday,
} from './dates.js';
import { DomainError } from './errors.js';

describe('dates of the law', () => {
  it('exist in the calendar', () => {
    expect(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'].every(isIsoDate)).toBe(true);
    expect(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', ''].some(isIsoDate)).toBe(false);
  });

  it('are counted and named by weekday without a time zone', () => {
    expect(addCalendarDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addCalendarDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(calendarDaysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(dayOfWeek('2026-11-21')).toBe(6);
    expect(dayOfWeek('1969-12-31')).toBe(3);
  });

  it('refuse what does not exist', () => {
    expect(() => dayNumber('2026-02-30')).toThrow(DomainError);
  });

  it('R1.4 are those of Shanghai, whatever the hour in UTC', () => {
    expect(shanghaiToday(new Date('2026-11-05T15:59:59Z'))).toBe('2026-11-05');
    expect(shanghaiToday(new Date('2026-11-05T16:00:00Z'))).toBe('2026-11-06');
    expect(shanghaiDateOf('2026-12-31T16:30:00Z')).toBe('2027-01-01');
    expect(shanghaiDateOf('2026-12-31T23:30:00+08:00')).toBe('2026-12-31');
    expect(shanghaiTimeOf('2026-11-05T02:41:00Z')).toBe('10:41');
  });
});
