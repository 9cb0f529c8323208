import { shanghaiToday } from '@onewindow/domain';
import { describe, expect } from '@jest/globals';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { rowsOf } from '../support/database.js';
import { mainReady } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { claimed } from '../support/review-over-api.js';

const today = shanghaiToday(new Date());

withBrowser();

/** A public notice that ran out yesterday: of a lift whose review is done. */
async function publicNotice(officer: Person, chief: Person): Promise<string> {
  const { items } = await officer.api.listTasks({ query: { tab: 'pool' } });
  const pooled = items.find(({ stepName }) => stepName === '公示');
  if (!pooled) throw new Error('No lift waits for its public notice');
  const { id } = await officer.api.claimTask({ params: { id: pooled.id } });
  const { taskVersion } = await officer.api.getTaskClockWork({ params: { id } });
  const asked = await officer.api.requestProcedure({
    params: { id },
    body: { expectedVersion: taskVersion, kind: 'publicNotice', reason: '按事项规定公示' },
  });
  await chief.api.approveProcedure({ params: { id: asked.id } });
  await rowsOf(`UPDATE special_procedure SET started_on = $2::date - 30, announced_end = $2::date - 1 WHERE id = $1`, [asked.id, today]);
  return asked.id;
}

describe('before the chief', () => {
  journey('a public notice is ended elsewhere: the objection that was being written is kept, and told to be late (R5.4)', async (open) => {
    const account = await accountFor('首席代表', '规划和自然资源局');
    const chief = await enter(account);
    const id = await publicNotice(await enter(await accountFor('审批人员', '规划和自然资源局')), chief);
    const { page } = await open();
    await comeIn(page, account, `/back/clock-work?tab=running&row=${id}`);
    const objections = page.getByRole('region', { name: '公示异议' });
    await objections.getByRole('button', { name: '记一条异议' }).click();
    // What is still missing stands beside the button that waits for it.
    await objections.getByText('先写谁提出的').waitFor();
    const by = objections.getByLabel(/^谁提出的/);
    await by.fill('四单元 302 住户');
    await objections.getByText('先写异议内容').waitFor();
    await picture(page, 'objection-half-written');

    await chief.api.endProcedure({ params: { id }, body: { outcome: '公示期满，没有异议' } });
    const told = page.getByRole('alert').filter({ hasText: '您写的没有送出' });
    await told.waitFor();
    expect(await by.inputValue()).toBe('四单元 302 住户');
    expect(await objections.getByRole('button', { name: '记下异议' }).isDisabled()).toBe(true);
    await picture(page, 'objection-told-late');
    await told.getByRole('button', { name: '刷新' }).click();
    await by.waitFor({ state: 'detached' });
  });

  journey('an extension: what authorises it does not become the reason against it', async (open) => {
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const { caseNo } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
    const officer = await enter(await accountFor('审批人员', '卫生健康局'));
    const { id } = await claimed(officer, caseNo);
    const { taskVersion } = await officer.api.getTaskClockWork({ params: { id } });
    const asked = await officer.api.requestExtension({ params: { id }, body: { expectedVersion: taskVersion, days: 1, reason: '须复检' } });
    const { page } = await open();
    await comeIn(page, await accountFor('首席代表', '卫生健康局'), `/back/clock-work?tab=waiting&row=${asked.id}`);
    const document = page.getByLabel('批准文件：名称和文号');
    await document.fill('临卫办〔2026〕12 号');
    await mainReady(page);
    await page.getByRole('button', { name: '不同意', exact: true }).click();
    const reason = page.getByLabel('不同意的理由');
    expect(await reason.inputValue()).toBe('');
    // Whoever refuses goes on writing at once.
    await page.keyboard.insertText('复检本周就能完成');
    expect(await reason.inputValue()).toBe('复检本周就能完成');
    await page.getByRole('button', { name: '返回' }).click();
    expect(await document.inputValue()).toBe('临卫办〔2026〕12 号');
    await page.getByRole('button', { name: '不同意', exact: true }).click();
    await picture(page, 'extension-refused');
    await page.getByRole('button', { name: '不同意延长' }).click();
    await page.getByText(/^没有同意延长，已告诉/).waitFor();
    const { extensions } = await officer.api.getTaskClockWork({ params: { id } });
    expect(extensions).toMatchObject([{ status: 'refused', decisionReason: '复检本周就能完成', document: null }]);
  });
});
