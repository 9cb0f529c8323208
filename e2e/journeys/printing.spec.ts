import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { accessibilityFaults, type Desk, picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { enterApplicant, openItem, takePaper } from '../support/counter-screen.js';
import { journey, type OpenDesk, withBrowser } from '../support/journey.js';
import { madeUpPerson } from '../support/made-up-people.js';

const COUNTER = 3;

withBrowser();

/** A clerk whose browser has no printer: what would be printed lies in the hidden frame. */
async function atTheCounter(open: OpenDesk): Promise<Desk> {
  const desk = await open();
  await desk.context.addInitScript(() => {
    window.print = () => undefined;
  });
  await comeIn(desk.page, await accountFor('窗口人员', '望湖街道'), '/front/counter', COUNTER);
  return desk;
}

const sheet = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}，第 1 / \\d+ 页$`) });

describe('printing at the counter', () => {
  journey('hands out what an item asks for before a case is opened: F8, the answers, one key', async (open) => {
    const { page, complaints } = await atTheCounter(open);
    await page.getByRole('combobox', { name: '找事项' }).fill('ggcswsxk');
    await page.getByRole('option', { selected: true }).filter({ hasText: '公共场所卫生许可' }).waitFor();
    await page.keyboard.press('F8');
    const guide = page.getByRole('region', { name: '一次告知单', exact: true });
    await sheet(page, '一次告知单').waitFor();
    await guide.getByText('打印时编号').waitFor();
    const issued = page.waitForResponse((answer) => answer.url().endsWith('/api/guides') && answer.status() === 201);
    await page.keyboard.press('Control+P');
    const { number, id } = (await (await issued).json()) as { number: string; id: string };
    await guide.getByText(`已出 ${number}`).waitFor();
    await page.waitForFunction(
      (address) => document.querySelector<HTMLIFrameElement>('#ow-print-frame')?.src.endsWith(address),
      `/api/guides/${id}/file`,
    );
    await picture(page, 'printing-guide');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('F8');
    await page.getByRole('button', { name: /一次告知单/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  journey('shows the notice before it is issued, prints the original once and marks what is printed again', async (open) => {
    const { page } = await atTheCounter(open);
    const caseId = await openItem(page, 'gljtsl', '高龄津贴申领');
    await enterApplicant(page, madeUpPerson());
    await page.getByRole('heading', { level: 1, name: '高龄津贴申领' }).click();
    await page.keyboard.press('v');
    await sheet(page, '补正告知书').waitFor();
    await page.getByRole('radio', { name: '受理通知书' }).click();
    await sheet(page, '受理通知书').waitFor();
    await picture(page, 'printing-preview');
    await page.keyboard.press('Escape');
    const { api } = await enter(await accountFor('窗口人员', '望湖街道'), COUNTER);
    const drafted = await api.getCase({ params: { id: caseId } });
    expect(drafted.notices).toEqual([]);
    for (const { name, required } of drafted.materials) if (required) await takePaper(page, name);
    // What was typed is on record before the case goes on from elsewhere.
    await page.getByText(/草稿 .*已存/).waitFor();
    await page.goto('/front/messages');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const { version } = await api.getCase({ params: { id: caseId } });
    await api.receiveCase({ params: { id: caseId }, body: { expectedVersion: version } });
    await page.goto(`/front/counter/${caseId}`);
    const notices = page.getByRole('region', { name: '文书' });
    await notices.getByRole('button', { name: '打印' }).waitFor();
    const [notice] = (await api.getCase({ params: { id: caseId } })).notices;
    const printed = (ordinal: number) => `/api/notices/${notice?.id ?? ''}/prints/${ordinal}`;
    const frame = (address: string) =>
      page.waitForFunction((end) => document.querySelector<HTMLIFrameElement>('#ow-print-frame')?.src.endsWith(end), address);
    await page.keyboard.press('Control+P');
    await frame(printed(1));
    // A second quick press of the same keys is no copy that is meant.
    await notices.locator('button:not([aria-busy])').filter({ hasText: '补打 第 1 次' }).waitFor();
    await page.keyboard.press('Control+P');
    await frame(printed(2));
    await notices.getByText('补打第 1 次').waitFor();
    await picture(page, 'printing-reprint');
    const { items } = await api.getCaseEvents({ params: { id: caseId } });
    expect(items.filter(({ action }) => action === 'notice.reprint')).toHaveLength(1);
  });
});
