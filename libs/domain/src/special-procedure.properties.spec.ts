import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { caseDueDates, isHalted } from './case-clocks.js';
import { addCalendarDays, type IsoDate } from './dates.js';
import { renewalDay } from './special-procedure.js';

const calendar = publishedCalendar();
const FIRST = '2026-01-05';
const dayOf = (days: number): IsoDate => addCalendarDays(FIRST, days);

/** A pause with the day on which its end was told, which may be later than the end itself. */
const happenings = fc.array(
  fc
    .record({ start: fc.nat(40), announced: fc.integer({ min: 0, max: 20 }), lasts: fc.nat(35), toldLater: fc.nat(6) })
    .map(({ start, announced, lasts, toldLater }) => ({
      start: dayOf(start),
      announcedEnd: dayOf(start + announced),
      endsOn: dayOf(start + lasts),
      toldOn: dayOf(start + lasts + toldLater),
    })),
  { minLength: 1, maxLength: 3 },
);

/** The pauses as they are known on a day. */
function knownOn(all: readonly { start: IsoDate; announcedEnd: IsoDate; endsOn: IsoDate; toldOn: IsoDate }[], day: IsoDate) {
  return all
    .filter(({ start }) => start <= day)
    .map(({ start, announcedEnd, endsOn, toldOn }) => ({ start, announcedEnd, actualEnd: toldOn <= day ? endsOn : null }));
}

describe('R1.7 the nightly batch', () => {
  it('R1.7 dates stored anew on renewal days alone are right on every day, and so is the pause', () => {
    fc.assert(
      fc.property(happenings, fc.constantFrom(1, 1, 2, 5), (all, sleeps) => {
        const clocked = { acceptedOn: FIRST, statutoryLimit: 20, promisedLimit: 5, extensionDays: 0 };
        const compute = (day: IsoDate) => {
          const pauses = knownOn(all, day);
          return { dates: JSON.stringify(caseDueDates({ ...clocked, pauses }, calendar, day)), paused: isHalted(pauses, day) };
        };
        let stored = compute(FIRST);
        let renewOn: IsoDate | null = null;
        for (let at = 0; at < 90; at++) {
          const day = dayOf(at);
          const isTold = all.some(({ start, toldOn }) => start === day || toldOn === day);
          // A worker that slept finds the renewal later; what it stores then is what that day asks for.
          const isAwake = at % sleeps === 0;
          if (isTold || (isAwake && renewOn !== null && renewOn <= day)) {
            stored = compute(day);
            const due = knownOn(all, day).flatMap((pause) => renewalDay(pause, day) ?? []);
            renewOn = due.sort()[0] ?? null;
          }
          const now = compute(day);
          if (isAwake && (now.dates !== stored.dates || now.paused !== stored.paused)) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });
});
