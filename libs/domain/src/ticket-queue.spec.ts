import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareWaiting,
  expectedMinutes,
  isWithinHours,
  laneFirst,
  LONGEST_PRIORITY_RUN,
  nextPriorityRun,
  nextTicket,
  type WaitingTicket,
} from './ticket-queue.js';

const queue = fc
  .uniqueArray(fc.record({ id: fc.uuid(), priority: fc.boolean(), addressed: fc.boolean(), minute: fc.integer({ min: 0, max: 59 }) }), {
    selector: ({ id }) => id,
    maxLength: 25,
  })
  .map((rows): WaitingTicket[] =>
    rows.map(({ minute, ...row }) => ({ ...row, queuedAt: `2026-10-29T01:${String(minute).padStart(2, '0')}:00.000Z` })),
  );

/** Calls until nobody waits, as one counter does. */
function callAll(waiting: readonly WaitingTicket[], run = 0): WaitingTicket[] {
  const called = nextTicket(waiting, run);
  if (called === null) return [];
  return [
    called,
    ...callAll(
      waiting.filter(({ id }) => id !== called.id),
      nextPriorityRun(run, called),
    ),
  ];
}

describe('the order of calls', () => {
  it('calls everybody once', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const ids = callAll(waiting).map(({ id }) => id);
        expect([...ids].sort()).toEqual(waiting.map(({ id }) => id).sort());
      }),
    );
  });

  it('never calls more of the priority lane in a row than allowed while others wait', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const called = callAll(waiting.map((one) => ({ ...one, addressed: false })));
        let run = 0;
        for (const [at, { priority }] of called.entries()) {
          const othersWait = called.slice(at).some((later) => !later.priority);
          run = priority && othersWait ? run + 1 : 0;
          expect(run).toBeLessThanOrEqual(LONGEST_PRIORITY_RUN);
        }
      }),
    );
  });

  it('keeps the order of arrival within each lane', () => {
    fc.assert(
      fc.property(queue, fc.boolean(), (waiting, priority) => {
        const times = callAll(waiting.map((one) => ({ ...one, addressed: false })))
          .filter((one) => one.priority === priority)
          .map(({ queuedAt }) => queuedAt);
        expect(times).toEqual([...times].sort());
      }),
    );
  });

  it('is an order: the same whichever way the queue is read', () => {
    fc.assert(
      fc.property(queue, fc.constantFrom('priority' as const, 'ordinary' as const), (waiting, lane) => {
        const one = [...waiting].sort((a, b) => compareWaiting(lane, a, b)).map(({ id }) => id);
        const other = [...waiting]
          .reverse()
          .sort((a, b) => compareWaiting(lane, a, b))
          .map(({ id }) => id);
        expect(one).toEqual(other);
      }),
    );
  });

  it('takes first who was sent on to this counter, and does not count them', () => {
    const at = '2026-10-29T01:00:00.000Z';
    const sent = { id: 'c', priority: true, addressed: true, queuedAt: '2026-10-29T02:00:00.000Z' };
    const waiting = [{ id: 'a', priority: true, addressed: false, queuedAt: at }, sent];
    expect(nextTicket(waiting, 0)).toBe(sent);
    expect(nextPriorityRun(1, sent)).toBe(1);
  });

  it('begins with the priority lane, and goes back to it after one of the others', () => {
    expect([0, 1, 2, 3].map(laneFirst)).toEqual(['priority', 'priority', 'ordinary', 'ordinary']);
    expect(nextPriorityRun(2, { priority: false, addressed: false })).toBe(0);
    expect(nextTicket([], 0)).toBeNull();
  });
});

describe('the expected time', () => {
  it.each([
    [0, 3, 8, 0],
    [1, 3, 8, 3],
    [23, 8, 9, 26],
    [4, 0, 5, 20],
  ])('%i ahead, %i counters, %i minutes each: %i', (ahead, counters, each, minutes) => {
    expect(expectedMinutes(ahead, counters, each)).toBe(minutes);
  });
});

describe('the hours of a business', () => {
  it.each([
    ['08:59', false],
    ['09:00', true],
    ['16:59', true],
    ['17:00', false],
  ])('at %s: %s', (time, isOpen) => {
    expect(isWithinHours(time, '09:00', '17:00')).toBe(isOpen);
  });

  it('may be the whole day', () => {
    expect(isWithinHours('00:00', '00:00', '24:00')).toBe(true);
    expect(isWithinHours('23:59', '00:00', '24:00')).toBe(true);
  });
});
