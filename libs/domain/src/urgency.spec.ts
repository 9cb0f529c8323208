import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { light, remaining } from './clock.js';
import { addCalendarDays } from './dates.js';
import { type UrgencyKey, compareUrgency, lightBoundaries, nearestDue } from './urgency.js';

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
  it('say of every due date what its remaining days say, on working days and days off', () => {
    const calendar = publishedCalendar();
    for (let today = '2026-01-20'; today < '2026-03-05'; today = addCalendarDays(today, 1)) {
      const { redBefore, yellowThrough } = lightBoundaries(today, calendar);
      for (let due = addCalendarDays(today, -15); due < addCalendarDays(today, 20); due = addCalendarDays(due, 1)) {
        const byDate = due < redBefore ? 'red' : due <= yellowThrough ? 'yellow' : 'green';
        const left = remaining(today, { start: addCalendarDays(today, -30), due, calendar, today });
        expect([today, due, byDate]).toEqual([today, due, light([left])]);
      }
    }
  });
});
