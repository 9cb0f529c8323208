import { describe, expect } from '@jest/globals';
import { accountFor, enter } from '../support/accounts.js';
import { LARGE, picture } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { choose } from '../support/counter-screen.js';
import { claim, listed, openTab, queueRow } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';

const REASON = '场所在商场内，由市场监管部门随食品经营一并核查，不归本局。';

withBrowser();

describe('a step of the wrong department', () => {
  journey(
    'is refused, found in the hall, sent to another department, and lies there at once, its clock running on (R5.3)',
    async (open) => {
      const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
      const clerk = await enter(clerkAccount, 1);
      const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
      const row = listed(caseNo, applicant);

      // Both look at their screens before anything happens: what changes, changes by itself.
      const { page: hall } = await open(LARGE);
      await comeIn(hall, clerkAccount, '/front/reroutes', 1);
      const refusals = hall.getByRole('list', { name: '拒签退回' });
      await refusals.getByRole('listitem').first().waitFor();
      const waiting = refusals
        .getByRole('listitem')
        .filter({ hasText: row.title })
        .filter({ hasText: caseNo.slice(14, 20) });
      const { page: right } = await open();
      await comeIn(right, await accountFor('审批人员', '市场监管局'), '/back/desk?tab=pool');
      await openTab(right, '部门池');

      const { page: wrong } = await open();
      await comeIn(wrong, await accountFor('审批人员', '卫生健康局'), '/back/desk?tab=pool');
      await openTab(wrong, '部门池');
      await claim(wrong, row);
      await wrong.keyboard.press('f');
      const panel = wrong.getByRole('region', { name: '拒签：不是本部门的，退大厅改派' });
      await panel.getByLabel('拒签理由').fill(REASON);
      await wrong.keyboard.press('Control+Enter');
      await wrong.getByText(/^已拒签，退大厅改派/).waitFor();
      const before = (await clerk.api.listReroutes()).items.find((task) => task.caseNo === caseNo);

      await waiting.click();
      await hall.getByText(REASON, { exact: true }).waitFor();
      await picture(hall, 'wrong-department-hall');
      await choose(hall, hall.getByRole('combobox', { name: '改派给' }), '市场监管局');
      await hall.getByLabel('说明').fill('请一并核查。');
      await hall.keyboard.press('Control+Enter');
      await hall
        .getByRole('status')
        .getByText(/^已改派给市场监管局/)
        .waitFor();
      await waiting.waitFor({ state: 'detached' });

      await queueRow(right, row).click();
      await right.getByRole('list', { name: '经过' }).getByText('请一并核查。', { exact: false }).waitFor();
      await picture(right, 'wrong-department-there');
      const { items } = await (
        await enter(await accountFor('审批人员', '市场监管局'))
      ).api.listTasks({ query: { tab: 'pool', q: caseNo } });
      expect(items.map(({ stepName, clocks }) => [stepName, clocks.step])).toEqual([['卫生审查', before?.clocks.step]]);
      expect((await clerk.api.getCase({ params: { id: accepted.id } })).status).toBe('accepted');
    },
  );
});
