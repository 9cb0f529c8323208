import { describe, expect, it } from '@jest/globals';
import { hasSecondReviewer, mayReview } from './recusal.js';

describe('R5.6 recusal', () => {
  it('R5.6 not where the officer is applicant or agent', () => {
    expect(mayReview({ officerIdentityIndex: 'x', applicantIndex: 'x' })).toBe(false);
    expect(mayReview({ officerIdentityIndex: 'x', applicantIndex: 'y', agentIndex: 'x' })).toBe(false);
    expect(mayReview({ officerIdentityIndex: 'x', applicantIndex: 'y', agentIndex: 'z' })).toBe(true);
  });

  it('R5.6 unknown identities conflict with nobody', () => {
    expect(mayReview({ officerIdentityIndex: null, applicantIndex: null, agentIndex: null })).toBe(true);
    expect(mayReview({ officerIdentityIndex: 'x', applicantIndex: null })).toBe(true);
  });

  it('R5.6 the decider is not the sole reviewer', () => {
    expect(hasSecondReviewer('chief', ['chief'])).toBe(false);
    expect(hasSecondReviewer('chief', [])).toBe(false);
    expect(hasSecondReviewer('chief', ['chief', 'a'])).toBe(true);
  });
});
