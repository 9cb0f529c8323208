import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { caseDueDates, isHalted, startAfterRetrieve, stepDueDate } from './case-clocks.js';

const calendar = publishedCalendar();
const TESTING = { start: '2026-03-09', announcedEnd: '2026-03-18', actualEnd: '2026-03-18' };
const CASE = { acceptedOn: '2026-03-02', statutoryLimit: 20, promisedLimit: 5, extensionDays: 0, pauses: [] };

describe('R1.5 the clocks of a case', () => {
  it('R3.2 vector: a pause moves the statutory date, and every clock that still ran when it began', () => {
    expect(caseDueDates(CASE, calendar, '2026-03-02').statutory?.due).toBe('2026-03-30');
    const paused = caseDueDates({ ...CASE, pauses: [TESTING] }, calendar, '2026-03-20');
    expect(paused.statutory?.due).toBe('2026-04-09');
    expect(paused.promised?.due).toBe('2026-03-09');
  });

  it('R1.6: an extension lengthens both', () => {
    const { statutory, promised } = caseDueDates({ ...CASE, extensionDays: 10 }, calendar, '2026-03-02');
    expect(statutory?.due).toBe('2026-04-14');
    expect(promised?.due).toBe('2026-03-23');
  });

  it('has no date without a limit or before acceptance', () => {
    expect(caseDueDates({ ...CASE, promisedLimit: null }, calendar, '2026-03-02').promised).toBeNull();
    expect(caseDueDates({ ...CASE, acceptedOn: null }, calendar, '2026-03-02')).toEqual({ statutory: null, promised: null });
  });

  it('R1.5: a pause of the case stops the step too', () => {
    const step = { kind: 'review', startedOn: '2026-03-09', limit: 2, pauses: [TESTING] } as const;
    expect(stepDueDate(step, calendar, '2026-03-20').due).toBe('2026-03-20');
  });

  it('R3.2, R5.2: for who is consulted a pause lasts until its end is on record, for nobody else', () => {
    const pauses = [{ ...TESTING, actualEnd: '2026-03-11', recordedOn: '2026-03-18' }];
    const dueOf = (kind: 'review' | 'consultation') =>
      stepDueDate({ kind, startedOn: '2026-03-09', limit: 2, pauses }, calendar, '2026-03-18').due;
    expect(dueOf('review')).toBe('2026-03-13');
    expect(dueOf('consultation')).toBe('2026-03-20');
    expect(caseDueDates({ ...CASE, pauses }, calendar, '2026-03-18').statutory?.due).toBe('2026-04-01');
  });

  it('R1.5, R5.2: what was taken back keeps the day on which it was first pooled; a question counts from when it is asked again', () => {
    for (const kind of ['review', 'decision', 'issue', 'reroute'] as const)
      expect(startAfterRetrieve({ kind, startedOn: '2026-03-09' })).toBe('2026-03-09');
    expect(startAfterRetrieve({ kind: 'consultation', startedOn: '2026-03-09' })).toBeNull();
    expect(startAfterRetrieve({ kind: 'review', startedOn: null })).toBeNull();
  });

  it('R3.2: it still runs on the start day, and stands still through the last', () => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-18', '2026-03-19'];
    expect(days.map((day) => isHalted([TESTING], day))).toEqual([false, true, true, false]);
    expect(isHalted([], '2026-03-10')).toBe(false);
  });
});
