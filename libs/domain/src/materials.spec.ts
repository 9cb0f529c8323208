import { describe, expect, it } from '@jest/globals';
import type { MaterialRequirement } from './material-requirements.js';
import { type MaterialState, checklistFor, isValidOn, missingFor, requiredCount, reuseOf } from './materials.js';

const requirement = (code: string, over: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  code,
  name: `材料${code}`,
  kind: 'document',
  necessity: 'required',
  isKey: false,
  ...over,
});

const requirements = [
  requirement('form'),
  requirement('aircon', { necessity: 'conditional', when: { question: 'hasAircon', equals: true } }),
  requirement('letter', { necessity: 'optional' }),
];
const plain = { answers: { hasAircon: false } };
const aircon = { answers: { hasAircon: true } };
const today = '2026-03-02';

function problems(materials: MaterialState[], answers = aircon): string[] {
  return missingFor(requirements, materials, answers, today).map((one) => `${one.code} ${one.problem}`);
}

describe('R4.1 the checklist under the answers', () => {
  it('R4.1 leaves out conditional materials that do not apply', () => {
    expect(checklistFor(requirements, plain).map((line) => [line.requirement.code, line.required])).toEqual([
      ['form', true],
      ['letter', false],
    ]);
  });

  it('R4.1 counts conditional ones that apply, never optional ones', () => {
    expect(requiredCount(requirements, plain)).toBe(1);
    expect(requiredCount(requirements, aircon)).toBe(2);
  });
});

describe('R2 what hinders acceptance', () => {
  it('R2.3 names everything that is missing, at once', () => {
    expect(problems([])).toEqual(['form missing', 'aircon missing']);
    expect(problems([], plain)).toEqual(['form missing']);
  });

  it('R2.2 faulty and unchecked materials hinder, optional ones too once handed in', () => {
    expect(
      missingFor(
        requirements,
        [
          { requirementCode: 'form', verdict: 'faulty', faultReason: '未签名' },
          { requirementCode: 'aircon', verdict: 'unchecked' },
          { requirementCode: 'letter', verdict: 'faulty' },
        ],
        aircon,
        today,
      ),
    ).toEqual([
      { code: 'form', name: '材料form', problem: 'faulty', reason: '未签名' },
      { code: 'aircon', name: '材料aircon', problem: 'unchecked', reason: '已交，未核对' },
      { code: 'letter', name: '材料letter', problem: 'faulty', reason: '有误' },
    ]);
  });

  it('R4.1 R7 qualified, reused and deferred materials do not hinder', () => {
    expect(
      problems([
        { requirementCode: 'form', verdict: 'reused', trust: 'A' },
        { requirementCode: 'aircon', verdict: 'deferred' },
        { requirementCode: 'letter', verdict: 'qualified' },
      ]),
    ).toEqual([]);
  });

  it('R7 expired material does not stand, not even a qualified one', () => {
    const form = (validThrough: string): MaterialState[] => [{ requirementCode: 'form', verdict: 'qualified', validThrough }];
    expect(problems(form('2026-03-01'), plain)).toEqual(['form expired']);
    expect(problems(form('2026-03-02'), plain)).toEqual([]);
  });
});

describe('R7 trust and reuse', () => {
  it.each([
    ['A', 'direct'],
    ['B', 'watermarked'],
    ['C', 'checkOriginal'],
    ['D', 'underCommitment'],
  ] as const)('R7 %s → %s', (trust, rule) => {
    expect(reuseOf(trust, null, today)).toBe(rule);
    expect(reuseOf(trust, '2026-03-01', today)).toBe('expired');
  });

  it('R7 the last day of validity counts', () => {
    expect([isValidOn(today, today), isValidOn('2026-03-01', today), isValidOn(undefined, today)]).toEqual([true, false, true]);
  });
});
