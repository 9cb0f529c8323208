import { describe, expect, it } from '@jest/globals';
import { LICENCE_STATE_LABELS, LICENCE_STATES, licenceStateOn, licenceUntil } from './licence.js';

const term = { revoked: false, validFrom: '2024-03-18', validUntil: '2026-11-05' };

describe('the state of a licence (R7)', () => {
  it.each([
    ['2024-03-17', 'notYetValid'],
    ['2024-03-18', 'valid'],
    ['2026-11-05', 'valid'],
    ['2026-11-06', 'expired'],
  ])('on %s it is %s', (day, state) => {
    expect(licenceStateOn(term, day)).toBe(state);
  });

  it('has no end without a last day, and no beginning without a first', () => {
    expect(licenceStateOn({ revoked: false, validFrom: null, validUntil: null }, '2099-12-31')).toBe('valid');
  });

  it('stays revoked, whatever its term says', () => {
    for (const day of ['2024-01-01', '2025-01-01', '2027-01-01']) expect(licenceStateOn({ ...term, revoked: true }, day)).toBe('revoked');
  });

  it('has a Chinese name for every state', () => {
    expect(LICENCE_STATES.map((state) => LICENCE_STATE_LABELS[state])).toEqual(['有效', '未生效', '已过期', '已注销']);
  });
});

describe('the last day of a licence', () => {
  it.each([
    ['2026-03-02', 5, '2031-03-01'],
    ['2026-01-01', 1, '2026-12-31'],
    ['2028-03-01', 4, '2032-02-29'],
    // A year without 02-29 takes no day away from who was granted it on one.
    ['2028-02-29', 4, '2032-02-28'],
    ['2028-02-29', 5, '2033-02-28'],
    ['2028-02-29', 1, '2029-02-28'],
  ])('granted on %s for %i years it is %s', (from, years, until) => {
    expect(licenceUntil(from, years)).toBe(until);
  });
});
