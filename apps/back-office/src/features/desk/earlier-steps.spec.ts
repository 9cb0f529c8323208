import { describe, expect, it } from '@jest/globals';
import type { RouteStepView } from '@onewindow/contracts';
import { earlierSteps } from './earlier-steps.js';

function step(key: string, after: string[], status: RouteStepView['status'] = 'done'): RouteStepView {
  const department = { id: key, code: key, name: key, shortName: key };
  return {
    key,
    name: key,
    kind: 'review',
    department,
    after,
    status,
    taskId: `task-${key}`,
    holder: null,
    outcome: null,
    clock: null,
    finishedAt: null,
  };
}

const route = [step('paper', []), step('site', ['paper']), step('fire', ['paper'], 'deemed'), step('decide', ['site', 'fire'], 'claimed')];

describe('earlierSteps', () => {
  it('are the done ones before the task, the nearest first', () => {
    expect(earlierSteps(route, 'task-decide').map(({ key }) => key)).toEqual(['site', 'paper']);
  });

  it('are none for the first step and for a task that is not of the route', () => {
    expect(earlierSteps(route, 'task-paper')).toEqual([]);
    expect(earlierSteps(route, 'task-issue')).toEqual([]);
  });

  it('end even on a route that goes round', () => {
    expect(earlierSteps([step('a', ['b']), step('b', ['a'])], 'task-a').map(({ key }) => key)).toEqual(['b', 'a']);
  });
});
