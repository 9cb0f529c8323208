import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedCalendar } from './calendar.js';
import { addCalendarDays } from './dates.js';
import { type DeferralInput, deferralProblems, deferralQuota, deferralStart, latestSupplementDay } from './deferral.js';
import { CREDIT_GRADES, MATERIAL_NECESSITIES, type MaterialRequirement } from './material-requirements.js';
import { requiredCount } from './materials.js';

const calendar = publishedCalendar();
const input: DeferralInput = {
  requirement: { code: 'report', name: '检测报告', kind: 'report', necessity: 'required', isKey: false },
  required: true,
  itemAllows: true,
  keyExcluded: true,
  grade: 'A',
  quota: 1,
  used: 0,
  supplementOn: '2026-03-09',
  latestOn: '2026-03-09',
  today: '2026-03-02',
  barred: false,
};
const codes = (over: Partial<DeferralInput>): string[] => deferralProblems({ ...input, ...over }).map((problem) => problem.code);
const reasons = (over: Partial<DeferralInput>): string[] => deferralProblems({ ...input, ...over }).map((problem) => problem.reason);

describe('R4.1 the quota', () => {
  it.each([
    [6, 'A', 1],
    [7, 'A', 2],
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

  it('R4.1 counts what is required under the answers: conditional ones that apply, whatever their verdict; never optional ones', () => {
    const requirement = fc.record({
      code: fc.string({ minLength: 1, maxLength: 6 }),
      name: fc.constant('材料'),
      kind: fc.constant('document' as const),
      necessity: fc.constantFrom(...MATERIAL_NECESSITIES),
      isKey: fc.boolean(),
      applies: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 12 }), (list) => {
        const asked: MaterialRequirement[] = list.map(({ applies, ...one }) =>
          one.necessity === 'conditional' ? { ...one, when: { question: applies ? 'yes' : 'no', equals: true } } : one,
        );
        const wanted = list.filter((one) => one.necessity === 'required' || (one.necessity === 'conditional' && one.applies)).length;
        expect(requiredCount(asked, { answers: { yes: true, no: false }, form: {} })).toBe(wanted);
      }),
    );
  });
});

describe('R4.3 the last day', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-30', 10, '2026-10-20'],
  ])('R4.3 from %s, %i working days promised → %s', (start, promisedLimit, last) => {
    expect(latestSupplementDay({ start, promisedLimit, calendar, today: start })).toBe(last);
  });

  it('R4.3 an item that promises no day defers nothing', () => {
    expect(latestSupplementDay({ start: '2026-03-02', promisedLimit: null, calendar, today: '2026-03-02' })).toBeNull();
    expect(codes({ latestOn: null })).toEqual(['item']);
  });
});

describe('R4.3 the day from which the promised limit counts', () => {
  const before = { acceptedOn: null, outageOn: null, supplement: null, today: '2026-03-10' };

  it.each([
    ['today, while the acceptance is still to come', {}, '2026-03-10'],
    ['the day of acceptance, once there is one', { acceptedOn: '2026-03-05', outageOn: '2026-03-02' }, '2026-03-05'],
    ['the true receipt of a case from outage paper (R10.5)', { outageOn: '2026-03-02' }, '2026-03-02'],
    [
      'today again, while something of its supplement is not here (R2.5)',
      { outageOn: '2026-03-02', supplement: { lastPaperOn: '2026-03-05', isBrought: false } },
      '2026-03-10',
    ],
    [
      'the day that the acceptance would bear, once all that was asked for is here (R2.5)',
      { supplement: { lastPaperOn: '2026-03-05', isBrought: true } },
      '2026-03-05',
    ],
  ])('is %s', (_, over, day) => {
    expect(deferralStart({ ...before, ...over })).toBe(day);
  });
});

describe('R4 what can be deferred', () => {
  it('R4.1 R4.3 a required material within the quota, by the promised limit at the latest', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ supplementOn: '2026-03-02' })).toEqual([]);
    expect(codes({ supplementOn: '2026-03-10' })).toEqual(['day']);
    expect(codes({ supplementOn: '2026-03-01' })).toEqual(['day']);
  });

  it('R4.3 exactly the days from today to the last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 30 }), fc.integer({ min: 0, max: 20 }), (offset, length) => {
        const latestOn = addCalendarDays(input.today, length);
        const supplementOn = addCalendarDays(input.today, offset);
        expect(codes({ supplementOn, latestOn })).toEqual(offset >= 0 && offset <= length ? [] : ['day']);
      }),
    );
  });

  it('R4.1 only items that allow it, only what is required, only within the quota; the label says which', () => {
    expect(reasons({ itemAllows: false })).toEqual(['本事项不允许']);
    expect(codes({ required: false })).toEqual(['not-required']);
    expect(reasons({ used: 1 })).toEqual(['额度已用满']);
    expect(reasons({ quota: 0 })).toEqual(['必交材料少，额度为 0']);
    expect(reasons({ quota: 0, grade: 'C' })).toEqual(['C 级不可']);
    expect(reasons({ quota: 0, grade: null })).toEqual(['未评信用等级']);
  });

  it('R4.1 no grade and no number of required materials lets more be deferred than its quota', () => {
    for (const grade of [...CREDIT_GRADES, null]) {
      for (let required = 0; required <= 20; required += 1) {
        const quota = deferralQuota({ required, grade });
        let used = 0;
        while (codes({ grade, quota, used }).length === 0) used += 1;
        expect(used).toBe(quota);
      }
    }
  });

  it('R4.2 a key material only where the item does not exclude it', () => {
    const key = { ...input.requirement, isKey: true };
    expect(reasons({ requirement: key })).toEqual(['主件不可']);
    expect(codes({ requirement: key, keyExcluded: false })).toEqual([]);
  });

  it('R4.4 an unkept promise closes deferral', () => {
    expect(reasons({ barred: true })).toEqual(['上次承诺未兑现']);
  });
});
