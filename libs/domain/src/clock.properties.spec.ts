import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { type DueDateInput, dueDate, explainDueDate, remaining } from './clock.js';
import { clockPicture } from './clock-explanation.js';
import { addCalendarDays, calendarDaysBetween } from './dates.js';
import type { Pause } from './pause.js';

const calendar = publishedCalendar();
const dates = fc.integer({ min: 0, max: 500 }).map((days) => addCalendarDays('2025-11-01', days));
const limits = fc.integer({ min: 0, max: 45 });
const pauses: fc.Arbitrary<Pause> = fc
  .record({ start: dates, announced: fc.integer({ min: 0, max: 30 }), actual: fc.option(fc.integer({ min: 0, max: 40 })) })
  .map(({ start, announced, actual }) => ({
    start,
    announcedEnd: addCalendarDays(start, announced),
    actualEnd: actual === null ? null : addCalendarDays(start, actual),
  }));
const inputs: fc.Arbitrary<DueDateInput> = fc.record({
  start: dates,
  limit: limits,
  extensions: fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 2 }),
  pauses: fc.array(pauses, { maxLength: 4 }),
  calendar: fc.constant(calendar),
  today: dates,
});

/** R3.2 word for word: a working day after the start that no pause covers. */
function counts({ start, pauses: all = [], today }: DueDateInput, day: string): boolean {
  const isPaused = all.some(({ start: from, announcedEnd, actualEnd }) => {
    const end = actualEnd ?? (announcedEnd < today ? today : announcedEnd);
    return from < day && day <= end;
  });
  return day > start && calendar.isWorkingDay(day) && !isPaused;
}

/** Counts day by day, as a person with a wall calendar would. */
function countedByHand(input: DueDateInput, after: string, through: string): number {
  let days = 0;
  for (let day = addCalendarDays(after, 1); day <= through; day = addCalendarDays(day, 1)) if (counts(input, day)) days++;
  return days;
}

function holds<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns: 300 });
}

describe('properties of the clock', () => {
  it('R1 a longer limit is never due earlier', () => {
    holds(fc.property(inputs, limits, (input, more) => dueDate({ ...input, limit: input.limit + more }).due >= dueDate(input).due));
  });

  it('R1 a later start is never due earlier', () => {
    holds(
      fc.property(
        inputs,
        fc.nat(60),
        (input, later) => dueDate({ ...input, start: addCalendarDays(input.start, later) }).due >= dueDate(input).due,
      ),
    );
  });

  it('R3.2 a further pause never brings the due date forward', () => {
    holds(
      fc.property(
        inputs,
        pauses,
        (input, pause) => dueDate({ ...input, pauses: [...(input.pauses ?? []), pause] }).due >= dueDate(input).due,
      ),
    );
  });

  it('R3.2 overlapping pauses count once: order, repetition and splitting change nothing', () => {
    holds(
      fc.property(inputs, fc.nat(40), (input, cut) => {
        const closed = (input.pauses ?? []).map((pause) => ({ ...pause, actualEnd: pause.actualEnd ?? pause.announcedEnd }));
        const split = closed.flatMap((pause) => {
          const middle = addCalendarDays(pause.start, cut);
          if (middle >= pause.actualEnd) return [pause];
          return [
            { ...pause, actualEnd: middle },
            { ...pause, start: middle },
          ];
        });
        const due = dueDate({ ...input, pauses: closed }).due;
        expect(dueDate({ ...input, pauses: [...closed].reverse() }).due).toBe(due);
        expect(dueDate({ ...input, pauses: [...closed, ...closed] }).due).toBe(due);
        expect(dueDate({ ...input, pauses: split }).due).toBe(due);
      }),
    );
  });

  it('R1.7 computing anew after each pause ends where computing once does, and equals the count by hand', () => {
    holds(
      fc.property(inputs, (input) => {
        let due = dueDate({ ...input, pauses: [] }).due;
        const seen: Pause[] = [];
        for (const pause of input.pauses ?? []) {
          seen.push(pause);
          due = dueDate({ ...input, pauses: seen }).due;
        }
        expect(due).toBe(dueDate(input).due);
        const wanted = (input.extensions ?? []).reduce((sum, days) => sum + days, input.limit);
        expect(countedByHand(input, input.start, due)).toBe(wanted);
        // The first such day: it counts itself, unless nothing was to be counted.
        expect(wanted === 0 ? due === input.start : counts(input, due)).toBe(true);
      }),
    );
  });

  it('R3.2 the explanation adds up: from the start to the due date every day once, counted or skipped and why', () => {
    holds(
      fc.property(inputs, (input) => {
        const { due, counted, skipped } = explainDueDate(input);
        const days = calendarDaysBetween(input.start, due);
        const told = [...counted, ...skipped.map(({ date }) => date)].sort();
        expect(told).toEqual(Array.from({ length: days }, (_, at) => addCalendarDays(input.start, at + 1)));
        expect(counted.every((day) => counts(input, day))).toBe(true);
        for (const { date, why } of skipped) expect(why).toBe(calendar.isWorkingDay(date) ? 'paused' : 'dayOff');

        const named = (input.pauses ?? []).map((pause) => ({ ...pause, label: '检测' }));
        const picture = clockPicture({ ...input, pauses: named });
        expect(picture.days.map(({ date }) => date)).toEqual([input.start, ...told]);
        expect(picture.days.filter(({ kind }) => kind === 'counted').map(({ count }) => count)).toEqual(counted.map((_, at) => at + 1));
      }),
    );
  });

  it('R3.2 nothing remains on the due date', () => {
    holds(fc.property(inputs, (input) => remaining(dueDate(input).due, { ...input, due: dueDate(input).due }) === 0));
  });

  it('R3.2 what remains equals the count by hand, on any day', () => {
    holds(
      fc.property(inputs, dates, (input, on) => {
        const { due } = dueDate(input);
        const expected = on <= due ? countedByHand(input, on, due) : -countedByHand(input, due, on);
        expect(remaining(on, { ...input, due })).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });

  it('R3.2 a day takes at most one from what remains, and never adds', () => {
    holds(
      fc.property(inputs, dates, (input, on) => {
        const clock = { ...input, due: dueDate(input).due };
        const step = remaining(on, clock) - remaining(addCalendarDays(on, 1), clock);
        return step === 0 || step === 1;
      }),
    );
  });
});
