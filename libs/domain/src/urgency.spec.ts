import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { dueDate, light, remaining } from './clock.js';
import { addCalendarDays } from './dates.js';
import { isPaused } from './pause.js';
import { type UrgencyKey, compareUrgency, lightBoundaries, nearestDue, nearestInQueue } from './urgency.js';

const key = (id: string, over: Partial<UrgencyKey> = {}): UrgencyKey => ({
  paused: false,
  nearestDue: '2026-03-10',
  receivedAt: '2026-03-02T01:00:00Z',
  id,
  ...over,
});

describe('R1.8 the order of queues', () => {
  it('R1.8 the nearest of the three due dates counts; clocks that are absent do not', () => {
    expect(nearestDue(['2026-03-30', '2026-03-12', null])).toBe('2026-03-12');
    expect(nearestDue([null, undefined])).toBeNull();
  });

  it('R1.8 paused last, nearest due, received at, id', () => {
    const sorted = [
      key('a', { nearestDue: '2026-03-09' }),
      key('b', { receivedAt: '2026-03-01T01:00:00Z' }),
      key('c'),
      key('d'),
      key('e', { nearestDue: null }),
      key('f', { paused: true, nearestDue: '2026-01-01' }),
    ];
    expect([...sorted].reverse().sort(compareUrgency)).toEqual(sorted);
    expect(compareUrgency(key('a'), key('a'))).toBe(0);
  });
});

describe('R1.8 the lights as dates', () => {
  it.each([
    [0, 2],
    [0, 0],
    [1, 1],
    [2, 5],
  ])(
    'say of every due date what its remaining days say, on working days and days off: red below %i, yellow through %i',
    (below, through) => {
      const calendar = publishedCalendar();
      const thresholds = { redBelow: below, yellowThrough: through };
      for (let today = '2026-01-20'; today < '2026-03-05'; today = addCalendarDays(today, 1)) {
        const { redBefore, yellowThrough } = lightBoundaries(today, calendar, thresholds);
        for (let due = addCalendarDays(today, -15); due < addCalendarDays(today, 20); due = addCalendarDays(due, 1)) {
          const byDate = due < redBefore ? 'red' : due <= yellowThrough ? 'yellow' : 'green';
          const left = remaining(today, { start: addCalendarDays(today, -30), due, calendar, today });
          expect([today, due, byDate]).toEqual([today, due, light([left], thresholds)]);
        }
      }
    },
  );

  it('R1.8, R3.2 the nearest due date of a queue has the light of what remains on every day that no pause covers', () => {
    const calendar = publishedCalendar();
    const day = fc.integer({ min: 0, max: 70 }).map((days) => addCalendarDays('2026-01-20', days));
    const pause = fc.record({ start: day, announced: fc.integer({ min: 0, max: 20 }), actual: fc.option(fc.integer({ min: 0, max: 25 })) });
    const clock = fc.record({ start: day, limit: fc.integer({ min: 1, max: 15 }) });
    fc.assert(
      fc.property(day, fc.array(pause, { maxLength: 3 }), fc.array(clock, { minLength: 1, maxLength: 3 }), (today, announced, running) => {
        // Served on its day and never ahead of it; so are the ends.
        const pauses = announced
          .filter(({ start }) => start <= today)
          .map(({ start, announced: days, actual }) => {
            const actualEnd = actual === null ? null : addCalendarDays(start, actual);
            return {
              start,
              announcedEnd: addCalendarDays(start, days),
              actualEnd: actualEnd !== null && actualEnd > today ? null : actualEnd,
            };
          });
        fc.pre(!isPaused(today, pauses, today));
        const clocks = running
          .filter(({ start }) => start <= today)
          .map(({ start, limit }) => ({ start, due: dueDate({ start, limit, pauses, calendar, today }).due }));
        const nearest = nearestInQueue({ clocks, pauses, calendar, today });
        const { redBefore, yellowThrough } = lightBoundaries(today, calendar);
        const byDate = nearest < redBefore ? 'red' : nearest <= yellowThrough ? 'yellow' : 'green';
        expect(byDate).toBe(light(clocks.map((one) => remaining(today, { ...one, pauses, calendar, today }))));
      }),
      { numRuns: 2000 },
    );
  });

  it('R3.2 an announced pause hides nothing on the day of its notice, and counts from the next on', () => {
    const calendar = publishedCalendar();
    const pauses = [{ start: '2026-03-09', announcedEnd: '2026-03-18' }];
    const clocks = [{ start: '2026-03-02', due: dueDate({ start: '2026-03-02', limit: 6, pauses, calendar, today: '2026-03-09' }).due }];
    expect(clocks[0]?.due).toBe('2026-03-19');
    expect(nearestInQueue({ clocks, pauses, calendar, today: '2026-03-09' })).toBe('2026-03-10');
    expect(nearestInQueue({ clocks, pauses, calendar, today: '2026-03-10' })).toBe('2026-03-19');
    expect(nearestInQueue({ clocks: [{ start: null, due: null }], calendar, today: '2026-03-10' })).toBe('9999-12-31');
  });

  it('R3.2 what stood still on its last day is not overdue before the first working day after the pause', () => {
    const calendar = publishedCalendar();
    const [clocks, pauses] = [
      [{ start: '2026-03-02', due: '2026-03-05' }],
      [{ start: '2026-03-05', announcedEnd: '2026-03-13', actualEnd: '2026-03-13' }],
    ];
    const saturday = { clocks, pauses, calendar, today: '2026-03-14' };
    expect(nearestInQueue(saturday)).toBe('2026-03-13');
    expect(lightBoundaries('2026-03-14', calendar).redBefore).toBe('2026-03-13');
    expect(lightBoundaries('2026-03-16', calendar).redBefore).toBe('2026-03-16');
  });
});
