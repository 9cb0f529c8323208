import { describe, expect, it } from '@jest/globals';
import type { DeferralView } from '@onewindow/contracts';
import { actionOn, creditWords, deferralFacts, deferredWords, isBarred } from './deferral-words.js';

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

  it('R4.3 name the day of what follows, of several the nearest', () => {
    const [late, soon] = [
      { verdict: 'deferred' as const, dueOn: '2026-11-27' },
      { verdict: 'deferred' as const, dueOn: '2026-11-05' },
    ];
    expect(deferralFacts(late)).toBe('11-27 前补齐');
    expect(deferralFacts({ verdict: 'promised', dueOn: null })).toBe('以承诺代替');
    expect(deferralFacts({ verdict: 'qualified', dueOn: null })).toBeNull();
    expect(deferredWords([late, soon, { verdict: 'missing', dueOn: null }])).toBe('容缺 2 份，11-05 前补齐');
    expect(deferredWords([{ verdict: 'qualified', dueOn: null }])).toBe('');
  });

  it('find the server’s word on a material', () => {
    const view = {
      materials: [{ code: 'plan', actions: [{ action: 'defer', allowed: false, reason: '主件不可' }] }],
    } as unknown as DeferralView;
    expect(actionOn(view, 'plan', 'defer')?.reason).toBe('主件不可');
    expect(actionOn(undefined, 'plan', 'defer')).toBeUndefined();
  });
});
