import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DeferralInput, deferralProblems, deferralQuota } from './deferral.js';

const input: DeferralInput = {
  requirement: { code: 'report', name: '检测报告', kind: 'report', necessity: 'required', isKey: false },
  required: true,
  itemAllows: true,
  keyExcluded: true,
  quota: 1,
  used: 0,
  supplementOn: '2026-03-09',
  promisedDue: '2026-03-09',
  today: '2026-03-02',
  barred: false,
};
const codes = (over: Partial<DeferralInput>): string[] => deferralProblems({ ...input, ...over }).map((problem) => problem.code);

describe('R4.1 the quota', () => {
  it.each([
    [6, 'A', 1],
    [10, 'A', 3],
    [3, 'A', 0],
    [6, 'B', 1],
    [4, 'B', 0],
    [20, 'C', 0],
    [20, null, 0],
  ] as const)('R4.1 %i required, grade %s → %i', (required, grade, quota) => {
    expect(deferralQuota({ required, grade })).toBe(quota);
  });

  it('R4.1 percentages belong to the configuration', () => {
    expect(deferralQuota({ required: 6, grade: 'C', percentages: { A: 50, B: 40, C: 34 } })).toBe(2);
  });

  it('R4.1 never more than the share, and the share is used up', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), (required, percent) => {
        const quota = deferralQuota({ required, grade: 'A', percentages: { A: percent, B: 0, C: 0 } });
        return quota * 100 <= required * percent && (quota + 1) * 100 > required * percent;
      }),
    );
  });
});

describe('R4 what can be deferred', () => {
  it('R4.1 R4.3 a required material within the quota, by the promised limit at the latest', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ supplementOn: '2026-03-10' })).toEqual(['day']);
    expect(codes({ supplementOn: '2026-03-01' })).toEqual(['day']);
  });

  it('R4.1 only items that allow it, only what is required, only within the quota', () => {
    expect(codes({ itemAllows: false })).toEqual(['item']);
    expect(codes({ required: false })).toEqual(['not-required']);
    expect(deferralProblems({ ...input, used: 1 })).toEqual([{ code: 'quota', reason: '1/1 已用满' }]);
    expect(codes({ quota: 0 })).toEqual(['quota']);
  });

  it('R4.2 a key material only where the item does not exclude it', () => {
    const key = { ...input.requirement, isKey: true };
    expect(codes({ requirement: key })).toEqual(['key']);
    expect(codes({ requirement: key, keyExcluded: false })).toEqual([]);
  });

  it('R4.4 an unkept promise closes deferral', () => {
    expect(codes({ barred: true })).toEqual(['barred']);
  });
});
