import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { choose, materialRow, missing, openItem } from '../support/counter-screen.js';
import { rowOf, rowsOf } from '../support/database.js';
import { journey, withBrowser } from '../support/journey.js';
import { madeUpPerson } from '../support/made-up-people.js';
import { scan } from '../support/scanner.js';
import { keptOnDisk } from '../support/vault.js';

const ITEM = '公共场所卫生许可';
/** The demonstration's company with an application for this item under way, and the number of who represents it. */
const COMPANY = { code: '91440199MA5CQ8E723', name: '临江悦泉沐浴有限公司', representative: '440106198405050025' };

withBrowser();

const applicant = (page: Page) => page.getByRole('region', { name: '申请人' });

describe('who stands there', () => {
  journey('is read by card, known at a glance, and comes with an agent; nothing known is typed', async (open) => {
    const { page } = await open();
    await comeIn(page, await accountFor('窗口人员', '望湖街道'), '/front/counter', 2);
    const search = page.getByRole('combobox', { name: '找事项' });
    await page.getByRole('option', { selected: true }).waitFor();

    // The cursor is in the search: the card goes to the applicant all the same, and the search stays empty.
    await search.focus();
    await scan(page, COMPANY.code);
    await applicant(page).getByText(COMPANY.name).waitFor();
    expect(await search.inputValue()).toBe('');

    const caseId = await openItem(page, 'ggcswsxk', ITEM);
    await applicant(page).getByText('陈嘉敏').waitFor();
    await applicant(page).getByText('440***********0025').waitFor();
    await applicant(page).getByText('138****6021').waitFor();
    expect(await page.getByLabel('场所名称').inputValue()).toBe(COMPANY.name);

    // The representative's card says that they came themselves.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await scan(page, COMPANY.representative);
    await applicant(page).getByText('本人到场，', { exact: false }).waitFor();

    // One digit misread changes nothing and says so.
    await scan(page, '440106198405050024');
    await applicant(page).getByText('身份证号校验位不对', { exact: false }).waitFor();
    await applicant(page).getByText('本人到场，', { exact: false }).waitFor();

    // A possible duplicate is let through with a reason.
    await missing(page).getByRole('button', { name: '同事项在办' }).click();
    await page.getByLabel('再办一件的理由').fill('另一处经营场所，地址不同');
    await page.keyboard.press('Enter');
    await missing(page).getByRole('button', { name: '同事项在办' }).waitFor({ state: 'detached' });

    // Somebody else's card: they act for the applicant, and the authority is asked for by itself.
    const agent = madeUpPerson();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await scan(page, agent.identityNumber);
    await applicant(page).getByRole('button', { name: '登记为代理人' }).click();
    const form = page.getByRole('form', { name: '代理人' });
    expect(await form.getByLabel('其身份证').inputValue()).toBe(agent.identityNumber);
    await form.getByLabel('代理人', { exact: false }).first().fill(agent.name);
    await choose(page, form.getByLabel('关系'), '代办机构');
    await form.getByLabel('授权文书').fill('授权委托书');
    await form.getByLabel('委托期限').fill('20200101');
    await form.getByText('2020-01-01 已过', { exact: false }).waitFor();
    await missing(page).getByText('代理人的委托', { exact: false }).waitFor();
    await form.getByLabel('委托期限').fill('20991231');
    await page.keyboard.press('Enter');
    await materialRow(page, '授权委托书').waitFor();
    await picture(page, 'who-stands-there');

    // It stands after a reload; numbers masked, and every look-up on record.
    await page.reload();
    await applicant(page).getByText(agent.name).waitFor();
    await applicant(page).getByText('至 2099-12-31', { exact: false }).waitFor();
    await applicant(page).getByText('另一处经营场所，地址不同').waitFor();
    expect(await applicant(page).innerText()).not.toContain(agent.identityNumber);
    const events = await rowsOf<{ action: string }>(`SELECT action FROM case_event WHERE case_id = $1`, [caseId]);
    expect(events.map(({ action }) => action)).toContain('confirmPresence');
    const { looked } = await rowOf<{ looked: number }>(
      `SELECT count(*)::integer AS looked FROM audit_entry WHERE action = 'applicant.looked-up' AND detail->>'caseId' = $1`,
      [caseId],
    );
    expect(looked).toBe(1);
  });

  journey('a reload in the middle of the number or of the agent takes nothing away', async (open) => {
    const { page } = await open();
    await comeIn(page, await accountFor('窗口人员', '望湖街道'), '/front/counter', 2);
    await page.getByRole('option', { selected: true }).waitFor();
    await openItem(page, 'ggcswsxk', ITEM);
    const form = page.getByRole('form', { name: '申请人' });
    await form.getByRole('radio', { name: '法人' }).click();
    await form.getByLabel('手机').fill('13800001234');
    await form.getByLabel('信用代码号码').fill(COMPANY.code.slice(0, 17));
    await keptOnDisk(page, 'half:applicant:', '13800001234');
    await keptOnDisk(page, 'half:applicant:', COMPANY.code.slice(0, 17));
    await page.reload();
    await form.waitFor();
    expect(await form.getByLabel('信用代码号码').inputValue()).toBe(COMPANY.code.slice(0, 17));
    expect(await form.getByLabel('手机').inputValue()).toBe('13800001234');
    await picture(page, 'half-typed-applicant');
    await form.getByLabel('信用代码号码').fill(COMPANY.code);
    await page.waitForFunction((name) => [...document.querySelectorAll('input')].some(({ value }) => value === name), COMPANY.name);
    await page.keyboard.press('Enter');
    await applicant(page).getByText('138****1234').waitFor();

    const agent = madeUpPerson();
    await applicant(page).getByRole('button', { name: '有代理人' }).click();
    const agentForm = page.getByRole('form', { name: '代理人' });
    await agentForm.getByRole('textbox', { name: '代理人' }).fill(agent.name);
    await agentForm.getByLabel('授权文书').fill('授权委托书');
    await keptOnDisk(page, 'half:agent:', agent.name);
    await keptOnDisk(page, 'half:agent:', '授权委托书');
    await page.reload();
    await agentForm.waitFor();
    expect(await agentForm.getByRole('textbox', { name: '代理人' }).inputValue()).toBe(agent.name);
    expect(await agentForm.getByLabel('授权文书').inputValue()).toBe('授权委托书');
    await picture(page, 'half-typed-agent');
  });

  journey('a receipt that is scanned opens its case, wherever the cursor is', async (open) => {
    const { page } = await open();
    await comeIn(page, await accountFor('窗口人员', '望湖街道'), '/front/counter', 2);
    await page.getByRole('option', { selected: true }).waitFor();
    const { caseNo, token, itemName } = await rowOf<{ caseNo: string; token: string; itemName: string }>(
      `SELECT case_no AS "caseNo", progress_token AS token, item_name AS "itemName" FROM cases WHERE case_no IS NOT NULL ORDER BY id LIMIT 1`,
    );
    await scan(page, caseNo);
    await page.getByRole('heading', { level: 1, name: itemName }).waitFor();
    await page.goto('/front/counter');
    await page.getByRole('option', { selected: true }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await scan(page, `http://localhost:3000/front/progress/${token}`);
    await page.getByRole('heading', { level: 1, name: itemName }).waitFor();
    await page.goto('/front/counter');
    await page.getByRole('option', { selected: true }).waitFor();
    await scan(page, 'SOMETHING-ELSE');
    await applicant(page).getByText('没有认出读到的内容：SOMETHING-ELSE').waitFor();
  });

  journey('asks for a reason when the other draft of the same applicant was accepted first', async (open) => {
    const account = await accountFor('窗口人员', '望湖街道');
    const clerk = await enter(account, 2);
    const item = await itemNamed(clerk, '高龄津贴');
    const one = await completeDraft(clerk, item);
    const other = await completeDraft(clerk, item, one.applicant);
    const { page } = await open();
    await comeIn(page, account, `/front/counter/${other.draft.id}`, 2);
    await missing(page).getByText('可以受理').waitFor();
    const { caseNo } = await clerk.api.acceptCase({ params: { id: one.draft.id }, body: { expectedVersion: one.version } });

    await page.keyboard.press('Control+Enter');
    // Refused, and the desk asks for what the refusal names.
    await missing(page).getByRole('button', { name: '同事项在办' }).click();
    await picture(page, 'twin-refused');
    await page.getByLabel('再办一件的理由').fill('为另一位家人申请');
    await page.keyboard.press('Enter');
    await missing(page).getByText('可以受理').waitFor();
    await page.keyboard.press('Control+Enter');
    await missing(page).getByText('已受理').waitFor();
    await picture(page, 'twin-accepted');
    const accepted = await clerk.api.getCase({ params: { id: other.draft.id } });
    expect(accepted).toMatchObject({ status: 'accepted', duplicate: { caseNo, reason: '为另一位家人申请' } });
  });
});
