import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import { typeAndTake } from '../support/selects.js';

const DEPARTMENT = '规划和自然资源局';
const RECEIVER = '田野';
const AWAY = '周启明';
const DELEGATE = '谢文彬';
/** What happens in the department stands on an open board by itself. */
const LIVE_MS = 5_000;

const number = (page: Page, label: string) => page.getByRole('table', { name: '各承办人手上的件' }).getByRole('button', { name: label });

withBrowser();

describe('a chief', () => {
  journey('sees who has what, assigns from the pool, evens out, and sets a colleague’s stand-in, who works in both names', async (open) => {
    const chief = await accountFor('首席代表', DEPARTMENT);
    const { api } = await enter(chief);
    const { page } = await open();
    await comeIn(page, chief, '/back/department');
    const before = await api.departmentBoard();
    const loadOf = (board: typeof before, name: string) => board.officers.find(({ staff }) => staff.name === name)?.lights.all ?? 0;
    await number(page, `部门池 全部 ${before.pool.all} 件`).waitFor();
    expect(before.pool.all).toBeGreaterThan(1);

    // Every number opens its tasks, by the address too.
    await number(page, `合计手上 全部 ${before.held.all} 件`).click();
    await page.waitForURL(/scope=held/);
    await page.getByRole('heading', { name: `各承办人 手上 ${before.held.all}` }).waitFor();
    await page.keyboard.press('0');
    await page.getByRole('heading', { name: `部门池 ${before.pool.all}` }).waitFor();

    // From the pool to one officer: what can't go to them stays, and says why.
    await new Keyboard(page).press('Control+a', 'a');
    await typeAndTake(page.getByRole('combobox', { name: '接手人' }), RECEIVER);
    await page.getByRole('group', { name: new RegExp(`^${RECEIVER}：现有`) }).waitFor();
    await page.getByRole('textbox', { name: /^理由/ }).fill('集中办理');
    await picture(page, 'chief-assign');
    await page.keyboard.press('Control+Enter');
    const outcome = page.getByRole('region', { name: '分派结果' });
    await outcome
      .getByRole('status')
      .filter({ hasText: /已分派 [1-9]/ })
      .waitFor();
    await page.keyboard.press('Escape');
    const assigned = await api.departmentBoard();
    expect(loadOf(assigned, RECEIVER)).toBeGreaterThan(loadOf(before, RECEIVER));
    await number(page, `${RECEIVER} 全部 ${loadOf(assigned, RECEIVER)} 件`).waitFor({ timeout: LIVE_MS });

    // 均衡: the plan with each officer's load, then exactly that.
    await page.keyboard.press('e');
    const plan = await api.previewEvenOut({ body: {} });
    expect(plan.moves.length).toBeGreaterThan(0);
    const drawer = page.getByRole('region', { name: '均衡', exact: true });
    for (const { staff, before: now, after } of plan.officers) {
      await drawer.getByRole('group', { name: `${staff.name}：现有 ${now} 件，均衡后 ${after} 件` }).waitFor();
    }
    await picture(page, 'chief-even-out');
    await page.keyboard.press('Control+Enter');
    const evened = page.getByRole('region', { name: '均衡结果' });
    await evened.getByText(`已均衡 ${plan.moves.length}`, { exact: false }).first().waitFor();
    await picture(page, 'chief-even-out-outcome');
    expect((await api.previewEvenOut({ body: {} })).moves).toEqual([]);

    // 代理授权 for a colleague who is away from today.
    await page.getByRole('link', { name: '代理授权' }).click();
    await page.getByRole('button', { name: '新的授权' }).waitFor();
    await page.keyboard.press('n');
    await typeAndTake(page.getByRole('combobox', { name: '谁不在岗' }), AWAY);
    await page.getByRole('radio', { name: new RegExp(DELEGATE) }).check();
    await page.getByRole('textbox', { name: '事由' }).fill('年休假');
    await picture(page, 'chief-delegation');
    await page.keyboard.press('Control+Enter');
    await page.getByText(`由${DELEGATE}代${AWAY}办件，两人都已通知。`, { exact: false }).waitFor();
    await page.getByRole('heading', { name: `${AWAY}（${DELEGATE}代）` }).waitFor();

    // The delegate finds the work beside their own, and what they do says both names.
    const { page: desk } = await open();
    const delegate = await colleague(DELEGATE);
    await comeIn(desk, delegate, '/back/desk?tab=delegated');
    const rows = desk.getByRole('list', { name: '待办：代办' }).getByRole('listitem');
    await rows.first().click();
    await desk.getByText(`代${AWAY}办理`).waitFor();
    const taskId = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
    const task = await api.getTask({ params: { id: taskId } });
    expect(task.holder?.name).toBe(AWAY);
    await picture(desk, 'delegated-desk');
    await desk.getByRole('button', { name: /^放回/ }).click();
    await desk.getByText(/^已放回部门池 /).waitFor();
    const { items } = await api.getCaseEvents({ params: { id: task.caseId } });
    expect(items.findLast(({ action }) => action === 'task.release')?.actor.name).toBe(`${AWAY}（${DELEGATE}代）`);

    await page.keyboard.press('d');
    await page.getByText(`已结束${DELEGATE}代${AWAY}办件。`).waitFor();
  });
});
