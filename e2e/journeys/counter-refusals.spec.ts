import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Account, accountFor, enter } from '../support/accounts.js';
import { type Desk, picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { enterApplicant, materialRow, missing, openItem, pdfNamed, takePaper } from '../support/counter-screen.js';
import { rowOf } from '../support/database.js';
import { journey, type OpenDesk, withBrowser } from '../support/journey.js';
import { madeUpPerson } from '../support/made-up-people.js';
import { keptOnDisk } from '../support/vault.js';

const ITEM = '高龄津贴申领';
const COUNTER = 3;
const MEGABYTE = 1024 * 1024;

withBrowser();

/** A clerk of a street with a fresh draft on the counter. */
async function atTheCounter(open: OpenDesk): Promise<Desk & { account: Account; caseId: string }> {
  const account = await accountFor('窗口人员', '望湖街道');
  const desk = await open();
  await comeIn(desk.page, account, '/front/counter', COUNTER);
  return { ...desk, account, caseId: await openItem(desk.page, 'gljtsl', ITEM) };
}

const acceptButton = (page: Page) => page.getByRole('button', { name: /^受理/ });
const chooseFile = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.getByRole('region', { name: '看件' }).locator('input[type=file]').setInputFiles(file);

describe('the counter refuses', () => {
  journey('wrong identity digits while they are typed', async (open) => {
    const { page, account, caseId } = await atTheCounter(open);
    const { identityNumber, name } = madeUpPerson();
    const field = page.getByLabel('身份证号码');
    const note = page.getByRole('form', { name: '申请人' }).getByRole('status');
    await field.fill(identityNumber.slice(0, 17));
    await note.getByText('已输 17 位').waitFor();
    const wrong = `${identityNumber.slice(0, 17)}${identityNumber.endsWith('1') ? '2' : '1'}`;
    await field.fill(wrong);
    await note.getByText('校验', { exact: false }).waitFor();
    const refusal = (await note.textContent()) ?? '';
    expect(refusal).not.toContain('校验通过');
    await page.getByLabel('姓名').fill(name);
    await missing(page).getByRole('button', { name: '申请人' }).waitFor();
    await picture(page, 'refusals-identity');
    // A day that does not exist.
    await field.fill(`${identityNumber.slice(0, 10)}0230${identityNumber.slice(14)}`);
    await note.getByText('日期', { exact: false }).waitFor();
    const { api } = await enter(account, COUNTER);
    expect((await api.getCase({ params: { id: caseId } })).applicant).toBeNull();
    await field.fill(identityNumber);
    await note.getByText('校验通过').waitFor();
    await missing(page).getByRole('button', { name: '申请人' }).waitFor({ state: 'detached' });
  });

  journey('to accept what is not complete, says what is missing and leads there', async (open) => {
    const { page, account, caseId } = await atTheCounter(open);
    await enterApplicant(page, madeUpPerson());
    await missing(page)
      .getByText(/差 \d+ 项，不能受理/)
      .waitFor();
    expect(await acceptButton(page).isDisabled()).toBe(true);
    const reason = await acceptButton(page).evaluate(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(reason).toMatch(/差 \d+ 项/);
    await page.keyboard.press('Control+Enter');
    const { api } = await enter(account, COUNTER);
    expect(await api.getCase({ params: { id: caseId } })).toMatchObject({ status: 'draft', caseNo: null });

    await missing(page).getByRole('button', { name: '2 银行卡未交' }).click();
    await page.getByRole('region', { name: '看件' }).getByRole('heading', { name: '2 银行卡' }).waitFor();
    await takePaper(page, '身份证');
    await takePaper(page, '银行卡');
    await missing(page).getByRole('button', { name: /未交$/ }).first().waitFor({ state: 'detached' });
    await missing(page).getByRole('button', { name: '年龄' }).click();
    expect(await page.getByLabel('年龄').evaluate((field) => field === document.activeElement)).toBe(true);

    // A faulty paper is not complete either; the fault has to be told.
    await materialRow(page, '银行卡').click();
    await materialRow(page, '银行卡').getByRole('button', { name: '有误' }).click();
    await page.getByRole('textbox', { name: '有误的原因' }).fill('户名与申领人不一致');
    await page.keyboard.press('Enter');
    await missing(page).getByRole('button', { name: '2 银行卡有误' }).waitFor();
    await picture(page, 'refusals-missing');
    const card = (await api.getCase({ params: { id: caseId } })).materials.find(({ name }) => name === '银行卡');
    expect(card).toMatchObject({ verdict: 'faulty', defect: '户名与申领人不一致' });

    // The clerk's own words of the one notice outlast a reload.
    const notice = page.getByRole('textbox', { name: '告知内容' });
    await page.keyboard.press('F8');
    await notice.fill('银行卡请带申领人本人的来');
    await keptOnDisk(page, `words:${caseId}:supplement`, '银行卡请带申领人本人的来');
    await page.reload();
    await page
      .getByRole('button', { name: /一次告知/ })
      .first()
      .waitFor();
    await page.keyboard.press('F8');
    await notice.waitFor();
    expect(await notice.inputValue()).toBe('银行卡请带申领人本人的来');
  });

  journey('to go without the agent who is being typed, and to lose what was written of a refusal', async (open) => {
    const { page, caseId } = await atTheCounter(open);
    await enterApplicant(page, madeUpPerson());
    await page.getByRole('button', { name: '有代理人' }).click();
    const form = page.getByRole('form', { name: '代理人' });
    const { name, identityNumber } = madeUpPerson();
    await form.getByLabel('代理人').fill(name);
    await missing(page).getByRole('button', { name: '代理人没有填完' }).waitFor();
    await form.getByLabel('其身份证').fill(identityNumber);
    await form.getByLabel('关系').click();
    await page.keyboard.press('Enter');
    await form.getByLabel('授权文书').fill('授权委托书');
    await missing(page).getByRole('button', { name: '代理人没有填完' }).waitFor({ state: 'detached' });
    // A telephone number that the server would refuse is told at its field, once it is left.
    await form.getByLabel('手机').fill('139');
    expect(await form.getByText('电话号码只能有数字').count()).toBe(0);
    await form.getByLabel('委托权限').focus();
    await form.getByText('电话号码只能有数字').waitFor();
    await missing(page).getByRole('button', { name: '代理人没有填完' }).waitFor();

    await page.keyboard.press('F9');
    const reason = page.getByRole('textbox', { name: '理由', exact: true });
    await reason.fill('户口已迁出');
    await page.keyboard.press('Alt+1');
    const written = await reason.inputValue();
    await keptOnDisk(page, `words:${caseId}:decline`, written);
    expect(written).toMatch(/^户口已迁出；.+/);
    await page.getByRole('button', { name: '收起 Esc' }).click();
    await reason.waitFor({ state: 'detached' });
    await page.keyboard.press('F9');
    await reason.waitFor();
    expect(await reason.inputValue()).toBe(written);
    // From wherever one has looked meanwhile, its key leads back to it.
    await form.getByLabel('手机').focus();
    await page.keyboard.press('F9');
    await page.locator('textarea:focus').waitFor();
    // A reload takes nothing of it away.
    await page.reload();
    await page.getByRole('button', { name: /^不予受理/ }).waitFor();
    await page.keyboard.press('F9');
    await reason.waitFor();
    expect(await reason.inputValue()).toBe(written);
  });

  journey('at a key pressed while the applicant is still being saved: the reason opens, and goes out with what was typed', async (open) => {
    const { page, account, caseId } = await atTheCounter(open);
    const held = Promise.withResolvers<undefined>();
    const saving = Promise.withResolvers<undefined>();
    await page.route(`**/api/cases/${caseId}/draft`, async (route) => {
      saving.resolve(undefined);
      await held.promise;
      await route.continue();
    });
    const refusal = page.getByRole('button', { name: /^不予受理/ });
    expect(await refusal.isDisabled()).toBe(true);
    await enterApplicant(page, madeUpPerson());
    await saving.promise;
    await page.keyboard.press('F9');
    const reason = page.getByRole('textbox', { name: '理由', exact: true });
    await reason.fill('户口已迁出');
    held.resolve(undefined);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '申请不予受理通知书' }).waitFor();
    const { api } = await enter(account, COUNTER);
    expect(await api.getCase({ params: { id: caseId } })).toMatchObject({ status: 'declined', applicant: { kind: 'natural' } });
  });

  journey('files that are not what they say, too large or of another kind', async (open) => {
    const { page, account, caseId } = await atTheCounter(open);
    const row = materialRow(page, '身份证');
    await row.click();
    await chooseFile(page, {
      name: '身份证.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('这不是 PDF，只是改了名字的文字。'.repeat(50)),
    });
    await row.getByRole('alert').filter({ hasText: '身份证.pdf' }).waitFor();
    expect(await row.getByRole('alert').textContent()).toContain('身份证.pdf：文件内容不是 PDF');
    await picture(page, 'refusals-file');
    await row.getByRole('button', { name: '收起这条消息' }).click();

    const papers = page.getByRole('region', { name: '看件' });
    await chooseFile(page, { name: '扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(21 * MEGABYTE, 1) });
    await papers.getByRole('alert').getByText('扫描.pdf 超过 20 MB。压缩或分页后再选。').waitFor();
    await chooseFile(page, { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('文字') });
    await papers.getByRole('alert').getByText('说明.txt 不是可收的格式。另存为 PDF 或图片再选。').waitFor();

    const { api } = await enter(account, COUNTER);
    const { materials } = await api.getCase({ params: { id: caseId } });
    expect(materials.flatMap(({ files }) => files)).toEqual([]);
    await takePaper(page, '身份证', pdfNamed('身份证.pdf'));

    // A file whose end is missing is not taken in; one that came broken says what to do about it, however long its name is.
    await materialRow(page, '银行卡').click();
    await chooseFile(page, { name: '半份.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'坏'.repeat(300)}`) });
    await materialRow(page, '银行卡').getByRole('alert').getByText('半份.pdf：文件不完整，后面缺了一段。').waitFor();
    await picture(page, 'refusals-cut-off');
    await materialRow(page, '银行卡').getByRole('button', { name: '收起这条消息' }).click();
    const name = `${'银行卡正反两面在一张纸上的扫描件'.repeat(4)}.pdf`;
    await chooseFile(page, { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'坏'.repeat(300)}\n%%EOF\n`) });
    const again = papers.getByRole('button', { name: '重取' });
    await again.waitFor();
    const [pane, button] = [await papers.boundingBox(), await again.boundingBox()];
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThan((pane?.x ?? 0) + (pane?.width ?? 0));
  });

  journey('to copy a person’s number into a field that everybody may read (R10.2)', async (open) => {
    const account = await accountFor('窗口人员', '望湖街道');
    const { page } = await open();
    await comeIn(page, account, '/front/counter', COUNTER);
    const caseId = await openItem(page, 'ggcsws', '公共场所卫生许可');
    const person = madeUpPerson();
    await enterApplicant(page, person);
    await page.getByLabel('从业人员数').fill('4');
    await page.getByText(/^草稿 .* 已存$/).waitFor();
    expect(await page.getByRole('textbox', { name: '信用代码' }).inputValue()).toBe('');
    const { stored } = await rowOf<{ stored: string }>(
      "SELECT form::text || (SELECT coalesce(string_agg(data::text, ''), '') FROM case_event WHERE case_id = cases.id) AS stored FROM cases WHERE id = $1",
      [caseId],
    );
    expect(stored).toContain('placeName');
    expect(stored).not.toContain(person.identityNumber);
  });
});
