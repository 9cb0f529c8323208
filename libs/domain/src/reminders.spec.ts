import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { addCalendarDays } from './dates.js';
import {
  latestReminderDay,
  pauseEndsThrough,
  remindableSince,
  SUPPLEMENT_REMINDERS,
  uncollected,
  UNCOLLECTED_REMINDERS,
} from './reminders.js';

const calendar = publishedCalendar();
const dayOf = (today: string, plan = UNCOLLECTED_REMINDERS) => latestReminderDay('2026-03-02', plan, today, calendar);

describe('reminders', () => {
  it('R6.3 come first after ten working days, then every ten; 清明 is no working day', () => {
    expect(dayOf('2026-03-13')).toBeNull();
    expect(dayOf('2026-03-16')).toBe('2026-03-16');
    expect(dayOf('2026-03-29')).toBe('2026-03-16');
    expect(dayOf('2026-03-30')).toBe('2026-03-30');
    expect(dayOf('2026-04-13')).toBe('2026-03-30');
    expect(dayOf('2026-04-14')).toBe('2026-04-14');
  });

  it('R6.3 are followed by the list, from the working day after the first one on, until it is collected', () => {
    const listed = (today: string) => uncollected('2026-03-02', today, calendar);
    expect(listed('2026-03-16')).toBeNull();
    expect(listed('2026-03-17')).toEqual({ remindedOn: '2026-03-16', overdueDays: 1 });
    expect(listed('2026-03-31')).toEqual({ remindedOn: '2026-03-30', overdueDays: 11 });
  });

  it('R2.8 come on the working day after the day by which papers were looked for', () => {
    expect(dayOf('2026-03-02', SUPPLEMENT_REMINDERS)).toBeNull();
    expect(dayOf('2026-03-03', SUPPLEMENT_REMINDERS)).toBe('2026-03-03');
  });

  it('R3.2 bring a pause to mind two working days before its announced end', () => {
    // Friday: Monday and Tuesday are the next two.
    expect(pauseEndsThrough('2026-11-06', calendar)).toBe('2026-11-10');
  });

  it('are found whenever they are due, and never before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 120 }), (start, later) => {
        const from = addCalendarDays('2026-01-05', start);
        const today = addCalendarDays(from, later);
        const due = latestReminderDay(from, UNCOLLECTED_REMINDERS, today, calendar);
        expect(due !== null).toBe(from <= remindableSince(UNCOLLECTED_REMINDERS, today, calendar));
        if (due !== null) expect(due <= today && due > from).toBe(true);
      }),
    );
  });
});
