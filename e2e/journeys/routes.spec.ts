import { describe, expect } from '@jest/globals';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { LARGE, picture, SMALL } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { claim, groupedNo, listed, openRow, openTab } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { reviewed } from '../support/review-over-api.js';
import { keptOnDisk } from '../support/vault.js';

const FOOD = '食品经营许可（新办）';
const REASON = '与布局图标注的面积不一致';

withBrowser();

/** Does whatever part of a step lies open, in the officer's own department. */
async function pass(officer: Person, caseId: string, stepKey: string): Promise<void> {
  const { route } = await officer.api.getCase({ params: { id: caseId } });
  const id = route.find(({ key }) => key === stepKey)?.taskId ?? '';
  const { version } = await officer.api.claimTask({ params: { id } });
  await officer.api.completeTask({ params: { id }, body: { expectedVersion: version, opinion: '符合条件。' } });
}

describe('a route', () => {
  journey('asks the applicant during review, wants two officers on site, and goes back to the first of them', async (open) => {
    const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
    const officerAccount = await accountFor('审批人员', '市场监管局');
    const clerk = await enter(clerkAccount, 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, FOOD));
    const row = listed(caseNo, applicant);

    const { page: desk } = await open(SMALL);
    await comeIn(desk, officerAccount, '/back/desk?tab=pool');
    await openTab(desk, '部门池');
    await claim(desk, row);
    await desk.keyboard.press('n');
    const panel = desk.getByRole('region', { name: '要求补正' });
    await panel.getByRole('checkbox', { name: /经营面积/ }).check();
    // The panel left by mistake, or the page: what was told of each point stands there again.
    await panel.getByLabel('经营面积哪里不对').fill(REASON);
    await keptOnDisk(desk, 'value:', REASON);
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await desk.reload();
    await desk.getByRole('textbox', { name: '审查意见' }).waitFor();
    await desk.keyboard.press('n');
    expect(await panel.getByLabel('经营面积哪里不对').inputValue()).toBe(REASON);
    await picture(desk, 'routes-corrections-asked');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText(/^补正告知书已出/).waitFor();

    const { page: hall } = await open(SMALL);
    await comeIn(hall, clerkAccount, '/front/follow-up?kind=correction', 1);
    await hall
      .getByRole('listitem')
      .filter({ hasText: groupedNo(caseNo) })
      .click();
    const asked = hall.getByRole('list', { name: '审查补正' });
    await asked.getByText(REASON, { exact: false }).waitFor();
    await asked.getByPlaceholder('改正后的').fill('168');
    await picture(hall, 'routes-corrections-taken-in');
    await hall.keyboard.press('Control+Enter');
    await hall.getByText(/审查补正收齐，已告知审查人员/).waitFor();

    // The officer sees what changed, and the case goes on.
    await desk
      .getByRole('list', { name: '经过' })
      .getByText(/收审查补正：经营面积：.* 改为 168，收齐/)
      .waitFor();
    const [officer, second, chief] = await Promise.all([
      enter(officerAccount),
      colleague('吴敏仪').then((account) => enter(account)),
      accountFor('首席代表', '市场监管局').then((account) => enter(account)),
    ]);
    const { items } = await officer.api.listTasks({ query: { tab: 'mine', q: caseNo } });
    const paper = items[0];
    expect(paper?.stepName).toBe('书面审查');
    const body = { expectedVersion: paper?.version ?? 0, outcome: 'agree' as const, opinion: '补正后面积一致。' };
    await officer.api.completeTask({ params: { id: paper?.id ?? '' }, body });
    await reviewed(officer, caseNo);

    // Whoever went first cannot be the second as well.
    await desk.goto('/back/desk?tab=pool');
    await openTab(desk, '部门池');
    await openRow(desk, row);
    await desk.getByText('何建平，复审 待签收').waitFor();
    await desk
      .getByText(/本环节须两人审查，本人已审一次/)
      .first()
      .waitFor();
    await picture(desk, 'routes-second-officer');
    const site = (await second.api.getCase({ params: { id: accepted.id } })).route.find(({ key }) => key === 'site')?.taskId ?? '';
    const { version } = await second.api.claimTask({ params: { id: site } });
    await second.api.returnTask({ params: { id: site }, body: { expectedVersion: version, toStep: 'site', reason: '照片没有拍到清洗区' } });
    await pass(officer, accepted.id, 'site');
    await pass(second, accepted.id, 'site');
    const done = await chief.api.getCase({ params: { id: accepted.id } });
    expect(done.route.map(({ key, status, round, parts }) => [key, status, round, parts?.map(({ holder }) => holder?.name)])).toEqual([
      ['paper', 'done', undefined, undefined],
      ['site', 'done', 2, ['何建平', '吴敏仪']],
      ['decision', 'pooled', undefined, undefined],
    ]);
    const decided = await chief.api.decideCase({ params: { id: accepted.id }, body: { expectedVersion: done.version, decision: 'grant' } });
    expect(decided.status).toBe('decided');
  });

  journey('joins parallel steps only when each has arrived, the countersigned one with its chief', async (open) => {
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, '既有住宅增设电梯'));
    const chiefAccount = await accountFor('首席代表', '规划和自然资源局');
    const people = {
      planning: await enter(await accountFor('审批人员', '规划和自然资源局')),
      housing: await enter(await colleague('余佳')),
      fire: await enter(await colleague('贺晓峰')),
      market: await enter(await accountFor('审批人员', '市场监管局')),
      chief: await enter(chiefAccount),
    };
    for (const key of ['planning', 'housing', 'fire', 'market'] as const) await pass(people[key], accepted.id, key);
    const state = async () =>
      (await people.chief.api.getCase({ params: { id: accepted.id } })).route.map(({ key, status }) => `${key} ${status}`);
    expect(await state()).toEqual(['planning pooled', 'housing done', 'fire done', 'market done', 'notice waiting', 'decision waiting']);
    const { page } = await open(LARGE);
    await comeIn(page, chiefAccount, '/back/desk?tab=pool');
    await openTab(page, '部门池');
    const { title } = await clerk.api.getCase({ params: { id: accepted.id } });
    await openRow(page, { caseNo, title: title || listed(caseNo, applicant).title });
    await page.getByText('周启明，核签 待签收').waitFor();
    await picture(page, 'routes-countersign');
    await pass(people.chief, accepted.id, 'planning');
    expect((await state()).slice(-2)).toEqual(['notice pooled', 'decision waiting']);
  });
});
