import { describe, expect, it } from '@jest/globals';
import { makeIdentityNumber } from '@onewindow/domain';
import { readCollectorNumber, readSignature, requireApplicant } from './collector.js';
import { CollectorNameDiffers, CollectorNotApplicant, CollectorNumberInvalid, SignatureUnreadable } from './result-problems.js';

const TODAY = '2026-11-05';
const OWN = makeIdentityNumber('440199', '1980-05-06', 21);
const OTHER = makeIdentityNumber('440199', '1981-05-06', 22);
const indexOf = (number: string): string => `index of ${number}`;
const as = (number: string, name = '王小明') => ({ number, name });
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the collector of a result (R6.1)', () => {
  it('reads a number with blanks and a small x', () => {
    expect(readCollectorNumber(' 110105 19491231 002x ', TODAY)).toBe('11010519491231002X');
  });

  it.each(['110105194912310021', '11010519491331002X', '110105491231002', '12345678901234567890123'])(
    'refuses %s: it looks national and is not',
    (number) => {
      expect(() => readCollectorNumber(number, TODAY)).toThrow(CollectorNumberInvalid);
    },
  );

  it('takes a passport, but not a name', () => {
    expect(readCollectorNumber('e12345678', TODAY)).toBe('E12345678');
    expect(() => readCollectorNumber('护照', TODAY)).toThrow(CollectorNumberInvalid);
  });

  it('lets only the applicant collect as the applicant', () => {
    const applicant = { kind: 'natural' as const, identityIndex: indexOf(OWN), representativeIndex: null, personName: '王小明' };
    expect(() => requireApplicant(as(OWN), applicant, indexOf)).not.toThrow();
    expect(() => requireApplicant(as(OTHER), applicant, indexOf)).toThrow(CollectorNotApplicant);
  });

  it('keeps no other name beside the signature than the applicant’s', () => {
    const applicant = { kind: 'natural' as const, identityIndex: indexOf(OWN), representativeIndex: null, personName: '王小明' };
    expect(() => requireApplicant(as(OWN, '路人甲'), applicant, indexOf)).toThrow(CollectorNameDiffers);
  });

  it('lets the legal representative collect for a company, and nobody where none is known', () => {
    const company = {
      kind: 'legal' as const,
      identityIndex: indexOf('91350100M000100Y43'),
      representativeIndex: indexOf(OWN),
      personName: null,
    };
    expect(() => requireApplicant(as(OWN), company, indexOf)).not.toThrow();
    expect(() => requireApplicant(as(OTHER), company, indexOf)).toThrow(/法定代表人/);
    expect(() => requireApplicant(as(OWN), { ...company, representativeIndex: null }, indexOf)).toThrow(CollectorNotApplicant);
  });

  it('keeps a PNG and refuses anything else', () => {
    expect(readSignature(PIXEL).length).toBeGreaterThan(60);
    for (const bad of ['AAAA', Buffer.from('GIF89a'.padEnd(60, '.')).toString('base64'), PIXEL.replace('AAAAEAAAAB', 'AAAAAAAAAB')]) {
      expect(() => readSignature(bad)).toThrow(SignatureUnreadable);
    }
  });
});
