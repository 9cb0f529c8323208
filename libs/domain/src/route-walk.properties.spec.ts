import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Move, Walk } from '../test/route-walk.js';
import type { RouteDefinition, RouteStep } from './route-definition.js';
import { routeProblems } from './route-problems.js';

const stepAt = (at: number): fc.Arbitrary<RouteStep> =>
  fc
    .record({
      kind: fc.constantFrom('review', 'review', 'consultation'),
      after: fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, at - 1) }), { maxLength: at === 0 ? 0 : 3 }),
      silent: fc.boolean(),
      condition: fc.constantFrom(null, null, 'p', 'q'),
      reviewers: fc.constantFrom(1, 1, 2),
      countersign: fc.constantFrom(false, false, true),
    })
    .map(({ kind, after, silent, condition, reviewers, countersign }) => ({
      key: `s${at}`,
      name: `环节${at}`,
      kind,
      departmentCode: 'lead',
      role: 'approver',
      limit: 2,
      onSilence: kind === 'consultation' && silent ? 'deemedNoObjection' : 'wait',
      after: after.map((one) => `s${one}`),
      ...(condition === null ? {} : { when: { question: condition, equals: true } }),
      ...(kind === 'review' ? { reviewers, countersign } : {}),
    }));

/** Any valid route of up to seven steps: the decision waits for every branch. */
const routes: fc.Arbitrary<RouteDefinition> = fc
  .integer({ min: 0, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => stepAt(at))))
  .map((steps) => {
    const ends = steps.filter(({ key }) => !steps.some(({ after }) => after.includes(key))).map(({ key }) => key);
    const decision: RouteStep = {
      key: 'decide',
      name: '决定',
      kind: 'decision',
      departmentCode: 'lead',
      role: 'chief',
      limit: 2,
      onSilence: 'wait',
      after: ends,
    };
    return { steps: [...steps, decision] };
  });

describe('R5 thousands of random routes with random actions', () => {
  it('R5.1 R5.2 R5.3 R5.8: none sticks, none is decided with open work or twice, no join passes on an old arrival', () => {
    fc.assert(
      fc.property(
        routes,
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.nat({ max: 9_999 }), { maxLength: 60 }),
        fc.context(),
        (route, p, q, picks, story) => {
          expect(routeProblems(route)).toEqual([]);
          const walk = new Walk(route, { p, q });
          walk.check();
          for (const pick of picks) {
            const moves = walk.moves();
            step(walk, moves[pick % moves.length], story);
          }
          finish(walk, story);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

/** @param story what was done, told with a counterexample */
function step(walk: Walk, move: Move | undefined, story: fc.ContextValue): void {
  if (!move) return;
  move.run();
  story.log(`${move.name}: ${walk.tasks.map(({ stepKey, round, status }) => `${stepKey}/${round} ${status}`).join(', ')}`);
  walk.check();
}

/** Whatever went before, work that goes forward alone decides the case within a bounded number of moves. */
function finish(walk: Walk, story: fc.ContextValue): void {
  for (let left = 200; left > 0 && walk.decided === 0; left -= 1) {
    step(
      walk,
      walk.moves().find(({ forward }) => forward),
      story,
    );
  }
  expect(walk.decided).toBe(1);
}
