import type { Page } from 'playwright-core';
import type { Account } from './accounts.js';
import { origin } from './person.js';
import { typeAndTake } from './selects.js';

/** Signs in on the page, as a person does: number, password and, at a counter, which one. */
export async function signInOnPage(page: Page, app: '/front/' | '/back/', account: Account, counter?: string): Promise<void> {
  await page.goto(app);
  await page.getByLabel('工号或手机号').fill(account.staffNo);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  if (counter !== undefined) {
    await typeAndTake(page.getByRole('combobox', { name: '窗口' }), counter);
  }
  await page.getByRole('button', { name: '登录', exact: false }).first().click();
  await page.getByRole('navigation', { name: '工作区' }).waitFor();
}

/** Comes in without the sign-in page, for journeys that begin behind it, and opens an address. */
export async function comeIn(page: Page, account: Account, path: string, counterNumber?: number): Promise<void> {
  const request = page.context().request;
  const headers = { origin: origin() };
  const { counters } = (await (await request.get('/api/sign-in-page')).json()) as {
    counters: { id: string; number: number; hallName: string }[];
  };
  const counter =
    counterNumber === undefined ? undefined : counters.find((one) => one.number === counterNumber && account.duty.includes(one.hallName));
  const answer = await request.post('/api/session', {
    headers,
    data: { name: account.staffNo, password: account.password, ...(counter ? { counterId: counter.id } : {}) },
  });
  if (!answer.ok()) throw new Error(`${account.name} could not sign in: ${await answer.text()}`);
  await page.goto(path);
  await page.getByRole('navigation', { name: '工作区' }).waitFor();
}
