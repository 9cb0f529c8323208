import { samplePdf } from '@onewindow/contracts';
import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import { describe, expect } from '@jest/globals';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { rowsOf } from '../support/database.js';
import { claim, groupedNo, listed, mainReady, openTab } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { claimed } from '../support/review-over-api.js';

const today = shanghaiToday(new Date());

/** The notice is of yesterday, and the night's work is done: from today the clock stands still. */
async function theNightPasses(caseId: string): Promise<void> {
  const yesterday = addCalendarDays(today, -1);
  await rowsOf(`UPDATE special_procedure SET started_on = $2 WHERE case_id = $1`, [caseId, yesterday]);
  await rowsOf(`UPDATE cases SET halts = jsonb_set(halts, '{0,start}', to_jsonb($2::text)) WHERE id = $1`, [caseId, yesterday]);
  await rowsOf(`UPDATE review_task SET paused = true WHERE case_id = $1`, [caseId]);
}

withBrowser();

describe('a pause', () => {
  journey('is asked for, agreed to, told, shown, ended with its report, and explains the date', async (open) => {
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
    const row = listed(caseNo, applicant);

    const { page: desk } = await open();
    await comeIn(desk, await accountFor('审批人员', '卫生健康局'), '/back/desk?tab=pool');
    await openTab(desk, '部门池');
    await claim(desk, row);
    await desk.getByRole('button', { name: '暂停计时' }).waitFor();
    await desk.keyboard.press('p');
    const panel = desk.getByRole('region', { name: '暂停计时' });
    await panel.getByLabel('原因，写进告知书').fill('池水余氯须由检测机构复检');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('已申请检测，等首席代表同意。').waitFor();

    const { page: boss } = await open();
    await comeIn(boss, await accountFor('首席代表', '卫生健康局'), '/back/clock-work');
    await boss.getByRole('listitem').filter({ hasText: row.title }).filter({ hasText: '检测 7 个工作日' }).first().click();
    await boss.getByText('池水余氯须由检测机构复检', { exact: true }).waitFor();
    await picture(boss, 'pause-before-the-chief');
    await mainReady(boss);
    await boss.keyboard.press('Control+Enter');
    await boss.getByText('已同意检测，告知书已出，明天起停止计时。').waitFor();
    const { notices, clocks } = await clerk.api.getCase({ params: { id: accepted.id } });
    expect(notices.map(({ title }) => title)).toContain('行政许可特别程序告知书');
    expect((clocks.statutory?.due ?? '') > (accepted.clocks.statutory?.due ?? '')).toBe(true);

    await theNightPasses(accepted.id);
    await desk.goto('/back/desk?tab=mine');
    // A paused row says why and until when where others show their number.
    const rows = desk.getByRole('list', { name: /^待办：/ }).getByRole('listitem');
    await rows.filter({ hasText: row.title }).filter({ hasText: '检测，暂停至' }).click();
    await desk.getByText(`${groupedNo(caseNo)}，`).waitFor();
    await desk.getByRole('button', { name: '文书' }).click();
    await desk.getByText('行政许可特别程序告知书').first().waitFor();

    await desk.getByRole('button', { name: '结束暂停' }).waitFor();
    await desk.keyboard.press('u');
    const ending = desk.getByRole('region', { name: '结束暂停' });
    await ending.getByText('先上传结果文件').waitFor();
    await ending
      .locator('input[type=file]')
      .setInputFiles({ name: '复检报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(samplePdf(2_000)) });
    await ending.getByText('先写结果').waitFor();
    await ending.getByLabel('检测结果').fill('余氯合格');
    await picture(desk, 'pause-ends');
    await mainReady(desk);
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('检测已结束，明天起继续计时。').waitFor();

    await desk.getByRole('button', { name: /^法定/ }).click();
    const explained = desk.getByRole('region', { name: '期限怎么算的' });
    await explained.getByText('法定期限 20 个工作日').waitFor();
    await explained.getByText(new RegExp(`检测 ${today.slice(5)} 至 ${today.slice(5)}`)).waitFor();
    await picture(desk, 'pause-explained');
    await desk.keyboard.press('Escape');
    await explained.waitFor({ state: 'detached' });
    const { items } = await clerk.api.getCaseEvents({ params: { id: accepted.id } });
    expect(items.filter(({ action }) => action.startsWith('procedure.')).map(({ action }) => action)).toEqual([
      'procedure.request',
      'procedure.approve',
      'procedure.document',
      'procedure.end',
    ]);
  });

  journey('ended in another tab: the result that was being written is kept, and told to be late (R5.4)', async (open) => {
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const { accepted, caseNo } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
    const account = await accountFor('审批人员', '卫生健康局');
    const { api } = await enter(account);
    const { id } = await claimed(await enter(account), caseNo);
    const { taskVersion } = await api.getTaskClockWork({ params: { id } });
    const pause = await api.requestProcedure({ params: { id }, body: { expectedVersion: taskVersion, kind: 'testing', reason: '须复检' } });
    const chief = await enter(await accountFor('首席代表', '卫生健康局'));
    await chief.api.approveProcedure({ params: { id: pause.id } });
    await theNightPasses(accepted.id);
    await api.addProcedureDocument({ params: { id: pause.id } }, { file: new Blob([samplePdf(2_000)]), fileName: '复检报告.pdf' });

    const { page: desk } = await open();
    await comeIn(desk, account, `/back/desk/${id}`);
    await desk.getByRole('button', { name: '结束暂停' }).waitFor();
    await desk.keyboard.press('u');
    const result = desk.getByRole('region', { name: '结束暂停' }).getByLabel('检测结果');
    await result.fill('余氯合格，写了一半');
    const listTop = () =>
      desk
        .locator('.ow-split-column')
        .first()
        .evaluate((column) => column.getBoundingClientRect().top);
    const before = await listTop();
    await api.endProcedure({ params: { id: pause.id }, body: { outcome: '余氯合格' } });
    const told = desk.getByRole('alert').filter({ hasText: '您写的没有送出' });
    await told.waitFor();
    expect(await result.inputValue()).toBe('余氯合格，写了一半');
    // In sight, although the panel is longer than the screen; the column moves, and not the page.
    expect(await told.evaluate((bar) => bar.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
    expect(await listTop()).toBe(before);
    await picture(desk, 'pause-ended-elsewhere');
    await told.getByRole('button', { name: '刷新' }).click();
    await result.waitFor({ state: 'detached' });
  });
});
