import { describe, expect, it } from '@jest/globals';
import { hasSecondReviewer, mayReview } from './recusal.js';

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
    expect(hasSecondReviewer('chief', ['chief'])).toBe(false);
    expect(hasSecondReviewer('chief', [])).toBe(false);
    expect(hasSecondReviewer('chief', ['chief', 'a'])).toBe(true);
  });
});
