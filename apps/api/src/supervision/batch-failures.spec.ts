import { describe, expect, it } from '@jest/globals';
import { FAILURES, isOvertaken, nextActionFor } from './batch-failures.js';

describe('what is left to do about a failure', () => {
  it.each([
    ['task.holder-changed', 'openCase'],
    ['task.transition-not-allowed', 'openCase'],
    ['task.case-not-accepted', 'openCase'],
    ['task.not-reassignable', 'openCase'],
    ['task.actor-not-allowed', 'openCase'],
    ['task.target-recusal', 'chooseOther'],
    ['task.target-outside', 'chooseOther'],
    ['task.target-inactive', 'chooseOther'],
    ['task.target-is-holder', 'chooseOther'],
    ['task.no-receiver', 'chooseOther'],
    ['task.back-in-pool', 'retry'],
    ['batch.item-failed', 'retry'],
  ])('%s → %s', (code, action) => {
    expect(nextActionFor(code)).toBe(action);
  });

  it('asks for the story only where somebody else was first', () => {
    const told = Object.values(FAILURES).filter(({ code }) => isOvertaken(code));
    expect(told).toEqual([FAILURES.holderChanged, FAILURES.backInPool, FAILURES.notReassignable]);
  });
});
