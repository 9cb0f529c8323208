import { describe, expect, it } from '@jest/globals';
import type { DeferralView } from '@onewindow/contracts';
import { actionOn, creditWords, isBarred } from './deferral-words.js';

const credit: NonNullable<DeferralView['credit']> = {
  grade: 'A',
  percent: 30,
  grades: [],
  deferralClosed: false,
  reason: null,
  unkept: [],
};
const known = { credit, itemAllows: true, required: 6, quota: 1 };

describe('words on credit', () => {
  it('R4.1 say what the grade lets follow', () => {
    expect(creditWords(known)).toBe('可容缺 30%，6 份取 1');
    expect(creditWords({ ...known, required: 3, quota: 0 })).toBe('可容缺 30%，3 份取 0');
    expect(creditWords({ ...known, credit: { ...credit, grade: 'C', percent: 0 }, quota: 0 })).toBe('不可容缺');
    expect(creditWords({ ...known, itemAllows: false })).toBe('本事项不容缺');
    expect(creditWords({ ...known, credit: null })).toBe('');
  });

  it('R4.4 say that an unkept promise closes it, before anything else', () => {
    const closed = { ...credit, deferralClosed: true };
    expect(creditWords({ ...known, credit: closed, itemAllows: false })).toBe('不可容缺：上次承诺未兑现');
    expect(isBarred({ credit: closed })).toBe(true);
    expect(isBarred({ credit })).toBe(false);
  });

  it('find the server’s word on a material', () => {
    const view = {
      materials: [{ code: 'plan', actions: [{ action: 'defer', allowed: false, reason: '主件不可' }] }],
    } as unknown as DeferralView;
    expect(actionOn(view, 'plan', 'defer')?.reason).toBe('主件不可');
    expect(actionOn(undefined, 'plan', 'defer')).toBeUndefined();
  });
});
