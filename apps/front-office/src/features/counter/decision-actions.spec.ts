import { describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { mainStep, offeredOnSave } from './decision-actions.js';

const at = (status: CaseDetail['status'], ...allowed: string[]) =>
  mainStep({
    status,
    kind: 'promised',
    actions: ['receive', 'accept', 'takeIn', 'decide', 'handOver'].map((action) => ({ action, allowed: allowed.includes(action) })),
  });

describe('mainStep', () => {
  it('accepts a draft or a received case, also while the server does not allow it yet', () => {
    expect(at('draft').step).toBe('accept');
    expect(at('received', 'accept')).toMatchObject({ step: 'accept', action: { allowed: true } });
  });

  it('takes in supplements', () => {
    expect(at('supplementing', 'takeIn').step).toBe('takeIn');
  });

  it('goes on with an instant item in the same sitting: decide, then hand over', () => {
    expect(at('accepted', 'decide').step).toBe('grant');
    expect(at('ready', 'handOver').step).toBe('handOver');
  });

  it('waits for the result of an instant item', () => {
    expect(
      mainStep({ status: 'decided', kind: 'instant', actions: [{ action: 'handOver', allowed: false, reason: '还没有结果' }] }),
    ).toMatchObject({
      step: 'handOver',
      action: { allowed: false },
    });
    expect(at('decided').step).toBe('next');
  });

  it('leaves the counter where nothing is the clerk’s any more', () => {
    expect(at('accepted').step).toBe('next');
    expect(at('declined').step).toBe('next');
  });
});

describe('offeredOnSave', () => {
  const refused: CaseDetail['actions'] = [{ action: 'decline', allowed: false, reason: '申请人未填' }];
  const draft = { status: 'draft', applicant: null, actions: refused } as const;

  it('takes the press while the applicant is being saved, and says what the server says otherwise', () => {
    expect(offeredOnSave(draft, 'decline', true)).toEqual({ action: 'decline', allowed: true });
    expect(offeredOnSave(draft, 'decline', false)).toEqual(refused[0]);
    expect(offeredOnSave({ ...draft, status: 'received' }, 'decline', true)).toEqual(refused[0]);
  });

  it('offers nothing that the server does not list', () => {
    expect(offeredOnSave(draft, 'supplement', true)).toBeUndefined();
  });
});
