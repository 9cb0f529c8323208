import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseNoCheckDigit, formatCaseNo, groupCaseNo, isCaseNoShaped, LAST_CASE_SERIAL, parseCaseNo } from './case-no.js';
import { DomainError } from './errors.js';

const parts = { region: '440199', date: '2026-10-29', serial: 318 };

describe('R8.4 统一受理编号', () => {
  it('R8.4 the vector of ISO 7064 MOD 11,10', () => {
    expect(caseNoCheckDigit('44019920261029000318')).toBe(9);
    expect(formatCaseNo(parts)).toBe('440199202610290003189');
  });

  it('R8.4 reads what it wrote, blanks or not', () => {
    expect(parseCaseNo('440199 20261029 000318 9')).toEqual({ ok: true, value: { caseNo: '440199202610290003189', ...parts } });
  });

  it('R8.4 knows the shape, right or misread', () => {
    expect(['440199 20261029 000318 9', '440199202610290003188'].map(isCaseNoShaped)).toEqual([true, true]);
    expect(['44019920261029000318', '44019920261029000318X', ''].map(isCaseNoShaped)).toEqual([false, false, false]);
  });

  it('is grouped 6 8 6 1', () => {
    expect(groupCaseNo('440199202610290003189')).toBe('440199 20261029 000318 9');
    expect(groupCaseNo('草稿')).toBe('草稿');
  });

  it.each([
    ['44019920261029000318', 'length'],
    ['44019920261029000318X', 'characters'],
    ['440199202613290003189', 'date'],
    ['440199202610290003187', 'check-digit'],
  ])('R8.4 %s fails by %s', (text, problem) => {
    expect(parseCaseNo(text)).toMatchObject({ ok: false, problem });
  });

  it('R8.4 any one digit changed is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST_CASE_SERIAL }), fc.nat(20), fc.integer({ min: 1, max: 9 }), (serial, at, shift) => {
        const caseNo = formatCaseNo({ ...parts, serial });
        expect(parseCaseNo(caseNo)).toMatchObject({ ok: true, value: { serial } });
        const changed = caseNo.slice(0, at) + String((Number(caseNo[at]) + shift) % 10) + caseNo.slice(at + 1);
        expect(parseCaseNo(changed).ok).toBe(false);
      }),
    );
  });

  it.each([
    [{ ...parts, region: '44019' }],
    [{ ...parts, date: '2026-02-30' }],
    [{ ...parts, serial: 0 }],
    [{ ...parts, serial: LAST_CASE_SERIAL + 1 }],
  ])('R8.4 refuses %j', (bad) => {
    expect(() => formatCaseNo(bad)).toThrow(DomainError);
  });
});
