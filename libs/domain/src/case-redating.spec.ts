import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { type DatedCase, type DatedTask, DueDates, redate } from './case-redating.js';
import { addCalendarDays } from './dates.js';

const TODAY = '2026-12-10';
const plain = publishedCalendar();
/** The notice of 2027 comes out: New Year's Day is off, and the year is known. */
const loaded = publishedCalendar({ '2027-01-01': 'off' }, [2027], { '2027-01-01': '元旦' });
const storm = publishedCalendar({ '2026-12-14': 'off' }, [], { '2026-12-14': '台风停工' });

const blank: DatedCase = {
  status: 'accepted',
  acceptedOn: '2026-12-07',
  statutoryLimit: 20,
  promisedLimit: 5,
  extensionDays: 0,
  pauses: [],
  statutory: { due: null, provisional: false },
  promised: { due: null, provisional: false },
};
const step: DatedTask = {
  kind: 'review',
  startedOn: '2026-12-09',
  limit: 3,
  step: { due: null, provisional: false },
  statutoryDue: null,
  promisedDue: null,
  nearestDue: '9999-12-31',
};

/** The case as it would be stored under a calendar. */
function storedUnder(calendar: typeof plain, row = blank, tasks = [step]): [DatedCase, DatedTask[]] {
  const made = redate(row, tasks, new DueDates(calendar, TODAY));
  return [{ ...row, statutory: made.statutory, promised: made.promised }, tasks.map((task, at) => ({ ...task, ...made.tasks[at] }))];
}

describe('R1.2 a changed calendar', () => {
  it('leaves alone what it does not touch', () => {
    const [row, tasks] = storedUnder(plain);
    expect(redate(row, tasks, new DueDates(plain, TODAY))).toMatchObject({ moved: false, changed: false });
  });

  it('moves the case, its steps and the nearest of the three', () => {
    const [row, tasks] = storedUnder(plain);
    expect([row.promised.due, tasks[0]?.step.due]).toEqual(['2026-12-14', '2026-12-14']);
    expect(redate(row, tasks, new DueDates(storm, TODAY))).toMatchObject({
      moved: true,
      promised: { due: '2026-12-15' },
      tasks: [{ step: { due: '2026-12-15' }, promisedDue: '2026-12-15', nearestDue: '2026-12-15' }],
    });
  });

  it('makes a provisional date firm, even where the day stays', () => {
    const [row, tasks] = storedUnder(plain, { ...blank, statutoryLimit: 22 });
    expect(row.statutory).toEqual({ due: '2027-01-06', provisional: true });
    const later = redate(row, tasks, new DueDates(loaded, TODAY));
    expect(later).toMatchObject({ statutory: { due: '2027-01-07', provisional: false }, moved: true });
    const [short, own] = storedUnder(plain, { ...blank, statutoryLimit: 19 });
    expect(short.statutory).toEqual({ due: '2027-01-01', provisional: true });
    const same = publishedCalendar({}, [2027]);
    expect(redate(short, own, new DueDates(same, TODAY))).toMatchObject({
      statutory: { due: '2027-01-01', provisional: false },
      moved: false,
      changed: true,
    });
  });

  it('does not touch the dates of a decided case, only its delivery', () => {
    const decided: DatedCase = {
      ...blank,
      status: 'decided',
      statutory: { due: '2026-12-31', provisional: false },
      promised: { due: '2026-12-14', provisional: false },
    };
    const [row, tasks] = storedUnder(plain, decided, [{ ...step, limit: 10 }]);
    expect(redate(row, tasks, new DueDates(storm, TODAY))).toMatchObject({
      statutory: decided.statutory,
      promised: decided.promised,
      moved: true,
      tasks: [{ statutoryDue: null, promisedDue: null, step: { due: '2026-12-24' } }],
    });
  });

  it('counts pauses and extensions', () => {
    const pauses = [{ start: '2026-12-08', announcedEnd: '2026-12-15', actualEnd: null }];
    const [row] = storedUnder(plain, { ...blank, pauses, extensionDays: 10 });
    expect(row.promised.due).toBe('2027-01-04');
    expect(redate(row, [], new DueDates(storm, TODAY)).promised.due).toBe('2027-01-04');
  });

  it('computed twice is computed once, and computed after a change is computed anew, whatever the facts and however often it changed', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const pauses = fc.array(
      fc.record({ from: days, announced: fc.integer({ min: 1, max: 30 }), actual: fc.option(fc.integer({ min: 0, max: 40 })) }),
      { maxLength: 3 },
    );
    const calendars = fc.array(fc.constantFrom(plain, loaded, storm), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(days, days, days, pauses, calendars, (start, limit, extensionDays, halted, changes) => {
        const acceptedOn = addCalendarDays('2026-10-01', start);
        const row: DatedCase = {
          ...blank,
          acceptedOn,
          promisedLimit: limit,
          extensionDays,
          pauses: halted.map(({ from, announced, actual }) => {
            const begun = addCalendarDays(acceptedOn, from);
            const actualEnd = actual === null ? null : addCalendarDays(begun, actual);
            return { start: begun, announcedEnd: addCalendarDays(begun, announced), actualEnd };
          }),
        };
        let [now, tasks] = storedUnder(plain, row);
        for (const calendar of changes) [now, tasks] = storedUnder(calendar, now, tasks);
        const last = changes.at(-1) ?? plain;
        expect([now, tasks]).toEqual(storedUnder(last, row));
        expect(redate(now, tasks, new DueDates(last, TODAY))).toMatchObject({ moved: false, changed: false });
      }),
    );
  });
});
