import { describe, expect } from '@jest/globals';
import { accountFor, enter } from '../support/accounts.js';
import { LARGE, picture } from '../support/browser.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { claim, listed, openTab } from '../support/desk-screen.js';
import { Findings } from '../support/findings.js';
import { journey, withBrowser } from '../support/journey.js';

const QUESTION = '泳池加热设备是否属于特种设备，有无使用登记';
const ANSWER = '同意，附条件：锅炉须取得使用登记后投用。';

withBrowser();

describe('another department', () => {
  journey('is asked from the desk, answers in one step from its list, and the asker sees it at once (R5.2)', async (open) => {
    const found = new Findings();
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const { accepted, caseNo, applicant } = await acceptedCase(clerk, await itemNamed(clerk, '公共场所卫生许可'));
    const row = listed(caseNo, applicant);

    // The consulted department looks at its list before anything is asked.
    const { page: there } = await open(LARGE);
    await comeIn(there, await accountFor('审批人员', '市场监管局'), '/back/consultations');
    const asked = there
      .getByRole('list', { name: '征求意见' })
      .getByRole('listitem')
      .filter({ hasText: row.title })
      .filter({ hasText: QUESTION });

    const { page: here } = await open();
    await comeIn(here, await accountFor('审批人员', '卫生健康局'), '/back/desk?tab=pool');
    await openTab(here, '部门池');
    await claim(here, row);
    await here.keyboard.press('h');
    const panel = here.getByRole('region', { name: '协办' });
    await panel.getByRole('checkbox', { name: '市场监管局' }).check();
    await found.look(here, 'desk consult', { wide: true });
    // Nothing is sent without a question.
    await here.keyboard.press('Control+Enter');
    await panel.getByText('写问题。').waitFor();
    await panel.getByLabel('问题').fill(QUESTION);
    await here.keyboard.press('Control+Enter');
    await here.getByText(`已向 1 个部门征求意见：${row.title}。`).waitFor();
    const lane = here.getByRole('list', { name: '办理路线' }).getByText('市场监管局', { exact: true }).locator('..');
    await lane.waitFor();
    await here.getByText('协办还有 1 个部门没有答复', { exact: false }).first().waitFor();

    await asked.click();
    await there
      .getByText(/期满视为无意见/)
      .first()
      .waitFor();
    await there.getByRole('textbox', { name: '意见', exact: true }).waitFor();
    await found.look(there, 'consultations', { large: true });
    await there.keyboard.press('t');
    await there.getByRole('button', { name: /^有条件同意/, pressed: true }).waitFor();
    await there.getByRole('textbox', { name: '意见', exact: true }).fill(ANSWER);
    await picture(there, 'consultation-answer');
    await there.keyboard.press('Control+Enter');
    await there.getByRole('status').getByText(`已答复 ${row.title}：有条件同意。`).waitFor();
    await asked.waitFor({ state: 'detached' });

    await lane.getByText('同意，附条件').waitFor();
    await here.getByRole('list', { name: '经过' }).getByText(ANSWER, { exact: false }).waitFor();
    await here.getByText('协办还有 1 个部门没有答复', { exact: false }).waitFor({ state: 'detached' });
    await picture(here, 'consultation-answered');
    const { items } = await clerk.api.getCaseEvents({ params: { id: accepted.id } });
    expect(items.map(({ words }) => words)).toContainEqual(expect.stringContaining(`向市场监管局征求意见`));
    expect(found.all).toEqual([]);
  });
});
