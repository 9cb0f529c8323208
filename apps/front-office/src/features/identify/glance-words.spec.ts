import { describe, expect, it } from '@jest/globals';
import type { LicenceView } from '@onewindow/contracts';
import { earlierAtAGlance, licenceCounts, licenceTerm, nameWarning, namesakeWords, presenceWords } from './glance-words.js';
import type { Identified } from './use-identify.js';

const found = (names: { registry?: string; applicant?: string }) =>
  ({
    registry: names.registry === undefined ? null : { name: names.registry },
    applicant: names.applicant === undefined ? null : { name: names.applicant },
  }) as Identified;

describe('at a glance', () => {
  it('warns of another name under one number, naming both', () => {
    expect(nameWarning('陈嘉敏', found({ registry: '陈嘉明' }))).toEqual({
      state: 'warn',
      reason: '此证件号登记的是陈嘉明，现填陈嘉敏。对照证件',
    });
    expect(nameWarning('陈嘉敏', found({ registry: '陈嘉敏', applicant: '陈家敏' }))?.reason).toContain('陈家敏');
    expect(nameWarning(' 陈嘉 敏', found({ registry: '陈嘉敏' }))).toBeNull();
    expect(nameWarning('', found({ registry: '陈嘉敏' }))).toBeNull();
    expect(nameWarning('陈嘉敏', null)).toBeNull();
  });

  it('counts licences by what they are worth', () => {
    const states = ['expired', 'valid', 'valid', 'revoked'] as const;
    expect(licenceCounts(states.map((state) => ({ state }) as LicenceView))).toBe('有效 2·已过期 1·已注销 1');
    expect(licenceTerm({ state: 'valid', validFrom: null, validUntil: null })).toBe('长期有效');
    expect(licenceTerm({ state: 'valid', validFrom: null, validUntil: '2036-03-18' })).toBe('有效至 2036-03-18');
    expect(licenceTerm({ state: 'expired', validFrom: null, validUntil: '2025-09-30' })).toBe('2025-09-30 已过期，不能用');
  });

  it('says who came, and that names do not tell people apart', () => {
    expect(presenceWords({ how: 'card', at: '2026-10-29T02:36:00.000Z' })).toBe('本人到场，10:36 读卡');
    expect(presenceWords({ how: 'typed', at: '2026-10-29T02:36:00.000Z' })).toBe('本人到场，10:36 人工核对');
    expect(namesakeWords({ namesakes: 2 })).toBe('同名的另有 2 个，以证件号为准');
    expect(namesakeWords({ namesakes: 0 })).toBeNull();
  });

  it('counts all earlier cases and every twin, however few are listed, and not the one on the counter', () => {
    const one = (id: string, itemId: string, status: 'draft' | 'received' | 'concluded') => ({
      ...{ id, itemId, status, caseNo: null, itemName: '', receivedAt: null },
    });
    const earlierCases = [one('own', 'shop', 'received'), one('b', 'shop', 'received'), one('c', 'food', 'concluded')];
    const profile = { earlierCases, earlierCounts: { all: 72, received: 72, underWay: [{ itemId: 'shop', count: 4 }] } };
    const glance = earlierAtAGlance(profile, { itemId: 'shop', caseId: 'own' });
    expect(glance).toMatchObject({ all: 71, older: 69, twins: 3 });
    expect(glance.cases.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(earlierAtAGlance(profile, { itemId: 'food', caseId: 'another' })).toMatchObject({ all: 72, older: 69, twins: 0 });
  });
});
