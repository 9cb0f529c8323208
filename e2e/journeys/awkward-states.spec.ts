import { describe, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { rowsOf } from '../support/database.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import { claimed } from '../support/review-over-api.js';

/** As long as names of companies and people are: neither is rare. */
const COMPANY = '广州市临江区望湖餐饮管理有限公司第三分公司';
const LONG_NAME = '阿卜杜热合曼·买买提伊明·阿卜杜克热木·吐尔逊江艾';

withBrowser();

/** Whether all of an element's words are in its box. */
const isWhole = (place: Locator) =>
  place.evaluate((element) => element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1);

/** How far the right edge of the last of these stands beyond the window. */
async function beyond(page: Page, places: Locator): Promise<number> {
  const box = await places.last().boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return box.x + box.width - (page.viewportSize()?.width ?? 0);
}

async function rename(staffNo: string, name: string): Promise<void> {
  await rowsOf(`UPDATE staff SET name = $2 WHERE staff_no = $1`, [staffNo, name]);
}

describe('long names', () => {
  journey('leave the name of the item to be read above a case', async (open) => {
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const account = await accountFor('审批人员', '卫生健康局');
    const { caseNo } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
    const { id } = await claimed(await enter(account), caseNo);
    await rowsOf(`UPDATE review_task SET title = $2 WHERE id = $1`, [id, COMPANY]);
    const { page } = await open();
    await comeIn(page, account, `/back/desk/${id}`);
    const head = page.getByRole('heading', { name: `${COMPANY} 公共场所卫生许可` });
    await head.waitFor();
    expect(await isWhole(head)).toBe(true);
    await picture(page, 'awkward-long-company');
  });

  journey('of officers push nothing off the department’s board', async (open) => {
    const approver = await accountFor('审批人员', '卫生健康局');
    const chief = await accountFor('首席代表', '卫生健康局');
    await rename(approver.staffNo, LONG_NAME);
    try {
      const { page } = await open();
      await comeIn(page, chief, '/back/department');
      const board = page.getByRole('table', { name: '各承办人手上的件' });
      // Their stand-in is named beside whoever is away.
      await board.getByText(`${LONG_NAME}代`).waitFor();
      expect(await board.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0))).toBeLessThanOrEqual(0);
      await page.keyboard.press('e');
      const moves = page.getByRole('region', { name: '均衡', exact: true }).getByRole('listitem').filter({ hasText: LONG_NAME });
      await moves.first().waitFor();
      expect(await beyond(page, moves.locator('strong'))).toBeLessThanOrEqual(0);
      await picture(page, 'awkward-long-officer');
      // In large type the bar has no room for all: the way to the places is what stays.
      await page.keyboard.press('Escape');
      await rename(chief.staffNo, LONG_NAME);
      await page.reload();
      await page.getByRole('navigation', { name: '工作区' }).waitFor();
      await page.keyboard.press('Alt+0');
      await page.locator('html[data-ow-size="large"]').waitFor({ state: 'attached' });
      const last = await page.getByRole('navigation', { name: '工作区' }).getByRole('link').last().boundingBox();
      const person = await page.getByRole('button', { name: LONG_NAME, exact: true }).boundingBox();
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThan(person?.x ?? 0);
      await picture(page, 'awkward-long-officer-large');
    } finally {
      await rename(chief.staffNo, chief.name);
      await rename(approver.staffNo, approver.name);
    }
  });
});

describe('a low window', () => {
  journey('keeps in sight what sends an open panel, and what is being typed', async (open) => {
    const { page } = await open({ width: 1366, height: 600 });
    await comeIn(page, await accountFor('审批人员', '市场监管局'), '/back/desk');
    await page.getByRole('textbox', { name: '审查意见' }).waitFor();
    await page.keyboard.press('t');
    await page.getByRole('radio').first().waitFor();
    const send = await page.getByRole('button', { name: '转办本件' }).boundingBox();
    expect((send?.y ?? 0) + (send?.height ?? 0)).toBeLessThanOrEqual(600);
    const reason = page.getByRole('textbox', { name: '转办理由' });
    await reason.focus();
    // The lines that are written last are the ones that would be behind the buttons.
    await new Keyboard(page).press('Enter', 'Enter', 'Enter', 'Enter');
    const field = await reason.boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(send?.y ?? 0);
    await picture(page, 'awkward-low-window');
  });
});

describe('an address', () => {
  journey('of another office, or torn, is told as that', async (open) => {
    const account = await accountFor('审批人员', '卫生健康局');
    const { page } = await open();
    await comeIn(page, account, '/back/supervision');
    await page.getByText(`${account.name} 的岗位看不了督查台。`).waitFor();
    expect(await page.getByText('没有取到').count()).toBe(0);
    await page.getByRole('link', { name: '去待办' }).click();
    await page.getByRole('navigation', { name: '待办分栏' }).waitFor();
    await page.goto('/back/desk/0190');
    await page.getByText('没有这一件，地址可能不全。').waitFor();
    await page.getByRole('button', { name: '回到队列' }).click();
    await page.getByRole('textbox', { name: '审查意见' }).waitFor();
  });
});

describe('a filter', () => {
  journey('that waits for its answer shows nobody else’s', async (open) => {
    const supervisor = await accountFor('督查员');
    const { page } = await open();
    await comeIn(page, supervisor, '/back/supervision');
    const heading = page.getByRole('heading', { name: /^停滞办件 [1-9]/ });
    await heading.waitFor();
    await page.route('**/api/supervision/tasks?*', () => undefined);
    await page.getByRole('button', { name: /^超期/ }).first().click();
    await page.getByRole('heading', { name: '在办件', exact: true }).waitFor();
    await page.getByRole('status', { name: '正在取停滞办件' }).waitFor();
    const rows = page.getByRole('list', { name: '停滞办件' }).getByRole('listitem');
    expect(await rows.count()).toBe(0);
    const foot = await page.getByRole('button', { name: /^改派/ }).boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await picture(page, 'awkward-waiting-filter');
  });
});

describe('a person’s account', () => {
  journey('is asked about one thing at a time: Ctrl+Enter stands once, and the reason stays', async (open) => {
    const { page } = await open();
    await comeIn(page, await accountFor('安全管理员'), '/back/admin/people');
    await page.getByRole('button', { name: '停用账号' }).click();
    await page.getByText('先写理由').waitFor();
    await new Keyboard(page).type('调离本岗');
    await page.getByRole('button', { name: '重置密码' }).click();
    await page.getByText('的旧密码和已登录的会话立即作废').waitFor();
    expect(await page.getByRole('button', { name: /Ctrl\+?\s*Enter/ }).count()).toBe(1);
    await page.getByRole('button', { name: '停用账号' }).click();
    expect(await page.getByLabel('停用理由，手上的件须先改派').inputValue()).toBe('调离本岗');
    expect(await page.getByText('的旧密码和已登录的会话立即作废').count()).toBe(0);
  });
});
