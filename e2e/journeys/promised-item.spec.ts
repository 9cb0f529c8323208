import { describe, expect } from '@jest/globals';
import { maskIdentityNumber, maskPersonName, maskPhone } from '@onewindow/domain';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { type Desk, picture, SMALL } from '../support/browser.js';
import { choose, enterApplicant, missing, openItem, takePaper } from '../support/counter-screen.js';
import { signInOnPage } from '../support/come-in.js';
import { rowOf } from '../support/database.js';
import { claim, groupedNo, listed, openTab, queueRow, searchQueue, tickAllPoints } from '../support/desk-screen.js';
import { identifyCollector } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { type MadeUpPerson, madeUpPerson } from '../support/made-up-people.js';

const ITEM = '食品经营许可（新办）';
const PAPERS = ['食品经营许可申请书', '营业执照', '经营场所布局及操作流程图', '食品安全管理制度'];
/** What new work may take to appear in an open inbox, over a machine that other tests use too. */
const LIVE_MS = 2_000;

withBrowser();

/** From the first key to the receipt on the screen. */
async function takeIn(page: Page, person: MadeUpPerson): Promise<string> {
  const caseId = await openItem(page, 'spjyxk', ITEM);
  await enterApplicant(page, person);
  // A shop without a kitchen is not visited: the route has no 现场核查.
  await choose(page, page.getByRole('region', { name: '业务情形' }).getByRole('combobox', { name: '主体业态' }), '食品销售经营者');
  for (const paper of PAPERS) await takePaper(page, paper);
  await choose(page, page.getByLabel('经营项目'), '预包装食品销售');
  await page.getByLabel('经营面积').fill('46');
  await page.getByLabel('食品安全员').fill('李检');
  await missing(page).getByText('可以受理').waitFor();
  await page.keyboard.press('Control+Enter');
  await missing(page).getByText('已受理').waitFor();
  return caseId;
}

describe('a promised item', () => {
  journey('goes from the counter over two desks to the pickup, and everybody sees it come', async (open) => {
    const person = madeUpPerson();
    const [clerk, approver, chief] = [await open(), await open(), await open()];
    const officer = await accountFor('审批人员', '市场监管局');
    await signInOnPage(approver.page, '/back/', officer);
    await openTab(approver.page, '部门池');
    await searchQueue(approver.page, maskPersonName(person.name));
    await signInOnPage(chief.page, '/back/', await accountFor('首席代表', '市场监管局'));
    await openTab(chief.page, '部门池');
    await searchQueue(chief.page, maskPersonName(person.name));

    const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
    await signInOnPage(clerk.page, '/front/', clerkAccount, '区政务服务大厅 1 号');
    const caseId = await takeIn(clerk.page, person);
    const api = (await enter(clerkAccount, 1)).api;
    const accepted = await api.getCase({ params: { id: caseId } });
    const caseNo = accepted.caseNo ?? '';
    expect(accepted).toMatchObject({ status: 'accepted', decision: null, applicantName: person.name });
    await clerk.page.getByText(groupedNo(caseNo)).first().waitFor();

    // Nobody reloads: the open pool, narrowed to the name as it is shown, hears of it.
    const row = listed(caseNo, person);
    await queueRow(approver.page, row).waitFor({ timeout: LIVE_MS });

    // The receipt is drawn by the worker and shows itself.
    await clerk.page.getByRole('img', { name: /受理通知书\.pdf 第 1 页/ }).waitFor();
    await picture(clerk.page, 'promised-receipt');
    const notice = (await api.getCase({ params: { id: caseId } })).notices.find(({ kind }) => kind === 'acceptance');
    const paper = await clerk.context.request.get(`/api/cases/${caseId}/files/${notice?.fileId ?? ''}`);
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await claim(approver.page, row);
    await tickAllPoints(approver.page);
    await approver.page.keyboard.press('Alt+1');
    await approver.page.keyboard.press('Control+Enter');
    await approver.page.getByText(/^已审查通过 /).waitFor();

    await claim(chief.page, row);
    await tickAllPoints(chief.page);
    await chief.page.keyboard.press('Alt+1');
    await chief.page.keyboard.press('Control+Enter');
    await chief.page.getByText(/^已准予 .*待出证。/).waitFor();
    expect(await api.getCase({ params: { id: caseId } })).toMatchObject({ status: 'decided', decision: 'grant' });

    await openTab(approver.page, '部门池');
    await searchQueue(approver.page, caseNo);
    await claim(approver.page, row);
    await approver.page.keyboard.press('Control+Enter');
    await approver.page.getByLabel('放在哪里，可不填').fill('出件窗口 3 柜 5 格');
    await approver.page.keyboard.press('Control+Enter');
    await approver.page.getByText(/^已出证，送窗口 /).waitFor();

    const window = clerk.page;
    await window.getByRole('link', { name: '出件台' }).click();
    await identifyCollector(window, caseNo, person);
    await window.getByRole('region', { name: '结果', exact: true }).getByText('纸质：出件窗口 3 柜 5 格').waitFor();
    await window.getByRole('region', { name: '结果预览' }).getByRole('img', { name: '食品经营许可证.pdf 第 1 页' }).waitFor();
    await picture(window, 'promised-window');
    await window.keyboard.press('Control+Enter');
    await window.getByText('已交付 1 件：食品经营许可证').waitFor();
    const concluded = await api.getCase({ params: { id: caseId } });
    expect(concluded.status).toBe('concluded');
    expect(concluded.result?.pickup).toMatchObject({
      relation: 'self',
      collectorName: person.name,
      handedOverBy: { name: clerkAccount.name },
    });

    await window.getByRole('link', { name: '办件查询' }).click();
    await window.getByLabel('编号、证件号、手机号或姓名').fill(caseNo);
    await window.keyboard.press('Enter');
    const story = window.getByRole('list', { name: '办件经过' });
    for (const words of ['收件，编号', '受理，承诺', '签收书面审查', '书面审查：同意', '决定准予', '食品经营许可证已出证', '出件：申请人'])
      await story.getByText(words, { exact: false }).waitFor();
    await picture(window, 'promised-story');

    await tellsNothingPersonal(await open({ ...SMALL, width: 390 }), caseId, caseNo, person);
  });
});

/** R10.3: what the receipt's QR code opens, for everybody who holds the paper. */
async function tellsNothingPersonal({ page }: Desk, caseId: string, caseNo: string, person: MadeUpPerson): Promise<void> {
  const { progress_token: token } = await rowOf<{ progress_token: string }>('SELECT progress_token FROM cases WHERE id = $1', [caseId]);
  const answers: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/')) void answer.text().then((text) => answers.push(text));
  });
  await page.goto(`/front/progress/${token}`);
  await page.getByText(groupedNo(caseNo)).waitFor();
  await page.getByText('已办结').first().waitFor();
  const told = `${await page.content()}${answers.join('')}`;
  expect(answers.join('')).toContain(caseNo);
  const { name, identityNumber, phone, address } = person;
  const masked = [maskPersonName(name), maskIdentityNumber(identityNumber), maskPhone(phone)];
  expect([name, identityNumber, phone, address, ...masked].filter((personal) => told.includes(personal))).toEqual([]);
  await picture(page, 'promised-progress');
}
