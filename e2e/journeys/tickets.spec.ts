import { describe, expect } from '@jest/globals';
import type { ApiClient } from '@onewindow/api-client';
import type { Page } from 'playwright-core';
import { colleague, enter } from '../support/accounts.js';
import { LARGE, picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { missing, nextStep, openItem } from '../support/counter-screen.js';
import { rowOf } from '../support/database.js';
import { inspect } from '../support/inspection.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import { madeUpPerson } from '../support/made-up-people.js';
import { scan } from '../support/scanner.js';

/** A hall of its own: no other journey calls numbers there. */
const HALL = 'LJ-JB';
const ITEM = '城乡居民医保参保登记';
const PHONE = { width: 390, height: 844 };

withBrowser();

/** Goes to the kiosk, without paper. */
async function openKiosk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await page.goto(`/front/kiosk/${HALL}`);
  await page.getByRole('heading', { name: '办什么事' }).waitFor();
}

/** Draws a number by touch. @returns the number, and the address that its QR code opens */
async function draw(page: Page, kind: string, lane: string, identityNumber = ''): Promise<{ number: string; address: string }> {
  await page.getByRole('button', { name: kind }).click();
  for (const figure of identityNumber) await page.getByRole('button', { name: figure, exact: true }).click();
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/tickets'));
  await page.getByRole('button', { name: lane }).click();
  const { number, address } = (await (await answered).json()) as { number: string; address: string };
  await page.getByRole('article', { name: '号票' }).getByText(number, { exact: true }).waitFor();
  return { number, address };
}

/** Serves whoever an earlier run left in the queue. */
async function serveAll(api: ApiClient): Promise<void> {
  const { current } = await api.getTicketDesk();
  if (current) await api.finishTicket({ params: { id: current.id } });
  for (let { ticket } = await api.callNextTicket(); ticket; { ticket } = await api.callNextTicket())
    await api.finishTicket({ params: { id: ticket.id } });
}

/** The newest call on the wall. */
const newest = (wall: Page) => wall.locator('.td-newest');

