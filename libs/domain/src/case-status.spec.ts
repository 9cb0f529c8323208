import { describe, expect, it } from '@jest/globals';
import {
  CASE_STATUSES,
  CASE_STATUS_LABELS,
  ENDED_CASE_STATUSES,
  OPEN_CASE_STATUSES,
  isAtWindow,
  isBeforeAcceptance,
  isDraft,
  isEnded,
  isInReview,
  isOpen,
  isUnderWay,
  mayReplaceApplicant,
} from './case-status.js';

describe('states of a case', () => {
  it('R11 are each either open or ended', () => {
    expect([...OPEN_CASE_STATUSES, ...ENDED_CASE_STATUSES].sort()).toEqual([...CASE_STATUSES].sort());
    for (const status of OPEN_CASE_STATUSES) expect([isOpen(status), isEnded(status)]).toEqual([true, false]);
    for (const status of ENDED_CASE_STATUSES) expect([isOpen(status), isEnded(status)]).toEqual([false, true]);
  });

  it('R2.2 draft, received and supplementing are before acceptance; all but the draft of the open ones are under way', () => {
    expect(CASE_STATUSES.filter(isBeforeAcceptance)).toEqual(['draft', 'received', 'supplementing']);
    expect(CASE_STATUSES.filter(isUnderWay)).toEqual(OPEN_CASE_STATUSES.filter((status) => status !== 'draft'));
  });

  it('R1.5 R2.2 a draft alone may become another applicant’s; what is accepted and not decided has running clocks', () => {
    expect(CASE_STATUSES.filter(isDraft)).toEqual(['draft']);
    expect(CASE_STATUSES.filter(mayReplaceApplicant)).toEqual(['draft']);
    expect(CASE_STATUSES.filter(isInReview)).toEqual(['accepted']);
  });

  it('R6.2 ready alone lies at the window', () => {
    expect(CASE_STATUSES.filter(isAtWindow)).toEqual(['ready']);
  });

  it('have different Chinese names', () => {
    expect(new Set(Object.values(CASE_STATUS_LABELS)).size).toBe(CASE_STATUSES.length);
  });
});
