import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { dueDate, explainDueDate, light, remaining } from './clock.js';
import { DomainError } from './errors.js';

const calendar = publishedCalendar();
const testing = { start: '2026-03-09', announcedEnd: '2026-03-18' };
const accepted = { start: '2026-03-02', limit: 20, calendar, today: '2026-03-02' };

describe('R1.3 vectors for 2026', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-24', 5, '2026-10-09'],
    ['2026-09-30', 10, '2026-10-20'],
  ])('R1.3 %s + %i → %s', (start, limit, due) => {
    expect(dueDate({ start, limit, calendar, today: start })).toEqual({ due, provisional: false });
  });
});

describe('R1 due dates', () => {
  it('R1.1 the start day is not counted', () => {
    expect(dueDate({ start: '2026-03-02', limit: 1, calendar, today: '2026-03-02' }).due).toBe('2026-03-03');
    expect(dueDate({ start: '2026-03-02', limit: 0, calendar, today: '2026-03-02' }).due).toBe('2026-03-02');
  });

  it('R1.2 a due date that reaches into an unpublished year is provisional, and moves when the year is loaded', () => {
    const late = { start: '2026-12-28', limit: 5, today: '2026-12-28' };
    expect(dueDate({ ...late, calendar })).toEqual({ due: '2027-01-04', provisional: true });
    expect(dueDate({ ...late, calendar: publishedCalendar({ '2027-01-01': 'off' }, [2027]) })).toEqual({
      due: '2027-01-05',
      provisional: false,
    });
    expect(dueDate({ ...late, limit: 3, calendar })).toEqual({ due: '2026-12-31', provisional: false });
  });

  it('R1.6 extensions are added to the limit', () => {
    expect(dueDate({ ...accepted, limit: 10, extensions: [7, 3] })).toEqual(dueDate(accepted));
  });

  it.each([[-1], [1.5], [Number.NaN], [1_000_000]])('refuses a limit of %d', (limit) => {
    expect(() => dueDate({ ...accepted, limit })).toThrow(DomainError);
  });
});

describe('R3.2 the clock with pauses', () => {
  it('R3.2 the example: testing moves 2026-03-30 to 2026-04-09', () => {
    expect(dueDate(accepted).due).toBe('2026-03-30');
    expect(dueDate({ ...accepted, pauses: [{ ...testing, actualEnd: '2026-03-18' }] }).due).toBe('2026-04-09');
    expect(dueDate({ ...accepted, pauses: [testing] }).due).toBe('2026-04-09');
  });

  it('R3.2 an open pause beyond its announced end moves the due date day by day', () => {
    expect(dueDate({ ...accepted, pauses: [testing], today: '2026-03-18' }).due).toBe('2026-04-09');
    expect(dueDate({ ...accepted, pauses: [testing], today: '2026-03-20' }).due).toBe('2026-04-13');
  });

  it('R3.2 remaining: counting days ahead, 0 today, negative after', () => {
    const clock = { start: '2026-03-02', due: '2026-03-30', calendar, today: '2026-03-30' };
    const days = ['2026-03-02', '2026-03-27', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-07'].map((on) => remaining(on, clock));
    expect(days).toEqual([20, 1, 1, 0, -1, -5]);
    expect(remaining('2026-02-20', clock)).toBe(20);
  });

  it('R3.2 what remains is frozen while the clock stands still', () => {
    const clock = { start: '2026-03-02', due: '2026-04-09', pauses: [testing], calendar, today: '2026-03-18' };
    expect(['2026-03-09', '2026-03-10', '2026-03-18', '2026-03-19'].map((on) => remaining(on, clock))).toEqual([15, 15, 15, 14]);
  });

  it('R3.2 a pause after the due date stops the overdue days too', () => {
    const pauses = [{ start: '2026-04-01', announcedEnd: '2026-04-03', actualEnd: '2026-04-03' }];
    const clock = { start: '2026-03-02', due: '2026-03-30', pauses, calendar, today: '2026-04-08' };
    expect(['2026-04-01', '2026-04-03', '2026-04-07'].map((on) => remaining(on, clock))).toEqual([-2, -2, -3]);
  });

  it('R3.2 explains which days counted, which did not and why', () => {
    const explained = explainDueDate({ ...accepted, pauses: [testing] });
    expect(explained).toMatchObject({ due: '2026-04-09', provisional: false, limit: 20 });
    expect(explained.counted).toHaveLength(20);
    expect(explained.counted.at(-1)).toBe('2026-04-09');
    expect(explained.skipped.filter((day) => day.why === 'paused').map((day) => day.date)).toEqual([
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-16',
      '2026-03-17',
      '2026-03-18',
    ]);
    expect(explained.skipped).toContainEqual({ date: '2026-04-06', why: 'dayOff', reason: '清明' });
    expect(explained.counted.length + explained.skipped.length).toBe(38);
  });
});

describe('R1.8 lights', () => {
  it.each([
    [[5, 3, 9], 'green'],
    [[5, 2, 9], 'yellow'],
    [[0], 'yellow'],
    [[9, -1], 'red'],
    [[], 'green'],
  ] as const)('R1.8 %j → %s', (remainings, expected) => {
    expect(light(remainings)).toBe(expected);
  });

  it('R1.8 thresholds are configurable', () => {
    expect(light([4], { redBelow: 1, yellowThrough: 5 })).toBe('yellow');
    expect(light([0], { redBelow: 1, yellowThrough: 5 })).toBe('red');
  });
});
