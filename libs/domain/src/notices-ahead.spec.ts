import { describe, expect, it } from '@jest/globals';
import { CASE_STATUSES } from './case-status.js';
import { mayAskForSecondNotice, noticesAhead, secondNoticeOffer } from './notices-ahead.js';

describe('notices that may still be served', () => {
  it('follow the table of R11', () => {
    expect(Object.fromEntries(CASE_STATUSES.map((status) => [status, noticesAhead(status)]))).toEqual({
      draft: ['receipt', 'acceptance', 'supplement', 'decline'],
      received: ['acceptance', 'supplement', 'decline', 'withdrawal'],
      supplementing: ['acceptance', 'withdrawal'],
      accepted: ['withdrawal'],
      decided: [],
      ready: [],
      concluded: [],
      declined: [],
      withdrawn: [],
      terminated: [],
    });
  });
});

describe('R2.3 one further notice', () => {
  it('is asked for only of a case that came back after its notice', () => {
    const may = CASE_STATUSES.filter((status) => mayAskForSecondNotice({ status, supplementNotices: 1 }));
    expect(may).toEqual(['received']);
    expect(mayAskForSecondNotice({ status: 'received', supplementNotices: 0 })).toBe(false);
  });

  it('is offered until a supervisor has allowed it', () => {
    const facts = { status: 'received', supplementNotices: 1 } as const;
    expect(secondNoticeOffer({ ...facts, supplementOverride: false })).toEqual({ action: 'requestOverride', allowed: true });
    expect(secondNoticeOffer({ ...facts, supplementOverride: true })).toMatchObject({ allowed: false });
    expect(secondNoticeOffer({ status: 'accepted', supplementNotices: 1, supplementOverride: false })).toBeNull();
  });
});
