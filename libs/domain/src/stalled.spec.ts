import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { isStalled, stalledDays } from './stalled.js';

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
