import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { coveredSpans, isPaused, pauseEnd, pauseOverrun, uncoveredWorkingDays } from './pause.js';

const calendar = publishedCalendar();
const testing = { start: '2026-03-09', announcedEnd: '2026-03-18' };

describe('R3.2 pauses', () => {
  it('R3.2 cover (start, end]', () => {
    const pauses = [{ ...testing, actualEnd: '2026-03-18' }];
    const paused = ['2026-03-09', '2026-03-10', '2026-03-18', '2026-03-19'].map((day) => isPaused(day, pauses, '2026-04-01'));
    expect(paused).toEqual([false, true, true, false]);
  });

  it('R3.2 an open pause lasts until its announced end, or until today if that has passed', () => {
    expect(pauseEnd(testing, '2026-03-12')).toBe('2026-03-18');
    expect(pauseEnd(testing, '2026-03-25')).toBe('2026-03-25');
    expect(pauseEnd({ ...testing, actualEnd: '2026-03-13' }, '2026-03-25')).toBe('2026-03-13');
    expect(isPaused('2026-03-25', [testing], '2026-03-25')).toBe(true);
  });

  it('R3.2 a pause ended on its start day covers nothing', () => {
    expect(coveredSpans([{ ...testing, actualEnd: '2026-03-09' }], '2026-04-01')).toEqual([]);
  });

  it('R3.2 overlapping and adjoining pauses count once', () => {
    const pauses = [
      { start: '2026-03-16', announcedEnd: '2026-03-20', actualEnd: '2026-03-20' },
      { start: '2026-03-09', announcedEnd: '2026-03-18', actualEnd: '2026-03-18' },
      { start: '2026-03-20', announcedEnd: '2026-03-24', actualEnd: '2026-03-24' },
      { start: '2026-03-10', announcedEnd: '2026-03-11', actualEnd: '2026-03-11' },
    ];
    const spans = coveredSpans(pauses, '2026-04-30');
    expect(spans).toEqual([{ after: '2026-03-09', through: '2026-03-24' }]);
    expect(uncoveredWorkingDays('2026-03-02', '2026-03-31', spans, calendar)).toBe(21 - 11);
  });

  it('R3.2 shows by how many working days a pause is longer than announced', () => {
    expect(pauseOverrun(testing, '2026-03-18', calendar)).toBe(0);
    expect(pauseOverrun(testing, '2026-03-20', calendar)).toBe(2);
    expect(pauseOverrun({ ...testing, actualEnd: '2026-03-13' }, '2026-03-25', calendar)).toBe(0);
    expect(pauseOverrun({ ...testing, actualEnd: '2026-03-19' }, '2026-03-25', calendar)).toBe(1);
  });
});
