import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, HEAT_BUCKETS, heatBucketOf, publishedCalendar, remaining } from '@onewindow/domain';
import fc from 'fast-check';
import { heatBoundaries, PAUSED_COLUMN } from './heat-columns.js';

// 2025-09 … 2027-03: National Day, Spring Festival, worked weekends, and a year whose notice is not out.
const dates = fc.integer({ min: 0, max: 560 }).map((days) => addCalendarDays('2025-09-01', days));
const edits = fc.array(fc.tuple(dates, fc.constantFrom<'work' | 'off'>('work', 'off')), { maxLength: 20 });
const calendars = edits.map((days) => publishedCalendar(Object.fromEntries(days)));

/** As PostgreSQL counts. */
function widthBucket(due: string, boundaries: readonly string[]): number {
  return boundaries.filter((first) => first <= due).length;
}

describe('columns of the heat map as dates', () => {
  it('every due date falls into the column that the domain names for what remains', () => {
    fc.assert(
      fc.property(
        dates,
        fc.array(fc.integer({ min: -45, max: 45 }), { minLength: 1, maxLength: 20 }),
        calendars,
        (today, offsets, calendar) => {
          const boundaries = heatBoundaries(today, calendar);
          for (const offset of offsets) {
            const due = addCalendarDays(today, offset);
            const left = remaining(today, { start: addCalendarDays(today, -60), due, calendar, today });
            expect(HEAT_BUCKETS[widthBucket(due, boundaries)]?.key).toBe(heatBucketOf(left));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a due date of no clock is far away, paused work has a column of its own', () => {
    const boundaries = heatBoundaries('2026-10-08', publishedCalendar());
    expect(HEAT_BUCKETS[widthBucket('9999-12-31', boundaries)]?.key).toBe('left11');
    expect(boundaries).toHaveLength(PAUSED_COLUMN - 1);
    expect(HEAT_BUCKETS[PAUSED_COLUMN]?.key).toBe('paused');
  });

  it('on a Sunday in front of the holidays nothing is due on Friday that is not due "today"', () => {
    const calendar = publishedCalendar();
    const boundaries = heatBoundaries('2026-10-04', calendar);
    expect(HEAT_BUCKETS[widthBucket('2026-09-30', boundaries)]?.key).toBe('today');
    expect(HEAT_BUCKETS[widthBucket('2026-09-29', boundaries)]?.key).toBe('over1');
    expect(HEAT_BUCKETS[widthBucket('2026-10-08', boundaries)]?.key).toBe('left1');
  });
});
