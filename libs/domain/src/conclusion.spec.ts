import { describe, expect, it } from '@jest/globals';
import { CONCLUSION_KINDS, conclusionKind } from './conclusion.js';

describe('R10.4 how a decision stands to its promise', () => {
  it.each([
    ['2026-11-05', null, null, 'instant'],
    ['2026-11-05', '2026-11-06', null, 'early'],
    ['2026-11-05', '2026-11-05', null, 'onTime'],
    ['2026-11-05', '2026-11-04', '2026-12-04', 'late'],
    ['2026-11-05', null, '2026-11-04', 'late'],
    ['2026-11-05', null, '2026-11-05', 'onTime'],
    ['2027-01-01', '2026-12-31', null, 'late'],
  ] as const)('decided %s, promised %s, by law %s: %s', (decidedOn, promisedDue, statutoryDue, kind) => {
    expect(conclusionKind({ decidedOn, promisedDue, statutoryDue })).toBe(kind);
  });

  it('R10.4 the four are all there is', () => {
    expect(CONCLUSION_KINDS).toEqual(['instant', 'early', 'onTime', 'late']);
  });
});
