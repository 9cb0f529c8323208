import { describe, expect } from '@jest/globals';
import { type Account, accountFor, colleague, enter } from '../support/accounts.js';
import { type Desk, picture } from '../support/browser.js';
import { comeIn, signInOnPage } from '../support/come-in.js';
import { choose, enterApplicant, materialRow, missing, openItem, pdfNamed, takePaper } from '../support/counter-screen.js';
import { rowOf, rowsOf } from '../support/database.js';
import { journey, type OpenDesk, withBrowser } from '../support/journey.js';
import { type MadeUpPerson, madeUpPerson } from '../support/made-up-people.js';
import type { Page } from 'playwright-core';

const ITEM = '高龄津贴申领';
const COUNTER = 2;

withBrowser();

type AtWork = Desk & { account: Account; caseId: string; person: MadeUpPerson };

/** A clerk with an applicant on the counter. @param before what is done to the browser first */
async function atTheCounter(open: OpenDesk, before?: (desk: Desk) => Promise<unknown>): Promise<AtWork> {
  const account = await accountFor('大厅管理员兼窗口', '望湖街道');
  const desk = await open();
  await before?.(desk);
  const person = madeUpPerson();
  await comeIn(desk.page, { ...account, duty: '望湖街道便民服务中心' }, '/front/counter', COUNTER);
  const caseId = await openItem(desk.page, 'gljtsl', ITEM);
  await enterApplicant(desk.page, person);
  return { ...desk, account, caseId, person };
}

/** The papers and everything of the form but the account. */
async function fillIn(page: Page): Promise<void> {
  await takePaper(page, '身份证');
  await takePaper(page, '银行卡');
  await page.getByLabel('年龄').fill('81');
  await choose(page, page.getByLabel('津贴档次'), '80 至 89 周岁');
  await page.getByLabel('开户银行').fill('临江农商银行');
}

const saved = (page: Page) => page.getByText(/^草稿 \d\d:\d\d:\d\d 已存$/);
const away = (page: Page) => page.getByText(/^连不上服务器，\d\d:\d\d 起。填的内容已存在本机，恢复后自动送出。$/);

/** How often the case was accepted, behind the screens. */
function acceptances(caseId: string): Promise<{ status: string; accepted: number }> {
  return rowOf(
    `SELECT status, (SELECT count(*)::integer FROM case_event WHERE case_id = cases.id AND action = 'accept') AS accepted
     FROM cases WHERE id = $1`,
    [caseId],
  );
}

