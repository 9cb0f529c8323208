import { describe, expect, it } from '@jest/globals';
import { TransitionNotAllowed } from './errors.js';
import { type TaskStatus, TASK_KINDS, TASK_STATUSES } from './task-status.js';
import { type TaskAction, TASK_ACTIONS, TASK_TRANSITIONS, nextTaskStatus, openTaskStatus } from './task-transitions.js';

/** R11 copied by hand: every pair that is not here must be refused. */
const R11: Record<string, TaskStatus> = {
  'pooled claim': 'claimed',
  'claimed release': 'pooled',
  'claimed complete': 'done',
  'done retrieve': 'claimed',
  'claimed refuse': 'refused',
  'claimed return': 'returned',
  'claimed transfer': 'claimed',
  'pooled reassign': 'claimed',
  'claimed reassign': 'claimed',
  'pooled deem': 'deemed',
  'claimed deem': 'deemed',
  'waiting cancel': 'cancelled',
  'pooled cancel': 'cancelled',
  'claimed cancel': 'cancelled',
};

const R11_BY: Record<TaskAction, string[]> = {
  claim: ['performer'],
  release: ['holder'],
  complete: ['holder'],
  retrieve: ['completer'],
  refuse: ['holder'],
  return: ['holder'],
  transfer: ['holder', 'chief'],
  reassign: ['chief', 'supervisor'],
  deem: ['system'],
  cancel: ['system'],
};

describe('R11 actions on a task', () => {
  for (const kind of TASK_KINDS) {
    for (const status of TASK_STATUSES) {
      for (const action of TASK_ACTIONS) {
        const to = action === 'deem' && kind !== 'consultation' ? undefined : R11[`${status} ${action}`];
        it(`R11 ${kind} ${status} + ${action} → ${to ?? 'refused'}`, () => {
          if (to === undefined) expect(() => nextTaskStatus(status, action, kind)).toThrow(TransitionNotAllowed);
          else expect(nextTaskStatus(status, action, kind)).toBe(to);
        });
      }
    }
  }

  it.each(TASK_ACTIONS)('R11 %s is done by those of its row', (action) => {
    expect(TASK_TRANSITIONS[action].by).toEqual(R11_BY[action]);
  });

  it('R5.2 silence never ends a review or a decision, and says so', () => {
    expect(() => nextTaskStatus('pooled', 'deem', 'decision')).toThrow('只有征求意见可以逾期视为无意见');
  });

  it('R5.1 only a waiting task is opened', () => {
    for (const status of TASK_STATUSES) {
      if (status === 'waiting') expect(openTaskStatus(status)).toBe('pooled');
      else expect(() => openTaskStatus(status)).toThrow(TransitionNotAllowed);
    }
  });
});
