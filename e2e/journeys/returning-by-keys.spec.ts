import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { materialRow, missing, nextStep } from '../support/counter-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard, keyboardIsHome } from '../support/keyboard.js';

const BEFORE = '城乡居民医保参保登记';
const ITEM = '灵活就业人员养老保险参保登记';

/** Of the demonstration: the police have issued an electronic card. */
const KNOWN = { name: '陈嘉敏', identityNumber: '440106198405050025', phone: '13922220025', address: '临江区望湖街道梧桐路 8 号' };

withBrowser();

/** Complains of every hand on the mouse; keys that press a button make clicks without a pointer. */
async function forbidMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'wheel', 'touchstart'])
      document.addEventListener(type, () => console.error(`a hand on the mouse: ${type}`), { capture: true });
  });
}

describe('a returning applicant with an instant item', () => {
  journey('is done without the mouse: nothing that is known is typed', async (open) => {
    const account = await accountFor('窗口人员', '望湖街道');
    const clerk = await enter(account, 2);
    const { draft, version, applicant } = await completeDraft(clerk, await itemNamed(clerk, BEFORE), KNOWN);
    const accepted = await clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    await clerk.api.decideCase({ params: { id: draft.id }, body: { expectedVersion: accepted.version, decision: 'grant', reason: '' } });

    const { page } = await open();
    await forbidMouse(page);
    const keys = new Keyboard(page);
    await comeIn(page, account, '/front/counter', 2);
    await page.getByRole('option', { selected: true }).waitFor();
    const started = Date.now();
    await keys.type('lhjyry');
    await page.getByRole('option', { selected: true }).filter({ hasText: ITEM }).waitFor();
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: ITEM }).waitFor();
    const caseId = page.url().split('/').at(-1) ?? '';

    await page.getByRole('form', { name: '申请人' }).getByLabel('身份证号码').and(page.locator(':focus')).waitFor();
    await keys.type(applicant.identityNumber);
    // The register, the licences and the case before fill what they know.
    await page.waitForFunction((name) => document.querySelector<HTMLInputElement>('#fo-form-name')?.value === name, applicant.name);
    await picture(page, 'returning-known');
    await keys.press('Enter');
    // The focus went to the first paper.
    await page.getByRole('region', { name: '看件' }).getByRole('heading', { name: '身份证' }).waitFor();
    await page.getByRole('region', { name: '可复用材料' }).getByText('居民身份证').waitFor();
    await keys.press('F6');
    await materialRow(page, '身份证').locator('.ow-verdict').getByText('复用').waitFor();
    await picture(page, 'returning-paper');
    await page.waitForFunction(() => document.activeElement?.id === 'fo-form-base');
    await keys.type('5000');
    await keys.press('Tab', 'ArrowDown', 'Enter');
    await missing(page).getByText('可以受理').waitFor();
    await picture(page, 'returning-ready');
    await keys.press('Control+Enter');
    await nextStep(page, '当场办结').waitFor();
    await keys.press('Control+Enter');
    await missing(page)
      .getByText(/^已决定 /)
      .waitFor();
    await keyboardIsHome(page);
    const seconds = Math.round((Date.now() - started) / 1000);

    const detail = await clerk.api.getCase({ params: { id: caseId } });
    expect(detail).toMatchObject({ decision: 'grant', applicant: { name: applicant.name } });
    expect(detail.form['name']).toBe(applicant.name);
    process.stdout.write(`回头客即办件（识别到当场办结）：${keys.pressed} 个键，${seconds} 秒\n`);
    expect(keys.pressed).toBeLessThanOrEqual(40);
    expect(seconds).toBeLessThan(120);
  });
});
