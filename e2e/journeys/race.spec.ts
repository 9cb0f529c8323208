import { describe, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { acceptedCase, completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { rowsOf } from '../support/database.js';
import { claim, listed, openRow, openTab, queueRow } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { claimed } from '../support/review-over-api.js';

const ITEM = '公共场所卫生许可';
const clerkAccount = () => accountFor('窗口人员', '区政务服务大厅');

withBrowser();

/** Opens a panel of the open task by its key and writes into its field; of 要求补正 one point is ticked. */
async function writeInPanel(page: Page, key: 'n' | 't' | 'y', field: string, words: string): Promise<Locator> {
  await page.getByRole('textbox', { name: '审查意见' }).waitFor();
  await page.keyboard.press(key);
  if (key === 'n')
    await page
      .getByRole('group', { name: /^补哪些/ })
      .getByRole('checkbox')
      .first()
      .check();
  const written = page.getByRole('textbox', { name: new RegExp(field) });
  await written.fill(words);
  return written;
}

describe('two people at once', () => {
  journey('claim one task: one wins, the other is told who has it and refreshes (R5.4)', async (open) => {
    const clerk = await enter(await clerkAccount(), 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, ITEM));
    const row = listed(caseNo, applicant);
    const rivals = [
      { account: await accountFor('审批人员', '卫生健康局'), page: (await open()).page },
      { account: await colleague('杜若'), page: (await open()).page },
    ] as const;
    for (const { account, page } of rivals) {
      await comeIn(page, account, '/back/desk?tab=pool');
      await openTab(page, '部门池');
      await openRow(page, row);
    }

    await Promise.all(rivals.map(({ page }) => page.keyboard.press('c')));
    const won = (page: Page) => page.getByText('已签收 1 件，在“我的”。');
    const lost = (page: Page) => page.getByRole('alert').filter({ hasText: '已签收' });
    await Promise.all(rivals.map(({ page }) => won(page).or(lost(page)).first().waitFor()));
    const winner = (await won(rivals[0].page).isVisible()) ? rivals[0] : rivals[1];
    const loser = winner === rivals[0] ? rivals[1] : rivals[0];
    await won(winner.page).waitFor();
    await lost(loser.page)
      .getByText(new RegExp(`${winner.account.name} \\d{2}:\\d{2} 已签收`))
      .waitFor();
    await picture(loser.page, 'race-lost');

    await lost(loser.page).getByRole('button', { name: '刷新' }).click();
    await lost(loser.page).waitFor({ state: 'detached' });
    await queueRow(loser.page, row).waitFor({ state: 'detached' });
    const holders = await rowsOf<{ name: string }>(
      "SELECT s.name FROM review_task t JOIN staff s ON s.id = t.holder_id WHERE t.case_id = $1 AND t.status = 'claimed'",
      [accepted.id],
    );
    expect(holders.map(({ name }) => name)).toEqual([winner.account.name]);
  });

  journey('review in two tabs: the stale one is told, and its opinion is not lost', async (open) => {
    const clerk = await enter(await clerkAccount(), 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, ITEM));
    const officer = await accountFor('审批人员', '卫生健康局');
    const { page, context } = await open();
    // The line of this tab is dead from the start: it hears nothing of what happens elsewhere.
    await page.route('**/api/stream', (route) => route.abort());
    await comeIn(page, officer, '/back/desk?tab=pool');
    await openTab(page, '部门池');
    await claim(page, listed(caseNo, applicant));
    const opinion = page.getByRole('textbox', { name: '审查意见' });
    const words = '布局合理，检测报告结论合格。';
    await page.route('**/api/tasks/*/opinion', (route) => route.abort());
    await opinion.fill(words);
    const { items } = await (await enter(officer)).api.listTasks({ query: { q: caseNo } });
    const task = items[0];
    if (!task) throw new Error('The task is on nobody’s desk');
    const other = (await enter(officer)).api;
    await other.completeTask({
      params: { id: task.id },
      body: { expectedVersion: task.version, outcome: 'agree', opinion: '另一页先办了。' },
    });

    await page.keyboard.press('Control+Enter');
    const told = page.getByRole('alert').filter({ has: page.getByRole('button', { name: '刷新' }) });
    await told.waitFor();
    expect(await opinion.inputValue()).toBe(words);
    await picture(page, 'race-stale-desk');
    const { items: events } = await clerk.api.getCaseEvents({ params: { id: accepted.id } });
    expect(events.filter(({ action }) => action === 'task.complete')).toHaveLength(1);
    await context.unrouteAll();
  });

  journey('write about one task: whoever loses it keeps the words, and is told who has it', async (open) => {
    const clerk = await enter(await clerkAccount(), 1);
    const { caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, ITEM));
    const officer = await accountFor('审批人员', '卫生健康局');
    const own = await colleague(officer.name);
    const other = await colleague('梁慧');
    const chief = await enter(await accountFor('首席代表', '卫生健康局'));
    const { id } = await claimed(await enter(officer), caseNo);
    const { page } = await open();
    await comeIn(page, officer, `/back/desk/${id}`);
    const row = queueRow(page, listed(caseNo, applicant));
    await row.getByText(ITEM, { exact: true }).waitFor();
    const words = '检测报告缺照度一项，须补测。';
    const told = page.getByRole('alert').filter({ hasText: `${other.name} ` });
    for (const [key, field] of [
      ['n', '哪里不对'],
      ['t', '转办理由'],
    ] as const) {
      const written = await writeInPanel(page, key, field, words);
      await chief.api.reassignTask({ params: { id }, body: { toStaffId: other.id, reason: '均衡' } });
      await told.filter({ hasText: /\d{2}:\d{2} 已签收本件。您写的没有送出/ }).waitFor();
      expect(await written.inputValue()).toBe(words);
      await picture(page, `race-taken-${key}`);
      await told.getByRole('button', { name: '刷新' }).click();
      await told.waitFor({ state: 'detached' });
      await chief.api.reassignTask({ params: { id }, body: { toStaffId: own.id, reason: '还回' } });
    }
    // The same officer asks in a second tab: the form in this one stays with its words until they have been seen.
    const { api } = await enter(officer);
    const asks = {
      y: async () => {
        const { taskVersion } = await api.getTaskClockWork({ params: { id } });
        const asked = await api.requestExtension({ params: { id }, body: { expectedVersion: taskVersion, days: 1, reason: words } });
        return () => api.withdrawExtension({ params: { id: asked.id } });
      },
      n: async () => {
        const [{ version }, { choices, latestOn }] = await Promise.all([
          api.getTask({ params: { id } }),
          api.taskCorrections({ params: { id } }),
        ]);
        const points = choices.slice(0, 1).map(({ kind, key }) => ({ kind, key, reason: words }));
        const asked = await api.requestCorrections({ params: { id }, body: { expectedVersion: version, dueOn: latestOn, points } });
        return () => api.withdrawCorrections({ params: { id: asked.id }, body: { reason: words } });
      },
    };
    for (const [key, field, what] of [
      ['y', '理由，写进通知书', '申请延期'],
      ['n', '哪里不对', '要求补正'],
    ] as const) {
      const written = await writeInPanel(page, key, field, words);
      const takeBack = await asks[key]();
      const kept = page.getByRole('alert').filter({ hasText: `${officer.name} ` });
      await kept.filter({ hasText: new RegExp(`\\d{2}:\\d{2} 已${what}。您写的没有送出`) }).waitFor();
      expect(await written.inputValue()).toBe(words);
      await picture(page, `race-asked-${key}`);
      await kept.getByRole('button', { name: '刷新' }).click();
      await written.waitFor({ state: 'detached' });
      await takeBack();
      // The form is free again, and what was written stands in it.
      await written.waitFor();
      expect(await written.inputValue()).toBe(words);
      await page.getByRole('button', { name: /^返回/ }).click();
      await page.getByRole('heading', { name: /^(延长期限|要求申请人补正)/ }).waitFor({ state: 'detached' });
    }
    // What one saves oneself is nobody else's change: an opinion first, then the request.
    await page.getByRole('textbox', { name: '审查意见' }).fill(words);
    await page.getByText(/^草稿 .* 已存$/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page
      .getByRole('group', { name: /^补哪些/ })
      .getByRole('checkbox')
      .first()
      .check();
    await page.getByRole('textbox', { name: /哪里不对/ }).fill(words);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^补正告知书已出/).waitFor();
    // 放回 has its letter as the other verbs do.
    await page.getByRole('textbox', { name: '审查意见' }).waitFor();
    await page.keyboard.press('o');
    await page.getByText(/^已放回部门池 /).waitFor();
  });

  journey('answer or withdraw one request: whoever is late keeps the words, and is told who was first (R5.4)', async (open) => {
    const clerk = await enter(await clerkAccount(), 1);
    const { caseNo } = await acceptedCase(clerk, await itemNamed(clerk, ITEM));
    const officer = await accountFor('审批人员', '卫生健康局');
    const chief = await accountFor('首席代表', '卫生健康局');
    const { api } = await enter(officer);
    const { id } = await claimed(await enter(officer), caseNo);
    const words = '在别处写了一半的理由';
    const { page } = await open();
    const told = page.getByRole('alert').filter({ hasText: '您写的没有送出，还留在上面，要用的先复制。' });
    const seen = async (field: Locator, who: RegExp, name: string) => {
      await told.filter({ hasText: who }).waitFor();
      expect(await field.inputValue()).toBe(words);
      await picture(page, name);
      await told.getByRole('button', { name: '刷新' }).click();
      await field.waitFor({ state: 'detached' });
      await told.waitFor({ state: 'detached' });
    };

    // The chief writes why not, and in a second tab says yes.
    const { taskVersion } = await api.getTaskClockWork({ params: { id } });
    const extension = await api.requestExtension({ params: { id }, body: { expectedVersion: taskVersion, days: 1, reason: words } });
    await comeIn(page, chief, `/back/clock-work?tab=waiting&row=${extension.id}`);
    await page.getByRole('button', { name: '不同意', exact: true }).click();
    const refusal = page.getByRole('textbox', { name: '不同意的理由' });
    await refusal.fill(words);
    const second = await enter(chief);
    await second.api.grantExtension({ params: { id: extension.id }, body: { document: '关于延长办理期限的批复' } });
    await seen(refusal, new RegExp(`${chief.name} \\d{2}:\\d{2} 已先办`), 'race-late-answer');

    // The officer calls the corrections off in two tabs.
    const { page: desk } = await open();
    await comeIn(desk, officer, `/back/desk/${id}`);
    await desk.getByRole('textbox', { name: '审查意见' }).waitFor();
    const [{ version }, { choices, latestOn }] = await Promise.all([
      api.getTask({ params: { id } }),
      api.taskCorrections({ params: { id } }),
    ]);
    const points = choices.slice(0, 1).map(({ kind, key }) => ({ kind, key, reason: words }));
    const asked = await api.requestCorrections({ params: { id }, body: { expectedVersion: version, dueOn: latestOn, points } });
    await desk.keyboard.press('n');
    const withdrawal = desk.getByRole('textbox', { name: '撤回补正要求的理由' });
    await withdrawal.fill(words);
    await api.withdrawCorrections({ params: { id: asked.id }, body: { reason: '另一页先撤了' } });
    const late = desk.getByRole('alert').filter({ hasText: new RegExp(`${officer.name} \\d{2}:\\d{2} 已撤回补正要求。您写的没有送出`) });
    await late.waitFor();
    expect(await withdrawal.inputValue()).toBe(words);
    await picture(desk, 'race-late-withdrawal');
    await late.getByRole('button', { name: '刷新' }).click();
    await desk.getByRole('group', { name: /^补哪些/ }).waitFor();
    await desk.getByRole('button', { name: /^返回/ }).click();

    // And a question to another department.
    await desk.getByRole('textbox', { name: '审查意见' }).waitFor();
    const { departments } = await api.taskConsultations({ params: { id } });
    const [department] = departments.filter(({ problem }) => problem === null);
    const question = { departmentIds: [department?.id ?? ''], question: '有无不同意见', limit: 3 };
    const { asked: questions } = await api.askConsultation({ params: { id }, body: question });
    await desk.keyboard.press('h');
    await desk.getByRole('list', { name: '协办' }).getByRole('button', { name: '撤回' }).click();
    const reason = desk.getByRole('textbox', { name: `撤回${department?.shortName ?? ''}的理由` });
    await reason.fill(words);
    await api.withdrawConsultation({ params: { id: questions[0]?.taskId ?? '' }, body: { reason: '不用问了' } });
    const over = desk.getByRole('alert').filter({ hasText: /已在别处撤回。您写的没有送出/ });
    await over.waitFor();
    expect(await reason.inputValue()).toBe(words);
    await picture(desk, 'race-late-question');
    await over.getByRole('button', { name: '刷新' }).click();
    await reason.waitFor({ state: 'detached' });

    // On the chief's own desk a panel does the same as the list.
    const { taskVersion: now } = await api.getTaskClockWork({ params: { id } });
    const pause = await api.requestProcedure({ params: { id }, body: { expectedVersion: now, kind: 'testing', reason: words } });
    await page.goto(`/back/desk/${id}`);
    await page.getByRole('button', { name: '暂停计时' }).click();
    await page.getByRole('button', { name: '不同意', exact: true }).click();
    const why = page.getByRole('textbox', { name: '不同意的理由' });
    await why.fill(words);
    await second.api.approveProcedure({ params: { id: pause.id } });
    await seen(why, new RegExp(`${chief.name} \\d{2}:\\d{2} 已同意检测`), 'race-late-pause');
  });

  journey('fill one draft: the second to save keeps the form and chooses whose words stand', async (open) => {
    const account = await clerkAccount();
    const clerk = await enter(account, 1);
    const { draft } = await completeDraft(clerk, await itemNamed(clerk, ITEM));
    const { page } = await open();
    await comeIn(page, account, `/front/counter/${draft.id}`, 1);
    const staff = page.getByLabel('从业人员数');
    await staff.waitFor();
    // Somebody else saves first, and this tab does not hear of it.
    await page.route(`**/api/cases/${draft.id}`, (route) => route.abort());
    const known = await clerk.api.getCase({ params: { id: draft.id } });
    await clerk.api.saveDraft({ params: { id: draft.id }, body: { expectedVersion: known.version, form: { ...known.form, area: 99 } } });

    await staff.fill('33');
    const told = page.getByRole('alert').filter({ has: page.getByRole('button', { name: '保留我填的，再存一次' }) });
    await told.waitFor();
    expect(await staff.inputValue()).toBe('33');
    await picture(page, 'race-stale-counter');
    await page.unrouteAll();
    await told.getByRole('button', { name: '保留我填的，再存一次' }).click();
    await told.waitFor({ state: 'detached' });
    await page.getByText(/草稿 .* 已存/).waitFor();
    // Field by field: what the other one changed alone stays theirs.
    expect((await clerk.api.getCase({ params: { id: draft.id } })).form).toMatchObject({ staffCount: 33, area: 99 });
  });
});