describe('an interruption at the counter', () => {
  journey('of the line keeps the form and says so; then the retry makes one case', async (open) => {
    const { page, context, account, caseId } = await atTheCounter(open);
    await fillIn(page);
    await saved(page).waitFor();
    await context.setOffline(true);
    await page.getByLabel('津贴账户').fill('6222021234567890123');
    await away(page).waitFor();
    await page.getByText('已存本机，恢复后自动送出').waitFor();
    // A field that is filled is not missing because the line is.
    expect(await missing(page).getByText('津贴账户').count()).toBe(0);
    await picture(page, 'interrupted-offline');
    expect(await page.getByLabel('津贴账户').inputValue()).toBe('6222021234567890123');
    const { api } = await enter(account, COUNTER);
    expect((await api.getCase({ params: { id: caseId } })).form['account']).toBeUndefined();

    await context.setOffline(false);
    await away(page).waitFor({ state: 'detached' });
    await saved(page).waitFor();
    await missing(page).getByText('可以受理').waitFor();
    await page.keyboard.press('Control+Enter');
    await missing(page).getByText('已受理').waitFor();
    expect(await acceptances(caseId)).toEqual({ status: 'accepted', accepted: 1 });
    expect((await api.getCase({ params: { id: caseId } })).form['account']).toBeDefined();
  });

  journey('of the answer is told; the same key pressed again makes no second case', async (open) => {
    // Nothing is told by itself on this line: only the retry brings the outcome.
    const { page, caseId } = await atTheCounter(open, (desk) => desk.page.route('**/api/stream', (route) => route.abort()));
    await fillIn(page);
    await page.getByLabel('津贴账户').fill('6222021234567890123');
    await missing(page).getByText('可以受理').waitFor();
    await page.route(
      '**/api/cases/*/accept',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('网络中断，没有收到答复。').waitFor();
    await picture(page, 'interrupted-answer-lost');
    expect(await acceptances(caseId)).toEqual({ status: 'accepted', accepted: 1 });
    await page.keyboard.press('Control+Enter');
    await missing(page).getByText('已受理').waitFor();
    expect(await acceptances(caseId)).toEqual({ status: 'accepted', accepted: 1 });
  });

  journey('of an upload is told at its paper and goes on from there; the file is there once', async (open) => {
    const { page, account, caseId } = await atTheCounter(open);
    const row = materialRow(page, '身份证');
    await row.click();
    await page.route('**/materials/*/files**', (route) => route.abort('connectionreset'), { times: 1 });
    await page.getByRole('region', { name: '看件' }).locator('input[type=file]').setInputFiles(pdfNamed('身份证.pdf'));
    await row.getByRole('alert').filter({ hasText: '身份证.pdf' }).waitFor();
    await picture(page, 'interrupted-upload');
    await row.getByRole('button', { name: '续传' }).click();
    await row.getByText('待核').waitFor();
    const { materials } = await (await enter(account, COUNTER)).api.getCase({ params: { id: caseId } });
    expect(materials.find(({ name }) => name === '身份证')?.files.map(({ name }) => name)).toEqual(['身份证.pdf']);
  });

  journey('of the session asks for the password over the work, and the work goes on with what was typed', async (open) => {
    const { page, account, caseId } = await atTheCounter(open);
    await saved(page).waitFor();
    // The session ends while what was typed is on its way; what the screen reads meanwhile is held up.
    const ended = Promise.withResolvers<undefined>();
    const saving = page.waitForRequest((request) => request.url().endsWith(`/${caseId}/draft`));
    await page.route('**/api/**', async (route) => {
      if (route.request().method() === 'GET') return;
      await ended.promise;
      await route.continue();
    });
    await page.getByLabel('开户银行').fill('临江农商银行');
    await saving;
    await rowsOf('DELETE FROM session WHERE staff_id = (SELECT id FROM staff WHERE staff_no = $1)', [account.staffNo]);
    ended.resolve(undefined);
    await page.getByText(`${account.name}登录后接着办，填的内容还在。`).waitFor();
    await picture(page, 'interrupted-session');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByLabel('密码', { exact: true }).fill(account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '登录窗口系统' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('开户银行').inputValue()).toBe('临江农商银行');
    await page.keyboard.press('Control+s');
    await saved(page).waitFor();
    const { form } = await rowOf<{ form: { bank: string } }>('SELECT form FROM cases WHERE id = $1', [caseId]);
    expect(form.bank).toBe('临江农商银行');
  });

  journey('of the acceptance, by a reload or the back button, makes no second one, and the receipt is there', async (open) => {
    for (const leave of ['reload', 'back'] as const) {
      const { page, context, caseId } = await atTheCounter(open);
      await fillIn(page);
      await page.getByLabel('津贴账户').fill('6222021234567890123');
      await missing(page).getByText('可以受理').waitFor();
      await saved(page).waitFor();
      // Accepted behind the screen, and the page is left before the answer comes.
      const done = new Promise<void>((resolve) => {
        void page.route('**/api/cases/*/accept', (route) => void route.fetch().then(() => resolve()), { times: 1 });
      });
      await page.keyboard.press('Control+Enter');
      await done;
      if (leave === 'reload') await page.reload();
      else {
        await page.goBack();
        await page.goForward();
      }
      await missing(page).getByText('已受理').waitFor();
      await page.getByRole('heading', { name: '申请受理通知书' }).waitFor();
      expect(await acceptances(caseId)).toEqual({ status: 'accepted', accepted: 1 });
      await context.close();
    }
  });

  journey('by walking away locks every tab of the browser, whichever office it shows', async (open) => {
    const { page, context, account } = await atTheCounter(open);
    const locked = (tab: Page) => tab.getByRole('dialog', { name: '已锁屏' });
    const other = await context.newPage();
    await other.goto('/front/cases');
    await other.getByRole('heading', { level: 1, name: '办件查询' }).waitFor({ state: 'attached' });
    await page.bringToFront();
    await page.keyboard.press('Control+l');
    await locked(page).waitFor();
    await locked(other).waitFor();
    const opened = await context.newPage();
    await opened.goto('/back/');
    await locked(opened).waitFor();
    await opened.getByLabel('密码', { exact: true }).fill(account.password);
    await opened.keyboard.press('Enter');
    for (const tab of [opened, page, other]) await locked(tab).waitFor({ state: 'detached' });
  });

  journey('of the line at the sign-out leaves the session to nobody', async (open) => {
    const { page, context, account } = await atTheCounter(open);
    await page.getByLabel('开户银行').fill('临江农商银行');
    await saved(page).waitFor();
    await context.setOffline(true);
    const tried = page.waitForRequest((request) => request.method() === 'DELETE' && request.url().endsWith('/api/session'));
    await page.getByRole('button', { name: account.name }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await tried;
    await context.setOffline(false);
    // Whoever comes next.
    const next = await context.newPage();
    await next.goto('/front/');
    await next.getByRole('heading', { name: '登录窗口系统' }).waitFor();
    expect((await next.request.get('/api/session')).status()).toBe(401);
  });

  journey('of the day, by signing out, keeps the draft at its counter, for a colleague too', async (open) => {
    const { page, account, person } = await atTheCounter(open);
    await page.getByLabel('开户银行').fill('临江农商银行');
    await saved(page).waitFor();
    await page.getByRole('button', { name: account.name }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录窗口系统' }).waitFor();
    await signInOnPage(page, '/front/', await colleague('温静怡'), `望湖街道便民服务中心 ${COUNTER} 号`);
    const drafts = page.getByRole('region', { name: '本窗口草稿' });
    await drafts.getByRole('button').filter({ hasText: person.name }).click();
    await page.getByRole('heading', { level: 1, name: ITEM }).waitFor();
    expect(await page.getByLabel('开户银行').inputValue()).toBe('临江农商银行');
    await page.getByText(person.name, { exact: true }).waitFor();
    await picture(page, 'interrupted-draft');
  });
});
