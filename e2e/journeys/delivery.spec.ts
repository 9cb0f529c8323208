import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { acceptedCase, itemNamed, SIGNATURE } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { identifyCollector, sign } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { missing } from '../support/counter-screen.js';
import type { Person } from '../support/person.js';
import { claimed, reviewed } from '../support/review-over-api.js';
import { scan } from '../support/scanner.js';
import { keptOnDisk } from '../support/vault.js';

const ITEM = '公共场所卫生许可';
const PARCEL = { trackingNo: '1234567890123', address: '临江区望湖街道 8 号 302 房' };

withBrowser();

/** A result on paper that lies in the clerk's hall. */
async function readyResult(clerk: Person) {
  const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, ITEM));
  const approver = await enter(await accountFor('审批人员', '卫生健康局'));
  await reviewed(approver, caseNo);
  const chief = await enter(await accountFor('首席代表', '卫生健康局'));
  await claimed(chief, caseNo);
  const { version } = await chief.api.getCase({ params: { id: accepted.id } });
  const body = { expectedVersion: version, decision: 'grant' as const, opinion: '准予许可。' };
  const decided = await chief.api.decideCase({ params: { id: accepted.id }, body });
  const issued = await approver.api.issueResult({
    params: { id: accepted.id },
    body: { expectedVersion: decided.version, place: 'B 柜 12 格' },
  });
  return { caseId: accepted.id, caseNo, applicant, name: issued.result.name };
}

const whereabouts = async (page: Page, caseId: string, place: string): Promise<void> => {
  await page.goto(`/front/cases/${caseId}`);
  await page.getByRole('list', { name: '办件经过' }).getByText(`签名，${place}`, { exact: false }).waitFor();
  await page.getByRole('region', { name: '案卷' }).getByText(place, { exact: true }).waitFor();
};

