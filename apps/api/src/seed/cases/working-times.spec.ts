import { describe, expect, it } from '@jest/globals';
import { publishedCalendar, shanghaiDateOf } from '@onewindow/domain';
import { steadyRandom, WorkingTimes } from './working-times.js';

const calendar = publishedCalendar();
const at = (now: string): WorkingTimes => new WorkingTimes(new Date(now), calendar);

describe('times of the story', () => {
  it('counts working days back from today', () => {
    const times = at('2026-11-05T06:20:00Z');
    expect([0, 1, 3, 4].map((days) => times.dayBefore(days))).toEqual(['2026-11-05', '2026-11-04', '2026-11-02', '2026-10-30']);
  });

  it('tells of the last working day on a Sunday, in a holiday, and before the day has begun', () => {
    expect(at('2026-11-21T18:25:00Z').dayBefore(0)).toBe('2026-11-20');
    expect(at('2026-10-07T03:00:00Z').dayBefore(0)).toBe('2026-09-30');
    expect(at('2026-11-05T01:00:00Z').dayBefore(0)).toBe('2026-11-04');
  });

  it('stays in opening hours, and never in the future', () => {
    const times = at('2026-11-05T03:00:00Z');
    expect(times.at(1, 0).toISOString()).toBe('2026-11-04T01:00:00.000Z');
    expect(times.at(0, 1).getTime()).toBeLessThan(Date.parse('2026-11-05T03:00:00Z'));
    expect(times.at(0, 1).getTime()).toBeGreaterThan(times.at(0, 0).getTime());
  });

  it('keeps what happened minutes ago on this day', () => {
    expect(shanghaiDateOf(at('2026-11-04T16:05:00Z').minutesAgo(90))).toBe('2026-11-05');
  });

  it('throws the same dice every time', () => {
    const [one, other] = [steadyRandom(7), steadyRandom(7)];
    expect(Array.from({ length: 5 }, one)).toEqual(Array.from({ length: 5 }, other));
  });
});
