import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { rowsOf } from '../support/database.js';
import { queueRow } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import { typeAndTake } from '../support/selects.js';

const DEPARTMENT = '市场监管局';
/** Its tasks can't go to an officer of the first: the preview leaves them out and says why. */
const ANOTHER = '卫生健康局';
const RECEIVER = '苏文';
const REASON = '原承办人集中培训，停滞件先办';
/** New work stands in an open inbox by itself; the batch moves several, one transaction each. */
const LIVE_MS = 5_000;

interface Due {
  id: string;
  statutory_due: string | null;
  promised_due: string | null;
  step_due: string | null;
  step_started_on: string | null;
}

/** The dates of the law, as they are stored. */
function datesOf(taskIds: readonly string[]): Promise<Due[]> {
  return rowsOf<Due>(
    `SELECT id, statutory_due::text, promised_due::text, step_due::text, step_started_on::text
     FROM review_task WHERE id = ANY($1) ORDER BY id`,
    [taskIds],
  );
}

function heldBy(staffId: string, taskIds: readonly string[]): Promise<{ id: string; caseNo: string; title: string }[]> {
  return rowsOf('SELECT id, case_no AS "caseNo", title FROM review_task WHERE id = ANY($1) AND holder_id = $2', [taskIds, staffId]);
}

const selected = (page: Page) => page.getByText(/^已选 \d+$/);
const load = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}：现有`) });

withBrowser();

describe('a supervisor', () => {
  journey('moves what is stalled, sees the effect before and the outcome of each after; the clock does not move', async (open) => {
    const supervisor = await accountFor('督查员');
    const receiver = await colleague(RECEIVER);
    const { page } = await open();
    const { page: inbox } = await open();
    await comeIn(inbox, receiver, '/back/desk');
    await inbox
      .getByRole('navigation', { name: '待办分栏' })
      .getByRole('button', { name: /^我的 ?\d+$/ })
      .waitFor();

    await comeIn(page, supervisor, '/back/supervision');
    const list = page.getByRole('list', { name: '停滞办件' });
    await list.getByRole('listitem').first().waitFor();
    for (const name of [DEPARTMENT, ANOTHER]) {
      await page.getByRole('table', { name: '部门和剩余工作日' }).getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    }
    await page.getByRole('button', { name: '去掉筛选 2 个部门' }).waitFor();
    await list.getByRole('listitem').filter({ hasText: DEPARTMENT }).first().waitFor();

    // Some by hand, then the whole filter, seen or not.
    await new Keyboard(page).press('x', 'j', 'x');
    await page.getByText('已选 2', { exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    const total = Number(/\d+/.exec((await page.getByRole('heading', { name: /^停滞办件 \d+$/ }).textContent()) ?? '')?.[0]);
    await page.getByText(`已选 ${total}`, { exact: true }).waitFor();
    const { api } = await enter(supervisor);
    const departmentIds = new URL(page.url()).searchParams.get('departments') ?? '';
    const { ids } = await api.listStalledIds({ query: { departmentIds } });
    expect(ids).toHaveLength(total);
    const before = await datesOf(ids);
    // What stalled with the receiver before the batch: not the batch's doing, and on some days the hall has one.
    const stalledWithHim = await heldBy(receiver.id, ids);

    await page.keyboard.press('a');
    await page.getByRole('radio', { name: '指定一人' }).click();
    await typeAndTake(page.getByRole('combobox', { name: '接手人' }), RECEIVER);
    // Until the preview of this one person has come, the drawer still shows the even shares of the one before.
    const preview = await api.previewReassign({ body: { taskIds: ids, strategy: 'one', toStaffId: receiver.id } });
    const { moving } = preview;
    expect(moving).toBeGreaterThan(3);
    await page.getByText(`不可改派 ${total - moving} 件`).waitFor();
    await load(page, RECEIVER).waitFor();
    expect(total - moving).toBeGreaterThan(0);
    await page.getByRole('button', { name: '看原因' }).click();
    await page.getByRole('textbox', { name: /^理由/ }).fill(REASON);
    await picture(page, 'reassign-preview');

    // Between preview and order another supervisor is faster with one of them.
    const taken = ids.find((id) => preview.excluded.every(({ taskId }) => taskId !== id));
    if (!taken) throw new Error('Nothing can be moved');
    const rival = await enter(await colleague('秦岭'));
    const elsewhere = await colleague('陆远');
    await rival.api.reassignTask({ params: { id: taken }, body: { toStaffId: elsewhere.id, reason: '先行改派' } });

    await page.keyboard.press('Control+Enter');
    const outcome = page.getByRole('region', { name: '改派结果' });
    await outcome
      .getByText(`已改派 ${moving - 1}`, { exact: false })
      .first()
      .waitFor();
    await outcome.getByText('时限未变', { exact: false }).waitFor();
    const failures = outcome.getByRole('region', { name: '未改派' });
    await failures.getByText('陆远', { exact: false }).waitFor();
    await failures.getByRole('button', { name: '看办件' }).waitFor();
    expect(await outcome.getByRole('region', { name: '逐件' }).getByRole('listitem').count()).toBe(moving - 1);
    expect(await outcome.getByRole('table').getByRole('row').filter({ hasText: RECEIVER }).textContent()).toContain(`+${moving - 1}`);
    await picture(page, 'reassign-outcome');

    // The receiver's open inbox has them, and a message.
    const moved = (await heldBy(receiver.id, ids)).filter(({ id }) => stalledWithHim.every((had) => had.id !== id));
    expect(moved).toHaveLength(moving - 1);
    for (const row of moved) await queueRow(inbox, row).waitFor({ timeout: LIVE_MS });
    await inbox.getByRole('link', { name: /^消息 ?\d+$/ }).click();
    await inbox.getByRole('region', { name: '消息' }).getByText(REASON).first().waitFor();
    await picture(inbox, 'reassign-message');

    expect(await datesOf(ids)).toEqual(before);
    await selected(page).waitFor({ state: 'detached' });
  });
});
