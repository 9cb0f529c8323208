import { describe, expect, it } from '@jest/globals';
import { hasSecondReviewer, mayReview, type ReviewedTask } from './recusal.js';

const review = (completedBy: string, more: Partial<ReviewedTask> = {}): ReviewedTask => ({
  kind: 'review',
  status: 'done',
  stepKey: 'review',
  round: 1,
  completedBy,
  holderId: completedBy,
  ...more,
});

describe('R5.6 recusal', () => {
  const nobody = { applicantIndex: null, representativeIndex: null, agentIndex: null };
  const ROLES = ['applicantIndex', 'representativeIndex', 'agentIndex'] as const;

  it.each(ROLES)('R5.6 not where the officer is the %s', (role) => {
    const others = { applicantIndex: 'a', representativeIndex: 'b', agentIndex: 'c' };
    expect(mayReview({ ...others, officerIdentityIndex: 'x', [role]: 'x' })).toBe(false);
    expect(mayReview({ ...nobody, officerIdentityIndex: 'x', [role]: 'x' })).toBe(false);
    expect(mayReview({ ...others, officerIdentityIndex: 'x' })).toBe(true);
  });

  it('R5.6 unknown identities conflict with nobody', () => {
    expect(mayReview({ ...nobody, officerIdentityIndex: null })).toBe(true);
    expect(mayReview({ ...nobody, officerIdentityIndex: 'x' })).toBe(true);
  });

  it('R5.6 the decider is not the sole reviewer', () => {
    expect(hasSecondReviewer(['chief'], [review('chief')])).toBe(false);
    expect(hasSecondReviewer(['chief'], [])).toBe(false);
    expect(hasSecondReviewer(['chief'], [review('chief'), review('a', { stepKey: 'plan' })])).toBe(true);
    expect(hasSecondReviewer(['chief'], [review('a', { kind: 'consultation' }), review('a', { status: 'claimed' })])).toBe(false);
  });

  it('R5.6 R5.8 who reviewed before a return is no second person: the round after it counts', () => {
    const [before, after] = [review('a'), review('chief', { round: 2 })];
    expect(hasSecondReviewer(['chief'], [before, after])).toBe(false);
    expect(hasSecondReviewer(['a'], [before, after])).toBe(true);
  });

  it('R5.6 a delegate and whom they stand in for are one', () => {
    expect(hasSecondReviewer(['delegate', 'principal'], [review('principal')])).toBe(false);
    expect(hasSecondReviewer(['principal'], [review('delegate', { holderId: 'principal' })])).toBe(false);
    expect(hasSecondReviewer(['other'], [review('delegate', { holderId: 'principal' })])).toBe(true);
  });
});
