import { describe, expect } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { rowOf } from '../support/database.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import type { MadeUpPerson } from '../support/made-up-people.js';
import type { Person } from '../support/person.js';
import { keptOnDisk } from '../support/vault.js';

const COUNTER = 3;
const PHONE = { width: 390, height: 844 };

withBrowser();

/** A case of which one paper was wrong and asked for again. */
async function supplemented(clerk: Person): Promise<{ told: CaseDetail; applicant: MadeUpPerson; code: string }> {
  const item = await itemNamed(clerk, '高龄津贴');
  const { draft, applicant } = await completeDraft(clerk, item);
  const code = draft.materials.find(({ required }) => required)?.code ?? '';
  const { version } = await clerk.api.judgeMaterial({
    params: { id: draft.id, code },
    body: { verdict: 'faulty', defect: `${applicant.name}没有签名` },
  });
  const told = await clerk.api.supplementCase({ params: { id: draft.id }, body: { expectedVersion: version } });
  return { told, applicant, code };
}

describe('跟进', () => {
  journey('a call is kept and the last paper accepts, without the mouse', async (open) => {
    const account = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(account, COUNTER);
    const { told } = await supplemented(clerk);
    const { page } = await open();
    await comeIn(page, account, `/front/follow-up?row=s-${told.id}`, COUNTER);
    const keyboard = new Keyboard(page);
    await page.getByText('没有打过电话').first().waitFor();
    await page.getByRole('heading', { name: told.applicantName }).waitFor();

    await keyboard.press('t');
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await keyboard.type('已通知，今天来');
    await keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: '已通知，今天来' }).first().waitFor();
    // Letters are verbs outside inputs alone.
    await keyboard.press('Tab');
    await keyboard.press('y');
    const takeIn = page.getByRole('button', { name: /^接收补正 1 份/ });
    await takeIn.waitFor();
    await keptOnDisk(page, 'value:', '"qualified"');
    // A verdict outlasts a reload.
    await page.reload();
    await takeIn.waitFor();
    await keyboard.press('Control+Enter');
    await page.getByText(/补正收齐，已受理/).waitFor();
    await picture(page, 'follow-up-taken-in');
    expect(await clerk.api.getCase({ params: { id: told.id } })).toMatchObject({ status: 'accepted' });
    expect(keyboard.pressed).toBeLessThan(60);
  });

  journey('another counter sees what arrived without a reload', async (open) => {
    const account = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(account, COUNTER);
    const { told, code } = await supplemented(clerk);
    const { page } = await open();
    await comeIn(page, account, `/front/follow-up?row=s-${told.id}`, COUNTER);
    await page.getByRole('heading', { name: told.applicantName }).waitFor();
    await clerk.api.takeInCase({
      params: { id: told.id },
      body: { expectedVersion: told.version, arrivals: [{ code, verdict: 'qualified' }] },
    });
    await page.getByRole('heading', { name: told.applicantName }).waitFor({ state: 'detached' });
    // No other citizen's paper takes its place under the clerk's keys.
    await page.getByText('打开的这件不再等材料').waitFor();
  });
});

describe('停机补录', () => {
  journey('a number is used once; the case says so and is received at the true time', async (open) => {
    const account = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(account, COUNTER);
    const { page } = await open();
    await comeIn(page, account, '/front/counter', COUNTER);
    await page.getByRole('link', { name: '停机补录' }).click();
    await page.getByLabel('纸质单号').fill('LJT-999');
    await page.getByText('LJT-000999 不在本大厅领用的号段里').first().waitFor();
    const [range] = (await clerk.api.listOutageRanges()).items;
    const outageNo = `LJT-${String((range?.used ?? 0) + 20).padStart(6, '0')}`;
    await page.getByLabel('纸质单号').fill(outageNo);
    await keptOnDisk(page, 'value:outage', outageNo);
    await page.reload();
    await page.getByText('在左边选事项').waitFor();
    expect(await page.getByLabel('纸质单号').inputValue()).toBe(outageNo);
    await page.getByText('高龄津贴申领').click();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/front\/counter\/[0-9a-f-]{36}$/);
    await page.getByText(`停机补录 ${outageNo}`).waitFor();
    await picture(page, 'outage-entered');
    const id = page.url().split('/').at(-1) ?? '';
    expect(await clerk.api.getCase({ params: { id } })).toMatchObject({ status: 'draft', outageNo });
    await clerk.api.discardDraft({ params: { id } });
  });
});

describe('办理进度', () => {
  journey('tells on a phone what to bring, in the words of the item and without a person', async (open) => {
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), COUNTER);
    const { told, applicant } = await supplemented(clerk);
    const { token } = await rowOf<{ token: string }>('SELECT progress_token AS token FROM cases WHERE id = $1', [told.id]);
    const { page } = await open(PHONE);
    await page.goto(`/front/progress/${token}`);
    await page.getByText('还要补正 1 份材料').waitFor();
    const shown = (await page.locator('body').textContent()) ?? '';
    for (const secret of [applicant.name, applicant.identityNumber, applicant.phone, '没有签名']) expect(shown).not.toContain(secret);
    const targets = await page.locator('a, button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
    await picture(page, 'progress-supplement');
  });

  journey('is kind about a torn code', async (open) => {
    const { page, complaints } = await open(PHONE);
    await page.goto('/front/progress/torn');
    await page.getByText('请重新扫描回执上的二维码').waitFor();
    // The server's 400 is the browser's complaint, and it is right.
    complaints.length = 0;
  });
});
