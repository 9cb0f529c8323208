import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { addCalendarDays } from './dates.js';
import { idleThrough, isStalled, sinceWithoutPauses, stalledDays } from './stalled.js';

const calendar = publishedCalendar();

describe('R5.7 stalled work', () => {
  it('R5.7 counts working days since the holder last acted; three make it stalled', () => {
    expect(stalledDays({ since: '2026-09-30', today: '2026-10-09', calendar })).toBe(2);
    expect(isStalled({ since: '2026-09-30', today: '2026-10-09', calendar })).toBe(false);
    expect(isStalled({ since: '2026-09-30', today: '2026-10-10', calendar })).toBe(true);
    expect(isStalled({ since: '2026-09-30', today: '2026-10-09', calendar }, 2)).toBe(true);
  });

  it('R5.7 paused days do not count', () => {
    const pauses = [{ start: '2026-03-09', announcedEnd: '2026-03-18' }];
    expect(stalledDays({ since: '2026-03-06', today: '2026-03-18', pauses, calendar })).toBe(1);
    expect(
      stalledDays({
        since: '2026-03-06',
        today: '2026-03-20',
        pauses: pauses.map((pause) => ({ ...pause, actualEnd: '2026-03-18' })),
        calendar,
      }),
    ).toBe(3);
  });
});

describe('R5.7 stalled as a date', () => {
  // 2025-09 … 2027-03: National Day, Spring Festival, worked weekends, and a year whose notice is not out.
  const dates = fc.integer({ min: 0, max: 560 }).map((days) => addCalendarDays('2025-09-01', days));
  const edits = fc.array(fc.tuple(dates, fc.constantFrom<'work' | 'off'>('work', 'off')), { maxLength: 20 });
  const calendars = edits.map((days) => publishedCalendar(Object.fromEntries(days)));

  it('is the last day from which so many working days have passed', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), calendars, (today, days, edited) => {
        const since = idleThrough(days, today, edited);
        expect(stalledDays({ since, today, calendar: edited })).toBeGreaterThanOrEqual(days);
        expect(stalledDays({ since: addCalendarDays(since, 1), today, calendar: edited })).toBeLessThan(days);
      }),
      { numRuns: 300 },
    );
  });
});

describe('R5.7 a day without the pauses', () => {
  const dates = fc.integer({ min: 0, max: 200 }).map((days) => addCalendarDays('2026-01-01', days));
  const pauses = fc.array(
    fc.tuple(dates, fc.integer({ min: 0, max: 30 })).map(([start, days]) => {
      const end = addCalendarDays(start, days);
      return { start, announcedEnd: end, actualEnd: end };
    }),
    { maxLength: 4 },
  );

  it('lets a queue count without knowing the pauses', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 60 }), pauses, (since, days, over) => {
        const today = addCalendarDays(since, days);
        const input = { since, today, pauses: over, calendar };
        const day = sinceWithoutPauses(input);
        expect(day >= since && day <= today).toBe(true);
        expect(stalledDays({ since: day, today, calendar })).toBe(stalledDays(input));
      }),
    );
  });

  it('stays where it is without a pause', () => {
    expect(sinceWithoutPauses({ since: '2026-03-06', today: '2026-03-20', calendar })).toBe('2026-03-06');
  });
});