describe('取号叫号', () => {
  journey('from the kiosk to the wall, the counter and the phone', async (open) => {
    const person = madeUpPerson();
    const clerk = await colleague('施雨桐');
    const { api } = await enter(clerk, 2);
    await serveAll(api);
    const { page: kiosk } = await open();
    await openKiosk(kiosk);
    const faults = await inspect(kiosk, 'kiosk');
    const small = await kiosk
      .getByRole('button')
      .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 64).length);
    expect(small).toBe(0);
    const ordinary = await draw(kiosk, '社保医保', '按先后叫号', person.identityNumber);
    expect(await kiosk.locator('html').getAttribute('data-printed')).toBe('yes');
    await picture(kiosk, 'kiosk-slip');
    // On paper: the slip and nothing else.
    await kiosk.emulateMedia({ media: 'print' });
    expect(await kiosk.getByRole('button').count()).toBe(0);
    await kiosk.emulateMedia({ media: null });
    faults.push(...(await inspect(kiosk, 'slip')));
    await kiosk.getByRole('button', { name: '完成' }).click();
    const priority = await draw(kiosk, '综合受理', '取绿色通道的号');
    expect([ordinary.number, priority.number]).toEqual([expect.stringMatching(/^C\d{3}$/), expect.stringMatching(/^P\d{3}$/)]);
    const [first, second] = [priority.number, ordinary.number];

    const { page: wall } = await open(LARGE);
    const clips: string[] = [];
    wall.on('request', (request) => {
      const clip = /\/speech\/(.+)\.opus$/.exec(request.url())?.[1];
      if (clip) clips.push(clip);
    });
    await wall.goto(`/front/display/${HALL}`);
    await wall.getByRole('heading', { name: '江滨街道便民服务中心' }).waitFor();
    // A browser may want a touch before it makes a sound; then there is a button for it.
    const start = wall.getByRole('button', { name: '开始播报' });
    if (await start.isVisible()) await start.click();
    await wall.locator('main[data-voice=clips]').waitFor();
    const { page: phone } = await open(PHONE);
    await phone.goto(new URL(ordinary.address).pathname);
    await phone.getByText('前面没有人，留意叫号').waitFor();

    const { page } = await open();
    const keys = new Keyboard(page);
    await comeIn(page, clerk, '/front/counter', 2);
    await page.getByRole('button', { name: '等候 2·绿色通道 1' }).waitFor();

    await keys.press('F2');
    await page.getByRole('group', { name: `${first} 叫号` }).waitFor();
    await newest(wall).getByText(first).waitFor();
    await newest(wall).getByText('2 号窗口').waitFor();
    await wall
      .getByRole('status')
      .getByText(/^请 P [零一二三四五六七八九]{3} 号，到 2 号窗口$/)
      .waitFor();
    await keys.press('Alt+r');
    await page.getByText('已叫 2 次', { exact: false }).waitFor();
    // Who was called and has not come is not passed over by a second press.
    await keys.press('F2');
    await page.getByText(`${first} 还在叫号。先办理、重呼或过号。`).waitFor();
    await keys.press('Alt+g');
    await page.getByRole('group', { name: `${first} 叫号` }).waitFor({ state: 'detached' });

    await keys.press('F2');
    await page
      .getByRole('group', { name: `${second} 叫号` })
      .getByText('取号时留了证件', { exact: false })
      .waitFor();
    await newest(wall).getByText(second).waitFor();
    await picture(wall, 'display-called');
    await picture(page, 'counter-called');
    faults.push(...(await inspect(page, 'counter called', { large: true })), ...(await inspect(wall, 'display')));
    await phone.getByText('请到 2 号窗口').waitFor({ timeout: 20_000 });
    faults.push(...(await inspect(phone, 'waiting', { phone: true })));

    const caseId = await openItem(page, 'cxjmyb', ITEM);
    // Linked, the number is no longer being called.
    await page.getByRole('group', { name: `${second} 叫号` }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `${second}，在本窗口` }).waitFor();
    const number = page.getByRole('form', { name: '申请人' }).getByLabel('身份证号码');
    expect(await number.inputValue()).toBe(person.identityNumber);
    const linked = await rowOf<{ case_id: string; status: string; brought: string }>(
      `SELECT t.case_id, t.status, (SELECT count(*) FROM audit_entry WHERE action = 'ticket.applicant-brought' AND subject_id = t.id::text) AS brought
         FROM ticket t JOIN hall h ON h.id = t.hall_id WHERE h.code = $1 AND t.letter = 'C' AND t.serial = $2 AND t.day = (now() AT TIME ZONE 'Asia/Shanghai')::date`,
      [HALL, Number(second.slice(1))],
    );
    expect(linked).toMatchObject({ case_id: caseId, status: 'serving' });
    expect(Number(linked.brought)).toBe(1);

    // Nobody waits: who is being served stays, until the clerk says otherwise.
    await keys.press('F2');
    await page.getByText(`没有人等候。${second} 还在本窗口`, { exact: false }).waitFor();
    expect((await api.getTicketDesk()).current).toMatchObject({ number: second, status: 'serving' });
    await keys.press('Alt+b');
    await page.getByRole('button', { name: `${second}，在本窗口` }).waitFor({ state: 'detached' });
    expect(clips).toEqual(expect.arrayContaining(['please', 'P', '0', 'to', '2', 'window']));

    // Who came back with the slip queues up anew.
    await keys.press('Escape');
    await scan(page, priority.address);
    await page.getByRole('status').getByText(`${first}（综合受理）已过号`, { exact: false }).waitFor();
    await page.getByRole('button', { name: '重新排队' }).click();
    await page.getByRole('button', { name: '等候 1·绿色通道 1' }).waitFor();
    expect((await api.getTicketDesk()).waiting).toMatchObject({ all: 1, priority: 1 });
    expect(faults).toEqual([]);
  });

  journey('after an acceptance the same key calls the next', async (open) => {
    const clerk = await colleague('孔令辉');
    const person = await enter(clerk, 3);
    await serveAll(person.api);
    const { draft } = await completeDraft(person, await itemNamed(person, '公共场所卫生许可'));
    const { page: kiosk } = await open();
    await openKiosk(kiosk);
    const { number } = await draw(kiosk, '综合受理', '按先后叫号');
    const { page } = await open();
    const keys = new Keyboard(page);
    await comeIn(page, clerk, `/front/counter/${draft.id}`, 3);
    await missing(page).getByText('可以受理').waitFor();
    await keys.press('Control+Enter');
    await nextStep(page, '叫下一位 Ctrl+Enter').waitFor();
    await keys.press('Control+Enter');
    await page.getByRole('group', { name: `${number} 叫号` }).waitFor();
    await page.getByRole('combobox', { name: '找事项' }).waitFor();
    await serveAll(person.api);
  });

  journey('a wrong address, a broken line and a wrong number are told in words', async (open) => {
    const { page } = await open();
    await page.goto('/front/display/H-NONE');
    await page.getByText('没有这个大厅。核对设备上的地址。').waitFor();
    await page.goto(`/front/ticket/${'A'.repeat(24)}`);
    await page.getByText('没有找到这个号。核对号码，或重新取号。').waitFor();
    // Torn or mistyped: never the sign-in page of the clerks.
    for (const torn of ['', '/', '/AAA', '/号']) {
      await page.goto(`/front/ticket${torn}`);
      await page.getByText('没有找到这个号。核对号码，或重新取号。').waitFor();
    }
    await page.goto('/front/kiosk/');
    await page.getByRole('heading', { name: '取号' }).waitFor();
    await openKiosk(page);
    await page.getByRole('button', { name: '综合受理' }).click();
    await page.getByLabel('身份证号码').fill('110105194912310021');
    await page.getByRole('button', { name: '取绿色通道的号' }).click();
    await page.getByRole('alert').getByText('证件号不对', { exact: false }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '取绿色通道的号' }).click();
    await page.getByRole('alert').getByText('网络中断，没有取到号。再按一次，不会重复出号。').waitFor();
    await page.context().setOffline(false);

    // The wall says at once that what it shows is old, and is true again by itself; no minute later.
    await page.goto(`/front/display/${HALL}`);
    await page.getByText('个窗口开放', { exact: false }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('网络中断，正在重连').waitFor({ timeout: 10_000 });
    await page.context().setOffline(false);
    await page.getByText('个窗口开放', { exact: false }).waitFor({ timeout: 10_000 });
  });
});
