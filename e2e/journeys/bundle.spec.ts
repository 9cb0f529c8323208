import { describe, expect } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import type { Page } from 'playwright-core';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { decidedChild, deskOf, marketDesk } from '../support/bundle-over-api.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { materialRow, missing } from '../support/counter-screen.js';
import { openTab, queueRow } from '../support/desk-screen.js';
import { identifyCollector } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';

const REASON = '同一名称的公章已经备案。';

withBrowser();

/** The line of a child in 子项, once it says so. */
async function childSays(page: Page, name: string, words: string): Promise<void> {
  await page
    .getByRole('list', { name: '企业开办一件事的子项' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(words)
    .first()
    .waitFor();
}

const numberOf = ({ bundle }: CaseDetail, key: string): string => bundle?.children.find((one) => one.key === key)?.caseNo ?? '';

describe('企业开办一件事', () => {
  journey('is taken in once, worked on by five departments, and collected once, though one of them says no', async (open) => {
    const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(clerkAccount, 1);
    const { draft, applicant } = await completeDraft(clerk, await itemNamed(clerk, '企业开办一件事'));
    const now = () => clerk.api.getCase({ params: { id: draft.id } });

    const { page: counter } = await open();
    await comeIn(counter, clerkAccount, `/front/counter/${draft.id}`, 1);
    await materialRow(counter, '住所证明').getByText('市场监管局、税务局').waitFor();
    await counter.getByRole('region', { name: '表单' }).getByText('各部门共用', { exact: true }).waitFor();
    expect(await counter.getByRole('region', { name: '表单' }).getByLabel('公司名称').count()).toBe(1);
    await childSays(counter, '公章刻制备案', '企业设立登记准予后开始');
    await missing(counter).getByText('可以受理').waitFor();
    await picture(counter, 'bundle-counter');
    await counter.keyboard.press('Control+Enter');
    await missing(counter).getByText('已受理').waitFor();
    await childSays(counter, '企业设立登记', '办理中');
    await childSays(counter, '公章刻制备案', '等前项');
    const accepted = await now();
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['acceptance']);

    // Nobody reloads: the children open before the clerk's eyes.
    await decidedChild(await marketDesk(), numberOf(accepted, 'licence'));
    await childSays(counter, '公章刻制备案', '办理中');
    const opened = await now();

    const { page: police } = await open();
    await comeIn(police, await colleague('段建军'), '/back/desk?tab=pool');
    await openTab(police, '部门池');
    await queueRow(police, { caseNo: numberOf(opened, 'seal'), title: opened.title }).click();
    await police.getByLabel('企业开办一件事的子项').getByText('发票申领').waitFor();
    await picture(police, 'bundle-desk');

    await decidedChild(await deskOf('段建军'), numberOf(opened, 'seal'), REASON);
    await childSays(counter, '公章刻制备案', '不予办理');
    await decidedChild(await deskOf('汪晓红'), numberOf(opened, 'invoice'));
    await decidedChild(await deskOf('钟慧玲'), numberOf(opened, 'staff'));
    expect(await now()).toMatchObject({ status: 'accepted' });
    await decidedChild(await deskOf('戴文博'), numberOf(opened, 'fund'));
    await childSays(counter, '住房公积金缴存登记', '已准予');

    const { page: window } = await open();
    await comeIn(window, clerkAccount, '/front/issue', 9);
    // Another name beside the applicant's number is not kept under their signature.
    await identifyCollector(window, opened.caseNo ?? '', { ...applicant, name: '路人甲' });
    const results = window.getByRole('list', { name: '一次领取' });
    await results.getByText('营业执照').first().waitFor();
    await results.getByText(REASON).first().waitFor();
    await picture(window, 'bundle-window');
    await window.keyboard.press('Control+Enter');
    await window.getByText('姓名与申请人登记的', { exact: false }).first().waitFor();
    const collector = window.getByRole('form', { name: '取件人' });
    await collector.getByLabel('姓名').fill(applicant.name);
    await collector.getByRole('button', { name: '人证一致' }).click();
    await window.keyboard.press('Control+Enter');
    await window.getByText('已交付 1 件：一件事办理结果告知书').waitFor();
    const closed = await now();
    expect(closed).toMatchObject({ status: 'concluded', decision: 'grant', result: { pickup: { collectorName: applicant.name } } });
    expect(closed.notices.filter(({ kind }) => kind === 'bundleOutcome')).toHaveLength(1);
    const children = closed.bundle?.children.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])) ?? [];
    const ends = await Promise.all(children.map((id) => clerk.api.getCase({ params: { id } })));
    expect(ends.map(({ status, decision }) => [status, decision])).toEqual([
      ['concluded', 'grant'],
      ['concluded', 'deny'],
      ['concluded', 'grant'],
      ['concluded', 'grant'],
      ['concluded', 'grant'],
    ]);
  });
});
