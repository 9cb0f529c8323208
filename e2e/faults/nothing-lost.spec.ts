import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { freePort, type Product, removeData, startProduct } from '../setup/product.mjs';
import { accounts } from '../support/accounts.js';
import { type Desk, launch, openDesk, picture, SMALL } from '../support/browser.js';
import { enterApplicant, missing, openItem } from '../support/counter-screen.js';
import { type MadeUpPerson, madeUpPerson } from '../support/made-up-people.js';
import { signIn } from '../support/person.js';
import { keptInBrowser } from '../support/kept-in-browser.js';
import { typeAndTake } from '../support/selects.js';

const ITEM = '高龄津贴申领';
const HALL = '望湖街道';
const COUNTER = 2;
const BANK = '临江农商银行望湖支行';

let browser: Browser;
let product: Product;
let port: number;
beforeAll(async () => {
  browser = await launch();
  port = await freePort();
  product = await startProduct({ port });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  if (product) removeData(product.dataDir);
});

const clerk = async () => {
  const found = (await accounts(product.origin)).find(({ duty }) => duty.includes('窗口') && duty.includes(HALL));
  if (!found) throw new Error(`No clerk at ${HALL}`);
  return found;
};

/** A browser with its service worker, in which the clerk sits at the counter. */
async function atCounter(path = '/front/counter'): Promise<Desk & { person: MadeUpPerson }> {
  const desk = await openDesk(browser, SMALL, { baseURL: product.origin, serviceWorkers: 'allow' });
  await desk.page.goto('/front/');
  await signInHere(desk.page);
  await desk.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  if (path !== '/front/counter') await desk.page.goto(path);
  return { ...desk, person: madeUpPerson() };
}

async function signInHere(page: Page): Promise<void> {
  const account = await clerk();
  await page.getByLabel('工号或手机号').fill(account.staffNo);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await typeAndTake(page.getByRole('combobox', { name: '窗口' }), `${HALL}便民服务中心 ${COUNTER} 号`);
  await page.getByRole('button', { name: '登录', exact: false }).first().click();
  await page.getByRole('navigation', { name: '工作区' }).waitFor();
}

async function overApi() {
  const account = await clerk();
  return (await signIn(account.staffNo, account.password, { base: product.origin, counterNumber: COUNTER })).api;
}

const saved = (page: Page) => page.getByText(/^草稿 \d\d:\d\d:\d\d 已存$/);
const gone = (page: Page) => page.getByText(/^连不上服务器，\d\d:\d\d 起。填的内容已存在本机，恢复后自动送出。$/);
const bank = (page: Page) => page.getByLabel('开户银行');

describe('the server killed in the middle of the typing', () => {
  it('loses nothing: the clerk goes on, a reload finds the shell and the draft, and what was typed goes out by itself', async () => {
    const { page, context, person } = await atCounter();
    try {
      const caseId = await openItem(page, 'gljtsl', ITEM);
      await enterApplicant(page, person);
      await saved(page).waitFor();

      const { name: staffName } = await clerk();
      await product.kill('SIGKILL');
      await bank(page).fill(BANK);
      await gone(page).waitFor();
      await page.getByText('已存本机，恢复后自动送出').waitFor();
      // What needs the server says why it cannot be done.
      await missing(page).getByText('连不上服务器，恢复后再办', { exact: false }).waitFor();
      await picture(page, 'nothing-lost-away');

      await page.reload();
      await page.getByRole('heading', { level: 1, name: ITEM }).waitFor();
      expect(await bank(page).inputValue()).toBe(BANK);
      await gone(page).waitFor();
      await page.getByLabel('年龄').fill('81');
      await picture(page, 'nothing-lost-reloaded');
      await page.reload();
      await page.getByRole('heading', { level: 1, name: ITEM }).waitFor();
      expect([await bank(page).inputValue(), await page.getByLabel('年龄').inputValue()]).toEqual([BANK, '81']);

      // Signing out would wipe it: that is said first, and staying keeps it.
      await page.getByRole('button', { name: staffName }).click();
      await page.getByRole('menuitem', { name: '退出' }).click();
      const leaving = page.getByText(/^1 份草稿有没送出的内容。现在退出/);
      await leaving.waitFor();
      await page.getByRole('button', { name: '收起这条消息' }).click();
      await leaving.waitFor({ state: 'detached' });

      product = await startProduct({ port, dataDir: product.dataDir });
      await gone(page).waitFor({ state: 'detached' });
      await saved(page).waitFor();
      await picture(page, 'nothing-lost-back');
      const api = await overApi();
      const detail = await api.getCase({ params: { id: caseId } });
      expect(detail.form).toMatchObject({ bank: BANK, age: 81 });
      expect(detail.applicant?.name).toBe(person.name);
      const { items } = await api.myDrafts();
      expect(items.filter(({ applicantName }) => applicantName === person.name)).toHaveLength(1);
    } finally {
      await context.close();
    }
  });
});

