import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AssignmentCandidate, chooseInTurn, chooseLeastLoaded } from './assignment.js';

const one = (staffNo: string, load = 0, lastTakenAt: number | null = null): AssignmentCandidate => ({
  id: staffNo,
  staffNo,
  load,
  lastTakenAt,
});

describe('who gets a step that is not for the pool', () => {
  it('the fewest open tasks; of equals who has been without longest', () => {
    expect(chooseLeastLoaded([])).toBeNull();
    expect(chooseLeastLoaded([one('a', 3), one('b', 1, 50), one('c', 1, 40)])?.id).toBe('c');
    expect(chooseLeastLoaded([one('b', 0, 40), one('a', 0, null)])?.id).toBe('a');
    expect(chooseLeastLoaded([one('b'), one('a')])?.id).toBe('a');
  });

  it('each in turn by staff number, round and round', () => {
    const crew = [one('03'), one('01'), one('02')];
    expect(chooseInTurn([], '01')).toBeNull();
    expect(chooseInTurn(crew, null)?.id).toBe('01');
    expect(chooseInTurn(crew, '01')?.id).toBe('02');
    expect(chooseInTurn(crew, '03')?.id).toBe('01');
    // Whoever was last may have left: the order goes on where they stood.
    expect(chooseInTurn([one('01'), one('03')], '02')?.id).toBe('03');
  });

  it('nobody twice before everybody once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9]{2}$/), { minLength: 1, maxLength: 12 }), fc.nat(60), (numbers, skip) => {
        let last: string | null = numbers[skip % numbers.length] ?? null;
        const turns = numbers.map(
          () =>
            (last =
              chooseInTurn(
                numbers.map((n) => one(n)),
                last,
              )?.staffNo ?? null),
        );
        expect(new Set(turns).size).toBe(numbers.length);
      }),
    );
  });

  it('least loaded keeps loads within one of each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(60), (people, tasks) => {
        const loads = new Map(Array.from({ length: people }, (_, i) => [`${i}`, 0]));
        for (let i = 0; i < tasks; i += 1) {
          const chosen = chooseLeastLoaded([...loads].map(([id, load]) => one(id, load)));
          if (chosen) loads.set(chosen.id, chosen.load + 1);
        }
        expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1);
      }),
    );
  });
});
