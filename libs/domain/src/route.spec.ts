import { describe, expect, it } from '@jest/globals';
import type { RouteDefinition, RouteStep } from './route-definition.js';
import { type StepState, departmentOfStep, isRouteComplete, openableSteps, planReturn, rerouteKey, stepsBefore } from './route.js';
import type { TaskStatus } from './task-status.js';

const step = (key: string, after: string[], over: Partial<RouteStep> = {}): RouteStep => ({
  key,
  name: key,
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 2,
  onSilence: 'wait',
  after,
  ...over,
});

/** Item 3: a review, three consultations side by side, one of them conditional, then the decision. */
const route: RouteDefinition = {
  steps: [
    step('review', []),
    step('housing', ['review'], { kind: 'consultation', onSilence: 'deemedNoObjection' }),
    step('fire', ['review'], { kind: 'consultation', onSilence: 'deemedNoObjection' }),
    step('survey', ['review'], { when: { question: 'oldHouse', equals: true } }),
    step('decide', ['housing', 'fire', 'survey'], { kind: 'decision', role: 'chief' }),
  ],
};
const newHouse = { answers: { oldHouse: false } };
const oldHouse = { answers: { oldHouse: true } };
const at = (stepKey: string, status: TaskStatus, round = 1): StepState => ({ stepKey, status, round });
const open = (states: StepState[], facts = newHouse): string[] =>
  openableSteps(route, states, facts).map((one) => `${one.key} ${one.round}`);

describe('R5.1 steps in series and in parallel', () => {
  it('R5.1 begins with what waits for nothing', () => {
    expect(open([])).toEqual(['review 1']);
    expect(open([at('review', 'waiting')])).toEqual(['review 1']);
    expect(open([at('review', 'pooled')])).toEqual([]);
  });

  it('R5.2 parallel steps start together', () => {
    expect(open([at('review', 'done')])).toEqual(['housing 1', 'fire 1']);
    expect(open([at('review', 'done')], oldHouse)).toEqual(['housing 1', 'fire 1', 'survey 1']);
  });

  it('R5.1 a join waits for all before it; a step whose condition is false counts as passed', () => {
    const one = [at('review', 'done'), at('housing', 'done'), at('fire', 'claimed')];
    expect(open(one)).toEqual([]);
    const both = [at('review', 'done'), at('housing', 'done'), at('fire', 'done')];
    expect(open(both)).toEqual(['decide 1']);
    expect(open(both, oldHouse)).toEqual(['survey 1']);
  });

  it('R5.2 a consultation deemed by silence has passed', () => {
    expect(open([at('review', 'done'), at('housing', 'deemed'), at('fire', 'done')])).toEqual(['decide 1']);
  });

  it('R5.3 a refused step is not offered anew; the rerouted task passes it', () => {
    const refused = [at('review', 'done'), at('housing', 'refused'), at('fire', 'done')];
    expect(open([...refused, at(rerouteKey('housing'), 'pooled')])).toEqual([]);
    expect(open([...refused, at(rerouteKey('housing'), 'done'), at('housing', 'pooled', 2)])).toEqual([]);
    expect(open([...refused, at(rerouteKey('housing'), 'done'), at('housing', 'done', 2)])).toEqual(['decide 2']);
  });

  it('R5.1 a conditional first step is passed over', () => {
    const skipping: RouteDefinition = {
      steps: [step('a', [], { when: { question: 'x', equals: 1 } }), step('b', ['a'], { kind: 'decision' })],
    };
    expect(openableSteps(skipping, [], { answers: {} })).toEqual([{ key: 'b', round: 1 }]);
  });

  it('R5.1 is complete when every step has passed', () => {
    const states = [at('review', 'done'), at('housing', 'done'), at('fire', 'deemed')];
    expect(isRouteComplete(route, states, newHouse)).toBe(false);
    expect(isRouteComplete(route, [...states, at('decide', 'done')], newHouse)).toBe(true);
    expect(isRouteComplete(route, [...states, at('decide', 'done')], oldHouse)).toBe(false);
  });
});

describe('R5.8 return', () => {
  const before = [at('review', 'done'), at('housing', 'done'), at('fire', 'claimed'), at('survey', 'pooled')];
  const returned = [
    at('review', 'done'),
    at('housing', 'done'),
    at('fire', 'returned'),
    at('survey', 'cancelled'),
    at('review', 'pooled', 2),
  ];

  it('R5.8 cancels the open siblings and opens the next round of the earlier step', () => {
    expect(planReturn(route, before, 'fire', 'review')).toEqual({
      cancel: ['survey'],
      undone: ['review', 'housing', 'fire', 'survey', 'decide'],
      round: 2,
    });
  });

  it('R5.8 the join counts arrivals of the current round alone', () => {
    expect(open(returned, oldHouse)).toEqual([]);
    const again = [...returned.slice(0, 4), at('review', 'done', 2)];
    expect(open(again, oldHouse)).toEqual(['housing 2', 'fire 2', 'survey 2']);
    const partly = [...again, at('fire', 'done', 2), at('survey', 'done', 2)];
    expect(open(partly, oldHouse)).toEqual(['housing 2']);
    expect(open([...partly, at('housing', 'done', 2)], oldHouse)).toEqual(['decide 2']);
  });

  it('R5.8 a decision returned to one consultation asks that one again and keeps the others', () => {
    const states = [at('review', 'done'), at('housing', 'done'), at('fire', 'done'), at('decide', 'returned')];
    expect(planReturn(route, states, 'decide', 'fire')).toEqual({ cancel: [], undone: ['fire', 'decide'], round: 2 });
    const again = [...states, at('fire', 'done', 2)];
    expect(open(again)).toEqual(['decide 2']);
  });

  it('R5.8 branches that do not follow the step returned to go on', () => {
    const branches: RouteDefinition = {
      steps: [step('a', []), step('b', ['a']), step('p', []), step('d', ['b', 'p'], { kind: 'decision' })],
    };
    const states = [at('a', 'done'), at('b', 'claimed'), at('p', 'claimed')];
    expect(planReturn(branches, states, 'b', 'a')).toEqual({ cancel: [], undone: ['a', 'b', 'd'], round: 2 });
    const later = [at('a', 'done'), at('b', 'returned'), at('p', 'done'), at('a', 'done', 2), at('b', 'done', 2)];
    expect(openableSteps(branches, later, newHouse)).toEqual([{ key: 'd', round: 2 }]);
  });

  it('R5.8 only steps before it can be returned to', () => {
    expect(stepsBefore(route, 'decide')).toEqual(['review', 'housing', 'fire', 'survey']);
    expect(stepsBefore(route, 'fire')).toEqual(['review']);
    expect(stepsBefore(route, 'review')).toEqual([]);
  });
});

describe('R5.1 departments', () => {
  it('R5.1 lead is the department of the item', () => {
    expect(departmentOfStep(step('a', []), 'ghzy')).toBe('ghzy');
    expect(departmentOfStep(step('a', [], { departmentCode: 'xf' }), 'ghzy')).toBe('xf');
  });
});
