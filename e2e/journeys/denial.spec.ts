import { describe, expect } from '@jest/globals';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { claim, listed, openTab } from '../support/desk-screen.js';
import { identifyCollector } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { reviewed } from '../support/review-over-api.js';
import { keptOnDisk } from '../support/vault.js';

const REASON = '经现场核查，消毒间与更衣室未分开，不符合《公共场所卫生管理条例实施细则》第十一条。';

withBrowser();

describe('a denial', () => {
  journey('wants its reason first, is served like a result and handed over at the window', async (open) => {
    const clerkAccount = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(clerkAccount, 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
    await reviewed(await enter(await accountFor('审批人员', '卫生健康局')), caseNo);

    const { page: chief } = await open();
    await comeIn(chief, await accountFor('首席代表', '卫生健康局'), '/back/desk?tab=pool');
    await openTab(chief, '部门池');
    await claim(chief, listed(caseNo, applicant));

    // One key opens the reason; without one nothing goes out.
    await chief.getByRole('button', { name: '不予' }).waitFor();
    await chief.keyboard.press('d');
    const panel = chief.getByRole('region', { name: '不予许可，理由写进决定书' });
    await panel.waitFor();
    await chief.keyboard.press('Control+Enter');
    await panel.getByRole('alert').getByText('写不予理由。').waitFor();
    expect(await clerk.api.getCase({ params: { id: accepted.id } })).toMatchObject({ status: 'accepted', decision: null });
    await picture(chief, 'denial-reason');

    // The panel left by mistake, or the page: the reason stands there again.
    await panel.getByLabel('不予理由').fill(REASON);
    await keptOnDisk(chief, 'words:', REASON);
    await chief.keyboard.press('Escape');
    await chief.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await chief.reload();
    await chief.getByRole('button', { name: '不予' }).waitFor();
    await chief.keyboard.press('d');
    expect(await panel.getByLabel('不予理由').inputValue()).toBe(REASON);
    // A point that did not reach the server keeps the decision back: it would lie on the record without it.
    await chief.keyboard.press('Escape');
    await chief.keyboard.press('Escape');
    await chief.route('**/api/tasks/*/opinion', (route) => route.abort());
    await chief.getByRole('list', { name: '审查要点' }).getByRole('checkbox').first().check();
    await chief.keyboard.press('d');
    await chief.keyboard.press('Control+Enter');
    await chief.getByRole('alert').getByText('网络中断', { exact: false }).waitFor();
    expect(await clerk.api.getCase({ params: { id: accepted.id } })).toMatchObject({ status: 'accepted', decision: null });
    await picture(chief, 'denial-points-not-saved');
    await chief.unroute('**/api/tasks/*/opinion');
    await chief.keyboard.press('Control+Enter');
    await chief.getByText(/^已不予许可 /).waitFor();
    const decided = await clerk.api.getCase({ params: { id: accepted.id } });
    expect(decided).toMatchObject({ status: 'ready', decision: 'deny', decisionReason: REASON });
    expect(decided.result).toMatchObject({ denial: true });

    const { page: window } = await open();
    await comeIn(window, clerkAccount, '/front/issue', 9);
    await identifyCollector(window, caseNo, applicant);
    const name = decided.result?.name ?? '';
    await window
      .getByRole('region', { name: '结果预览' })
      .getByRole('img', { name: `${name}.pdf 第 1 页` })
      .waitFor();
    await picture(window, 'denial-window');
    await window.keyboard.press('Control+Enter');
    await window.getByText(`已交付 1 件：${name}`).waitFor();

    await window.goto(`/front/cases/${accepted.id}`);
    await window.getByText(`理由：${REASON}`).waitFor();
    await window.getByRole('list', { name: '办件经过' }).getByText(`决定不予许可：${REASON}`).waitFor();
    await picture(window, 'denial-story');
    expect(await clerk.api.getCase({ params: { id: accepted.id } })).toMatchObject({
      status: 'concluded',
      decision: 'deny',
      result: { denial: true, pickup: { collectorName: applicant.name } },
    });
  });
});
