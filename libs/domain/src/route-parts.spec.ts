import { describe, expect, it } from '@jest/globals';
import type { RouteDefinition, RouteStep } from './route-definition.js';
import {
  type PartConflictInput,
  expandRoute,
  listedPartConflict,
  partConflict,
  partKeys,
  staffingProblem,
  stepKeyOf,
} from './route-parts.js';
import { routeProblems } from './route-problems.js';

const step = (key: string, after: string[], over: Partial<RouteStep> = {}): RouteStep => ({
  key,
  name: key,
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 2,
  onSilence: 'wait',
  after,
  points: ['核对'],
  ...over,
});
const route: RouteDefinition = {
  steps: [
    step('paper', [], { reviewers: 2, countersign: true, when: { question: 'x', equals: 1 } }),
    step('site', ['paper']),
    step('decide', ['paper', 'site'], { kind: 'decision', role: 'chief' }),
  ],
};

describe('R5.6 steps of several persons are walked as several steps', () => {
  it('R5.6 in series, under the condition of the whole; what came after comes after the last', () => {
    const { steps } = expandRoute(route);
    expect(steps.map(({ key, after, role }) => [key, after, role])).toEqual([
      ['paper', [], 'approver'],
      ['paper#2', ['paper'], 'approver'],
      ['paper#chief', ['paper#2'], 'chief'],
      ['site', ['paper#chief'], 'approver'],
      ['decide', ['paper#chief', 'site'], 'chief'],
    ]);
    expect(steps.slice(0, 3).every(({ when }) => when !== undefined)).toBe(true);
    expect(steps.slice(1, 3).map(({ name, part }) => [name, part])).toEqual([
      ['paper复审', { of: 'paper', kind: 'second' }],
      ['paper核签', { of: 'paper', kind: 'chief' }],
    ]);
    expect(routeProblems(expandRoute(route))).toEqual([]);
  });

  it('R5.1 a plain route is walked as it is written', () => {
    const plain = { steps: [step('a', []), step('decide', ['a'], { kind: 'decision' })] };
    expect(expandRoute(plain)).toBe(plain);
    expect(expandRoute(route)).toBe(expandRoute(route));
  });

  it('R5.6 each part knows its step', () => {
    expect(partKeys(step('a', []))).toEqual(['a']);
    expect(partKeys(step('a', [], { countersign: true }))).toEqual(['a', 'a#chief']);
    expect(['a', 'a#2', 'a#chief'].map(stepKeyOf)).toEqual(['a', 'a', 'a']);
  });
});

describe('R5.6 no one does two parts of one step', () => {
  const ask = (stepKey: string, id: string, isChief = false, done: PartConflictInput['current'] = []) =>
    partConflict({ route, task: { stepKey }, officer: { id, isChief }, current: done });
  const first = { stepKey: 'paper', round: 1, staffId: 'zhou' };

  it('R5.6 the second is another officer than the first', () => {
    expect(ask('paper', 'zhou')).toBeNull();
    expect(ask('paper#2', 'zhou', false, [first])).toContain('两人审查');
    expect(ask('paper#2', 'xie', false, [first])).toBeNull();
    expect(ask('paper', 'xie', false, [{ ...first, stepKey: 'paper#2', staffId: 'xie' }])).toContain('两人审查');
    expect(ask('paper', 'zhou', false, [first])).toBeNull();
  });

  it('R5.6 a list tells the same from the tasks beside a row', () => {
    const tasks = ['paper', 'paper#2', 'paper#chief'].map((stepKey) => ({ stepKey, round: 1, staffId: null as string | null }));
    const row = (stepKey: string, role: 'approver' | 'chief' = 'approver') => ({ stepKey, role });
    const done = tasks.map((one) => (one.stepKey === 'paper' ? { ...one, staffId: 'zhou' } : one));
    expect(listedPartConflict(row('paper'), { id: 'luo', isChief: true }, tasks)).toContain('核签');
    expect(listedPartConflict(row('paper#2'), { id: 'zhou', isChief: false }, done)).toContain('两人审查');
    expect(listedPartConflict(row('paper#2'), { id: 'xie', isChief: false }, done)).toBeNull();
    expect(listedPartConflict(row('paper#chief', 'chief'), { id: 'luo', isChief: true }, done)).toBeNull();
    // A new round asks nobody about the last one.
    expect(
      listedPartConflict(row('paper#2'), { id: 'zhou', isChief: false }, [...done, { ...first, round: 2, staffId: 'xie' }]),
    ).toBeNull();
    expect(listedPartConflict(row('site'), { id: 'luo', isChief: true }, [{ stepKey: 'site', round: 1, staffId: null }])).toBeNull();
    expect(expandRoute(route).steps.map(({ beforeSignature }) => beforeSignature)).toEqual([true, true, undefined, undefined, undefined]);
  });

  it('R5.6 a chief leaves what is to be countersigned to others, and signs what others reviewed', () => {
    expect(ask('paper', 'luo', true)).toContain('核签');
    expect(ask('paper#chief', 'luo', true, [first])).toBeNull();
    expect(ask('paper#chief', 'zhou', true, [first])).toContain('另一人');
  });

  it('R5.1 a plain step, and a task beside the route, ask for nobody else', () => {
    expect(ask('site', 'zhou', true, [{ ...first, stepKey: 'site' }])).toBeNull();
    expect(ask('consult.1', 'zhou', true, [first])).toBeNull();
  });
});

describe('R5.1 the people of a department suffice for a step', () => {
  it.each([
    [step('a', []), { approvers: 1, plainApprovers: 0, chiefs: 0 }, null],
    [step('a', []), { approvers: 0, plainApprovers: 0, chiefs: 1 }, '没有审批人员'],
    [step('a', [], { reviewers: 2 }), { approvers: 1, plainApprovers: 1, chiefs: 1 }, '审批人员不足两人'],
    [step('a', [], { reviewers: 2 }), { approvers: 2, plainApprovers: 1, chiefs: 1 }, null],
    [step('a', [], { countersign: true }), { approvers: 1, plainApprovers: 1, chiefs: 0 }, '没有首席代表核签'],
    [step('a', [], { countersign: true }), { approvers: 1, plainApprovers: 0, chiefs: 1 }, '没有审批人员'],
    [step('a', [], { role: 'chief' }), { approvers: 9, plainApprovers: 9, chiefs: 0 }, '没有首席代表'],
  ])('R5.1 %#', (one, staff, problem) => {
    expect(staffingProblem(one, staff)).toBe(problem);
  });
});
