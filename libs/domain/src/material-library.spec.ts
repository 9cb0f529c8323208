import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MATERIAL_KINDS, MATERIAL_VERDICTS, TRUST_LEVELS } from './material-requirements.js';
import { decideReuse, libraryKeyOf, paperOfAnother, reuseWatermark, shelfTrust, validThroughOf } from './material-library.js';

const NOTHING = { originalSeen: false, committed: false };
const EVERYTHING = { originalSeen: true, committed: true };

describe('R7, R4: papers of a draft whose applicant is replaced', () => {
  it('go, or are judged anew where they were uploaded; what nobody judged stays', () => {
    const fates = (hasUploads: boolean) => MATERIAL_VERDICTS.map((verdict) => paperOfAnother(verdict, hasUploads)).join(' ');
    expect(fates(true)).toBe('keep keep anew anew anew anew anew');
    expect(fates(false)).toBe('keep keep gone gone gone gone gone');
  });
});

describe('R7: reuse from the library', () => {
  it('follows the level: A and B at once, C after the original was seen, D under commitment', () => {
    const entry = (trust: (typeof TRUST_LEVELS)[number]) => ({ trust, validThrough: null });
    expect(decideReuse(entry('A'), '2026-10-29', NOTHING)).toEqual({ ok: true, rule: 'direct', trust: 'A' });
    expect(decideReuse(entry('B'), '2026-10-29', NOTHING)).toEqual({ ok: true, rule: 'watermarked', trust: 'B' });
    expect(decideReuse(entry('C'), '2026-10-29', NOTHING)).toMatchObject({ ok: false, problem: 'originalNotSeen' });
    expect(decideReuse(entry('C'), '2026-10-29', EVERYTHING)).toEqual({ ok: true, rule: 'checkOriginal', trust: 'B' });
    expect(decideReuse(entry('D'), '2026-10-29', { originalSeen: true, committed: false })).toMatchObject({ problem: 'notCommitted' });
    expect(decideReuse(entry('D'), '2026-10-29', EVERYTHING)).toEqual({ ok: true, rule: 'underCommitment', trust: 'D' });
  });

  it('refuses what has expired, whatever the level and whatever is assured; the last day counts', () => {
    for (const trust of TRUST_LEVELS) {
      expect(decideReuse({ trust, validThrough: '2026-10-29' }, '2026-10-29', EVERYTHING).ok).toBe(true);
      const refused = decideReuse({ trust, validThrough: '2026-10-28' }, '2026-10-29', EVERYTHING);
      expect(refused).toMatchObject({ ok: false, problem: 'expired', reason: '2026-10-28 已到期，不能复用。换交有效的' });
    }
  });
});

describe('the level under which a paper is kept', () => {
  it('is B for a qualified original, C for a copy, D for what the applicant makes; a stated level stands', () => {
    expect(shelfTrust({ kind: 'report', medium: 'original' }, 'qualified', 'C')).toBe('B');
    expect(shelfTrust({ kind: 'report', medium: 'copy' }, 'qualified', null)).toBe('C');
    expect(shelfTrust({ kind: 'report', medium: 'copy' }, 'qualified', 'B')).toBe('B');
    expect(shelfTrust({ kind: 'licence', medium: 'electronic' }, 'qualified', 'A')).toBe('A');
    expect(shelfTrust({ kind: 'commitment', medium: 'original' }, 'qualified', 'B')).toBe('D');
  });

  it('is none for every verdict but qualified', () => {
    for (const kind of MATERIAL_KINDS) {
      for (const verdict of MATERIAL_VERDICTS) {
        expect(shelfTrust({ kind, medium: 'original' }, verdict, 'B') !== null).toBe(verdict === 'qualified');
      }
    }
  });
});

describe('shelves, validity and the watermark', () => {
  it('lays papers by their key, by their licence, or nowhere', () => {
    expect(libraryKeyOf({ libraryKey: 'hygiene-rules', licenceType: 'other' })).toBe('hygiene-rules');
    expect(libraryKeyOf({ licenceType: 'id-card' })).toBe('id-card');
    expect(libraryKeyOf({})).toBeNull();
  });

  it('counts calendar months and includes the same day of the last', () => {
    expect(validThroughOf('2026-03-31', 6)).toBe('2026-09-30');
    expect(validThroughOf('2026-04-01', 6)).toBe('2026-10-01');
    expect(validThroughOf('2025-11-15', 12)).toBe('2026-11-15');
    expect(validThroughOf('2024-02-29', 12)).toBe('2025-02-28');
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (at, months) => {
        const issuedOn = at.toISOString().slice(0, 10);
        const through = validThroughOf(issuedOn, months);
        expect(through > issuedOn).toBe(true);
        expect(validThroughOf(issuedOn, months + 1) > through).toBe(true);
        expect(through.slice(8) <= issuedOn.slice(8)).toBe(true);
      }),
    );
  });

  it('names the case and the day', () => {
    expect(reuseWatermark('440199202610290003189', '2026-10-29')).toBe('复用·440199202610290003189·2026-10-29');
    expect(reuseWatermark(null, '2026-10-29')).toBe('复用·2026-10-29·仅供本次办理');
  });
});
