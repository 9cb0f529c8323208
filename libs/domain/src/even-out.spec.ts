import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HeldTask, planEvenOut } from './even-out.js';

const task = (id: string, holderId: string, ...candidateIds: string[]): HeldTask => ({ id, holderId, candidateIds });
const loadsOf = (tasks: readonly HeldTask[], people: readonly string[]): Map<string, number> =>
  new Map(people.map((id) => [id, tasks.filter(({ holderId }) => holderId === id).length]));

describe('evening out (均衡)', () => {
  it('moves the fewest that make it even, the first named first', () => {
    const tasks = ['1', '2', '3', '4'].map((id) => task(id, 'a', 'b'));
    expect(planEvenOut({ tasks, loads: loadsOf(tasks, ['a', 'b']) })).toEqual({
      moves: [
        { taskId: '1', fromId: 'a', toId: 'b' },
        { taskId: '2', fromId: 'a', toId: 'b' },
      ],
      loads: new Map([
        ['a', 2],
        ['b', 2],
      ]),
    });
    expect(planEvenOut({ tasks: tasks.slice(0, 1), loads: new Map([['a', 1]]) }).moves).toEqual([]);
  });

  it('makes room through others where nobody can take it straight', () => {
    // a's work can only go to b, b's to c.
    const tasks = [task('1', 'a', 'b'), task('2', 'a', 'b'), task('3', 'b', 'c')];
    const { moves, loads } = planEvenOut({ tasks, loads: loadsOf(tasks, ['a', 'b', 'c']) });
    expect([...loads.values()]).toEqual([1, 1, 1]);
    expect(moves).toEqual([
      { taskId: '1', fromId: 'a', toId: 'b' },
      { taskId: '3', fromId: 'b', toId: 'c' },
    ]);
  });

  it('counts what can’t move', () => {
    const loads = new Map([
      ['a', 5],
      ['b', 6],
    ]);
    expect(planEvenOut({ tasks: [task('1', 'a', 'b')], loads }).moves).toEqual([]);
  });

  const scene = fc.integer({ min: 1, max: 6 }).chain((people) =>
    fc.record({
      people: fc.constant(Array.from({ length: people }, (_, i) => `p${i}`)),
      tasks: fc.array(fc.record({ holder: fc.nat(people - 1), can: fc.array(fc.nat(people - 1), { maxLength: people }) }), {
        maxLength: 30,
      }),
    }),
  );
  const heldTasks = (people: readonly string[], rows: readonly { holder: number; can: readonly number[] }[]): HeldTask[] =>
    rows.map(({ holder, can }, i) => {
      const others = [...new Set(can)].filter((at) => at !== holder);
      return task(`t${i}`, people[holder] ?? '', ...others.map((at) => people[at] ?? ''));
    });

  it('R5.6 gives nobody what they may not take, loses nothing, and never makes it less even', () => {
    fc.assert(
      fc.property(scene, ({ people, tasks: rows }) => {
        const tasks = heldTasks(people, rows);
        const before = loadsOf(tasks, people);
        const { moves, loads } = planEvenOut({ tasks, loads: before });
        const byId = new Map(tasks.map((one) => [one.id, one]));
        expect(new Set(moves.map(({ taskId }) => taskId)).size).toBe(moves.length);
        const counted = new Map(before);
        for (const { taskId, fromId, toId } of moves) {
          expect(byId.get(taskId)?.holderId).toBe(fromId);
          expect(byId.get(taskId)?.candidateIds).toContain(toId);
          counted.set(fromId, (counted.get(fromId) ?? 0) - 1);
          counted.set(toId, (counted.get(toId) ?? 0) + 1);
        }
        expect(loads).toEqual(counted);
        expect(Math.max(...loads.values())).toBeLessThanOrEqual(Math.max(...before.values()));
        expect(Math.min(...loads.values())).toBeGreaterThanOrEqual(Math.min(...before.values()));
        // Even as it can be: done once more, nothing moves.
        const moved = new Map(moves.map(({ taskId, toId }) => [taskId, toId]));
        const again = tasks.map((one) => ({
          ...one,
          holderId: moved.get(one.id) ?? one.holderId,
          candidateIds: [...one.candidateIds, one.holderId].filter((id) => id !== (moved.get(one.id) ?? one.holderId)),
        }));
        expect(planEvenOut({ tasks: again, loads }).moves).toEqual([]);
      }),
    );
  });

  it('loads differ by at most one where everybody may take everything', () => {
    fc.assert(
      fc.property(scene, ({ people, tasks: rows }) => {
        const tasks = heldTasks(
          people,
          rows.map(({ holder }) => ({ holder, can: people.map((_, at) => at) })),
        );
        const { loads } = planEvenOut({ tasks, loads: loadsOf(tasks, people) });
        expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1);
      }),
    );
  });
});
