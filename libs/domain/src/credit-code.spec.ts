import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeCreditCode, parseCreditCode } from './credit-code.js';

describe('R8.2 统一社会信用代码', () => {
  it('R8.2 reads the standard example', () => {
    expect(parseCreditCode('91350100 m000100y43')).toEqual({
      ok: true,
      value: { code: '91350100M000100Y43', kind: '91', region: '350100', organisation: 'M000100Y4' },
    });
  });

  it('R8.2 a wrong check digit is a warning that a clerk may override', () => {
    expect(parseCreditCode('91350100M000100Y44')).toMatchObject({ ok: false, problem: 'check-digit', overridable: true });
  });

  it('R8.2 wrong length or letters I O S V Z are no codes at all', () => {
    expect(parseCreditCode('91350100M000100Y4')).toMatchObject({ ok: false, problem: 'length', overridable: false });
    for (const letter of 'IOSVZ')
      expect(parseCreditCode(`91350100${letter}000100Y43`)).toMatchObject({ problem: 'characters', overridable: false });
  });

  it('R8.2 the last mod 31: a sum that divides by 31 has check character 0', () => {
    const zeros = Array.from({ length: 200 }, (_, sequence) => makeCreditCode('91', '440199', sequence)).filter((code) =>
      code.endsWith('0'),
    );
    expect(zeros.length).toBeGreaterThan(0);
    for (const code of zeros) expect(parseCreditCode(code).ok).toBe(true);
  });

  it('R8.2 made codes are valid', () => {
    fc.assert(fc.property(fc.nat(999_999_999), (sequence) => parseCreditCode(makeCreditCode('91', '440199', sequence)).ok));
  });
});
