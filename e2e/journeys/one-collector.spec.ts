import { describe, expect } from '@jest/globals';
import { accountFor, enter } from '../support/accounts.js';
import { LARGE, picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { identifyCollector } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { type MadeUpPerson, madeUpPerson } from '../support/made-up-people.js';
import type { Person } from '../support/person.js';

const ITEM = '城乡居民医保参保登记';

withBrowser();

/** A result that waits at the window; with an agent who may collect it. */
async function waiting(clerk: Person, applicant: MadeUpPerson, agent?: MadeUpPerson): Promise<void> {
  const { draft, version } = await completeDraft(clerk, await itemNamed(clerk, ITEM), applicant);
  const { name, identityNumber } = agent ?? applicant;
  const params = { id: draft.id };
  const saved = agent
    ? await clerk.api.saveDraft({ params, body: { expectedVersion: version, agent: { name, identityNumber, authority: '授权委托书' } } })
    : { version };
  const accepted = await clerk.api.acceptCase({ params, body: { expectedVersion: saved.version } });
  const decided = await clerk.api.decideCase({ params, body: { expectedVersion: accepted.version, decision: 'grant' } });
  expect(decided.status).toBe('ready');
}

describe('one person collects for several', () => {
  journey('is offered the others’ results after their own, and none is forgotten', async (open) => {
    const account = await accountFor('窗口人员', '望湖街道');
    const clerk = await enter(account, 1);
    const [runner, neighbour, mother] = [madeUpPerson(), madeUpPerson(), madeUpPerson()];
    await waiting(clerk, runner);
    await waiting(clerk, neighbour, runner);
    await waiting(clerk, mother, runner);
    const { page } = await open();
    await comeIn(page, account, '/front/issue', 2);

    await identifyCollector(page, runner.identityNumber, runner);
    // Their own number, not that of all for whom they come.
    await page.getByText('同一申请人 1 件').waitFor();
    const others = page.getByText('此人还可领').locator('..');
    expect(await others.getByRole('button').count()).toBe(2);
    await picture(page, 'one-collector');
    await page.setViewportSize(LARGE);
    await picture(page, 'one-collector-large');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已交付 1 件/).waitFor();
    // The window is free again, and what else they came for still stands there.
    expect(await others.getByRole('button').count()).toBe(2);
    await picture(page, 'one-collector-after');
    const [first, second] = [neighbour, mother].map(({ identityNumber }) => others.getByRole('button', { name: identityNumber.slice(-4) }));
    await first?.waitFor();
    await page.keyboard.press('F4');
    await page.getByRole('region', { name: '结果', exact: true }).getByText('可出件', { exact: true }).waitFor();
    await first?.waitFor({ state: 'detached' });
    await second?.click();
    await first?.waitFor();
    // Who puts it off is done with the person; the first Escape leaves the field.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await others.waitFor({ state: 'detached' });
  });
});

describe('how much waits at the window', () => {
  journey('stands in the top bar beyond what a page holds, and no list is fetched for it', async (open) => {
    const { page } = await open();
    const asked: string[] = [];
    await page.route('**/api/ready-results?*', async (route) => {
      asked.push(new URL(route.request().url()).search);
      await route.fulfill({ json: { items: [], nextCursor: 'more', total: 240 } });
    });
    await comeIn(page, await accountFor('窗口人员', '望湖街道'), '/front/counter', 2);
    await page.getByRole('navigation').getByText('240', { exact: true }).waitFor();
    expect(new Set(asked)).toEqual(new Set(['?limit=1']));
  });
});
