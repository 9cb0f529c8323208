import { describe, expect, it } from '@jest/globals';
import { parseCaseNo } from '@onewindow/domain';
import { accountFor, enter } from '../support/accounts.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';

const CASES = 100;

describe('R8.4: a hundred acceptances at once', () => {
  it('gives every case a number of its own', async () => {
    const clerk = await enter(await accountFor('窗口'), 1);
    const item = await itemNamed(clerk, '高龄津贴');
    const drafts = [];
    for (let i = 0; i < CASES; i += 1) drafts.push(await completeDraft(clerk, item));
    const accepted = await Promise.all(
      drafts.map(({ draft, version }) => clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } })),
    );
    const numbers = accepted.map((one) => one.caseNo ?? '');
    expect(new Set(numbers).size).toBe(CASES);
    expect(numbers.filter((caseNo) => !parseCaseNo(caseNo).ok)).toEqual([]);
    expect(accepted.every((one) => one.status === 'accepted')).toBe(true);
  });
});