describe('a result that is not taken at the window (R6.2)', () => {
  journey('goes by post and into a cabinet, with the keyboard, and everybody sees where it is', async (open) => {
    const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(clerkAccount, 1);
    const [parcel, stored, next] = [await readyResult(clerk), await readyResult(clerk), await readyResult(clerk)];
    const { page } = await open();
    await page.addInitScript(() => {
      window.print = () => {
        document.body.dataset.printed = document.querySelector('.fo-delivery-slip')?.textContent ?? '';
      };
    });
    await comeIn(page, clerkAccount, '/front/issue', 9);

    // One digit misread is not told as “no result”, and nobody signs as the applicant whose number is another.
    const find = page.getByLabel('扫码，或输编号、证件号');
    await find.fill(`${parcel.caseNo.slice(0, -1)}${(Number(parcel.caseNo.slice(-1)) + 1) % 10}`);
    await find.press('Enter');
    await page.getByRole('status').getByText('受理编号校验位不对').waitFor();
    // Who goes on to type while the search is under way is not led away from the field when it answers.
    const answered = Promise.withResolvers<boolean>();
    await page.route('**/api/ready-results/find', async (route) => {
      await answered.promise;
      await route.continue();
    });
    await find.fill(parcel.caseNo);
    await find.press('Enter');
    const form = page.getByRole('form', { name: '取件人' });
    await form.getByLabel('姓名').fill(stored.applicant.name);
    await form.getByLabel('证件号').focus();
    answered.resolve(true);
    await page.getByRole('region', { name: '结果', exact: true }).getByText('可出件', { exact: true }).first().waitFor();
    await page.unroute('**/api/ready-results/find');
    await page.keyboard.insertText(stored.applicant.identityNumber);
    await form.getByText('证件号与申请人的不一致').waitFor();
    await missing(page).getByRole('button', { name: '取件人证件号' }).waitFor();

    await identifyCollector(page, parcel.caseNo, parcel.applicant);
    await page.keyboard.press('Alt+2');
    const post = page.getByRole('form', { name: '邮寄' });
    // Where the applicant lives was told at the counter: nobody types it a second time.
    await missing(page).getByText('差 1 项，不能交付').waitFor();
    const address = post.getByLabel('收件地址');
    expect(await address.inputValue()).toBe(parcel.applicant.address);
    await post.getByText('登记的地址，问清后寄').waitFor();
    await post.getByLabel('邮件号').fill('138 0000 1234');
    await post.getByText('这是手机号或证件号，不是邮件号。对照面单改正').waitFor();
    await picture(page, 'delivery-post-wrong');
    // The slip's bar code is read wherever the cursor is.
    await post.getByLabel('邮件号').fill('');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await scan(page, PARCEL.trackingNo);
    expect(await post.getByLabel('邮件号').inputValue()).toBe(PARCEL.trackingNo);
    await page.getByText('去处已写明').waitFor();
    await picture(page, 'delivery-on-record');
    // This time it goes elsewhere; an emptied field asks to be filled.
    await address.fill('');
    await missing(page).getByRole('button', { name: '收件地址' }).click();
    await page.keyboard.type(PARCEL.address);
    await page.keyboard.press('Enter');
    await page.getByText('去处已写明').waitFor();
    await post.getByText('登记的地址，问清后寄').waitFor({ state: 'detached' });
    await picture(page, 'delivery-post');
    await page.keyboard.press('F7');
    const slip = (await page.locator('body').getAttribute('data-printed')) ?? '';
    for (const words of [parcel.applicant.name, PARCEL.address, PARCEL.trackingNo, parcel.name]) expect(slip).toContain(words);
    await page.keyboard.press('Control+Enter');
    const place = `邮寄，中国邮政 EMS ${PARCEL.trackingNo}`;
    await page.getByText(`已交付 1 件：${parcel.name}。${place}`).waitFor();
    const today = page.getByRole('region', { name: '今天已出' });
    await today.getByText(place, { exact: true }).waitFor();
    await picture(page, 'delivery-posted');

    await identifyCollector(page, stored.caseNo, stored.applicant);
    await page.keyboard.press('Alt+3');
    const cabinet = page.getByRole('form', { name: '自助柜' });
    await missing(page).getByRole('button', { name: '柜号' }).click();
    await page.keyboard.type('1 号柜');
    // Enter goes on to what is still missing.
    await page.keyboard.press('Enter');
    await page.keyboard.type('12 格');
    await keptOnDisk(page, 'sitting:', '12 格');
    expect(await cabinet.getByLabel('格号').inputValue()).toBe('12 格');
    await picture(page, 'delivery-cabinet');
    // A reload takes the signature away, and nothing that was entered before.
    await page.reload();
    await missing(page).getByRole('button', { name: '取件人签名' }).waitFor();
    expect(await form.getByLabel('姓名').inputValue()).toBe(stored.applicant.name);
    expect(await cabinet.getByLabel('柜号').inputValue()).toBe('1 号柜');
    await cabinet.getByLabel('格号').fill('12 格');
    await sign(page);
    // The next one is served while a slow line still hands this one over: its answer puts nothing of theirs away.
    const handedOver = Promise.withResolvers<boolean>();
    await page.route('**/api/cases/*/hand-over', async (route) => {
      await handedOver.promise;
      await route.continue();
    });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^正在交付/ }).waitFor();
    await identifyCollector(page, next.caseNo, next.applicant);
    handedOver.resolve(true);
    await page.getByText(`已交付 1 件：${stored.name}。自助柜 1 号柜，12 格`).waitFor();
    await page.unroute('**/api/cases/*/hand-over');

    // Two papers in one box would be a lost paper.
    await today.getByText('自助柜 1 号柜，12 格', { exact: true }).waitFor();
    expect(await form.getByLabel('姓名').inputValue()).toBe(next.applicant.name);
    await page.getByRole('img', { name: '取件人签名：已签' }).waitFor();
    await page.keyboard.press('Alt+3');
    await missing(page).getByRole('button', { name: '格号' }).click();
    await page.keyboard.type('12 格');
    const used = cabinet.getByText(/放过.*看清已经取走/);
    await used.waitFor();
    await picture(page, 'delivery-box-used');
    await cabinet.getByLabel('格号').fill('13 格');
    await used.waitFor({ state: 'detached' });
    // Another window is faster: what stood here a moment ago says where it went.
    const { version } = await clerk.api.getCase({ params: { id: next.caseId } });
    const { name, identityNumber } = next.applicant;
    const collector = { relation: 'self' as const, name, identityNumber, identityChecked: true as const, signaturePng: SIGNATURE };
    await clerk.api.handOver({ params: { id: next.caseId }, body: { expectedVersion: version, method: 'window', collector } });
    await page.getByText('刚才还有的，已由别的窗口交付').waitFor();
    expect(await page.getByText('同一申请人 1 件').count()).toBe(0);

    await whereabouts(page, stored.caseId, '自助柜 1 号柜，12 格');
    await whereabouts(page, parcel.caseId, place);
    await page.getByText(PARCEL.address).waitFor();
    await picture(page, 'delivery-case');
    expect(await clerk.api.getCase({ params: { id: parcel.caseId } })).toMatchObject({
      status: 'concluded',
      result: { pickup: { method: 'post', place, address: PARCEL.address } },
    });
  });

  journey('lies in a list that is walked with J and K', async (open) => {
    const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
    const { page } = await open();
    await comeIn(page, clerkAccount, '/front/issue', 9);
    const list = page.getByRole('region', { name: '待出件' });
    await list.getByRole('listitem').nth(1).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const focused = (at: number) => list.getByRole('listitem').nth(at).and(list.locator('.ow-row-focus')).waitFor();
    await page.keyboard.press('j');
    await focused(0);
    await page.keyboard.press('j');
    await focused(1);
    await page.keyboard.press('k');
    await focused(0);
    // The map of the keys knows them.
    await page.keyboard.press('?');
    await page.getByText('下一位').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: '取件人' }).getByLabel('姓名').waitFor();
    await picture(page, 'delivery-list');
  });
});
