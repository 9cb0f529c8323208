import { describe, expect, it } from '@jest/globals';
import { otherActions } from './other-actions.js';

const yes = (action: string) => ({ action, allowed: true });
const no = (action: string) => ({ action, allowed: false, reason: '签收后可办' });

describe('otherActions', () => {
  it('are the server’s, possible or not, always in the same places', () => {
    const found = otherActions({
      kind: 'review',
      status: 'pooled',
      actions: [no('transfer'), yes('claim'), no('return')],
      caseActions: [],
      workActions: [],
    });
    expect(found.map(({ label, action }) => [label, action.allowed])).toEqual([
      ['退回', false],
      ['转办', false],
    ]);
  });

  it('have 不予 on the decision step alone', () => {
    const task = { status: 'claimed', actions: [], caseActions: [yes('decide'), yes('terminate')] } as const;
    const labels = (kind: 'review' | 'decision') =>
      otherActions({ ...task, kind, actions: [], caseActions: [...task.caseActions], workActions: [] }).map(({ label }) => label);
    expect(labels('decision')).toEqual(['不予', '终止']);
    expect(labels('review')).toEqual(['终止']);
  });

  it('leave nothing to do on a finished task', () => {
    expect(
      otherActions({ kind: 'review', status: 'done', actions: [no('return'), yes('retrieve')], caseActions: [], workActions: [] }),
    ).toEqual([]);
  });
});
