import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MovableTask, type Plan, planBalanced, planFamiliar, type PlanInput } from './reassign-plan.js';

const task = (id: string, holderId: string | null, candidateIds: string[], itemId = 'food'): MovableTask => ({
  id,
  itemId,
  holderId,
  candidateIds,
});
const sum = (loads: ReadonlyMap<string, number>) => [...loads.values()].reduce((a, b) => a + b, 0);

const OFFICERS = ['a', 'b', 'c', 'd', 'e'];
const loadsOfAll = fc
  .tuple(...OFFICERS.map(() => fc.integer({ min: 0, max: 60 })))
  .map((n) => new Map(OFFICERS.map((id, i) => [id, n[i] ?? 0])));

/** Tasks held within the loads; anybody but the holder and those who must recuse may take them. */
const inputs: fc.Arbitrary<PlanInput & { recused: Map<string, string[]> }> = loadsOfAll.chain((loads) =>
  fc
    .array(
      fc.record({
        holder: fc.option(fc.constantFrom(...OFFICERS)),
        recused: fc.subarray(OFFICERS, { maxLength: 4 }),
        item: fc.constantFrom('food', 'lift'),
      }),
      {
        maxLength: 80,
      },
    )
    .map((given) => {
      const held = new Map<string, number>();
      const recused = new Map<string, string[]>();
      const tasks = given.map(({ holder, recused: mustNot, item }, i) => {
        const count = holder === null ? 0 : (held.get(holder) ?? 0);
        const holderId = holder !== null && count < (loads.get(holder) ?? 0) ? holder : null;
        if (holderId !== null) held.set(holderId, count + 1);
        recused.set(`t${i}`, mustNot);
        return task(
          `t${i}`,
          holderId,
          OFFICERS.filter((id) => id !== holderId && !mustNot.includes(id)),
          item,
        );
      });
      return { tasks, loads, recused };
    }),
);

function checkCommon({ tasks, loads }: PlanInput, recused: Map<string, string[]>, plan: Plan): void {
  const moved = tasks.filter(({ candidateIds }) => candidateIds.length > 0);
  expect([...plan.assigned.keys()].sort()).toEqual(moved.map(({ id }) => id).sort());
  for (const { id, holderId } of moved) {
    const to = plan.assigned.get(id) ?? '';
    expect(to).not.toBe(holderId);
    expect(recused.get(id)).not.toContain(to);
  }
  const fromPools = moved.filter(({ holderId }) => holderId === null).length;
  expect(sum(plan.loads)).toBe(sum(loads) + fromPools);
  for (const [officer, load] of plan.loads) {
    const out = moved.filter(({ holderId }) => holderId === officer).length;
    const into = [...plan.assigned.values()].filter((to) => to === officer).length;
    expect(load).toBe((loads.get(officer) ?? 0) - out + into);
  }
}

describe('by load', () => {
  it('evens out three full desks and three empty ones, as on the drawing', () => {
    const before = new Map([
      ['何', 95],
      ['吴', 90],
      ['郑', 80],
      ['高', 31],
      ['苏', 24],
      ['陆', 22],
    ]);
    const out = [...Array(38).fill('何'), ...Array(33).fill('吴'), ...Array(23).fill('郑')] as string[];
    const tasks = out.map((holder, i) =>
      task(
        `t${i}`,
        holder,
        [...before.keys()].filter((id) => id !== holder),
      ),
    );
    expect([...planBalanced({ tasks, loads: before }).loads.values()]).toEqual([57, 57, 57, 57, 57, 57]);
  });

  it('loses no task, gives none to its holder or to somebody who must recuse', () => {
    fc.assert(
      fc.property(inputs, ({ recused, ...input }) => checkCommon(input, recused, planBalanced(input))),
      { numRuns: 300 },
    );
  });

  it('leaves nobody above the average, rounded up, by more than one when everybody may take everything', () => {
    fc.assert(
      fc.property(loadsOfAll, fc.integer({ min: 1, max: 200 }), (loads, count) => {
        const tasks = Array.from({ length: count }, (_, i) => task(`t${i}`, null, OFFICERS));
        const plan = planBalanced({ tasks, loads });
        const ceiling = Math.ceil(sum(plan.loads) / OFFICERS.length);
        const receivers = new Set(plan.assigned.values());
        for (const [officer, load] of plan.loads) if (receivers.has(officer)) expect(load).toBeLessThanOrEqual(ceiling + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('no single task could go to a lighter officer who may take it', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planBalanced(input);
        for (const { id, candidateIds } of input.tasks) {
          const load = plan.loads.get(plan.assigned.get(id) ?? '') ?? 0;
          for (const other of candidateIds) expect(load).toBeLessThanOrEqual((plan.loads.get(other) ?? 0) + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same plan for the same input', () => {
    fc.assert(fc.property(inputs, (input) => expect([...planBalanced(input).assigned]).toEqual([...planBalanced(input).assigned])));
  });

  it('a task that nobody may take stays where it is', () => {
    const plan = planBalanced({ tasks: [task('t', 'a', [])], loads: new Map([['a', 3]]) });
    expect(plan.assigned.size).toBe(0);
    expect(plan.loads.get('a')).toBe(3);
  });
});

describe('by familiarity', () => {
  const times = new Map([
    ['a food', 9],
    ['b food', 9],
    ['c food', 2],
    ['c lift', 5],
  ]);
  const concluded = (officer: string, item: string) => times.get(`${officer} ${item}`) ?? 0;

  it('goes to whoever concluded most of that item, then to the less loaded', () => {
    const tasks = [
      task('1', 'd', ['a', 'b', 'c']),
      task('2', 'd', ['a', 'b', 'c']),
      task('3', 'd', ['a', 'b', 'c'], 'lift'),
      task('4', 'd', ['b', 'e'], 'new'),
    ];
    const plan = planFamiliar({
      tasks,
      loads: new Map([
        ['a', 4],
        ['b', 3],
        ['c', 0],
        ['d', 9],
        ['e', 4],
      ]),
      concluded,
    });
    expect([...plan.assigned]).toEqual([
      ['1', 'b'],
      ['2', 'a'],
      ['3', 'c'],
      ['4', 'b'],
    ]);
  });

  it('keeps the same promises', () => {
    fc.assert(
      fc.property(inputs, ({ recused, ...input }) => checkCommon(input, recused, planFamiliar({ ...input, concluded }))),
      { numRuns: 200 },
    );
  });
});