describe('the lost answer of the first request', () => {
  it('makes one draft, also when the page is loaded anew before the retry', async () => {
    const { page, context } = await atCounter();
    try {
      const api = await overApi();
      const before = (await api.myDrafts()).items.length;
      // The request is done behind the screen, and its answer never arrives.
      await context.route('**/api/cases', async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        await route.fetch();
        return route.abort('connectionreset');
      });
      const field = page.getByRole('combobox', { name: '找事项' });
      await field.fill('gljtsl');
      await page.getByRole('option', { selected: true }).filter({ hasText: ITEM }).waitFor();
      await field.press('Enter');
      await page.getByText('网络中断，没有收到答复。', { exact: false }).waitFor();
      expect((await api.myDrafts()).items).toHaveLength(before + 1);
      await context.unroute('**/api/cases');
      await page.reload();
      await openItem(page, 'gljtsl', ITEM);
      expect((await api.myDrafts()).items).toHaveLength(before + 1);
    } finally {
      await context.close();
    }
  });
});

describe('what lies in the browser', () => {
  it('cannot be read, and is gone with the session', async () => {
    const { page, context, person } = await atCounter();
    try {
      await openItem(page, 'gljtsl', ITEM);
      await enterApplicant(page, person);
      await bank(page).fill(BANK);
      await saved(page).waitFor();
      const during = await keptInBrowser(page);
      expect(during.keys).toEqual([{ extractable: false }]);
      expect(during.names.length).toBeGreaterThan(2);
      for (const word of [person.name, person.identityNumber, BANK]) expect(during.contains(word)).toBe(false);

      await page.getByRole('button', { name: (await clerk()).name }).click();
      await page.getByRole('menuitem', { name: '退出' }).click();
      await page.getByRole('heading', { name: '登录窗口系统' }).waitFor();
      const after = await keptInBrowser(page);
      expect([after.keys, after.names]).toEqual([[], []]);
      for (const word of [person.name, person.identityNumber, BANK]) expect(after.contains(word)).toBe(false);
    } finally {
      await context.close();
    }
  });
});

describe('two tabs on one draft', () => {
  it('have one writer: the second looks on until it takes over', async () => {
    const { page: first, context } = await atCounter();
    try {
      await openItem(first, 'gljtsl', ITEM);
      await bank(first).fill('第一页');
      await saved(first).waitFor();
      const second = await context.newPage();
      await second.goto(first.url());
      const told = second.getByText('本稿已在另一个标签页打开。', { exact: false });
      await told.waitFor();
      await picture(second, 'nothing-lost-two-tabs');
      // Unsaved in the first tab when the second takes over: it goes along.
      await bank(first).fill('第一页又写');
      await second.keyboard.press('Enter');
      await told.waitFor({ state: 'detached' });
      await first.getByText('本稿已在另一个标签页打开。', { exact: false }).waitFor();
      await second.waitForFunction(
        (text) => Array.from(document.querySelectorAll('input')).some(({ value }) => value === text),
        '第一页又写',
      );
      await bank(second).fill('第二页');
      await saved(second).waitFor();
      await second.close();
      await first.getByText('本稿已在另一个标签页打开。', { exact: false }).waitFor({ state: 'detached' });
      await first.waitForFunction((text) => Array.from(document.querySelectorAll('input')).some(({ value }) => value === text), '第二页');
    } finally {
      await context.close();
    }
  });
});
