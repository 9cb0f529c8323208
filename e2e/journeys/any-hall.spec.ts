import { describe, expect } from '@jest/globals';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { choose, missing } from '../support/counter-screen.js';
import { identifyCollector } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { claimed, reviewed } from '../support/review-over-api.js';

withBrowser();

describe('any hall', () => {
  journey('one street receives, the applicant’s street reviews, the district decides, another hall hands out', async (open) => {
    const lakeAccount = await accountFor('窗口人员', '望湖街道');
    const lake = await enter(lakeAccount, 1);
    const { draft, version, applicant } = await completeDraft(lake, await itemNamed(lake, '高龄津贴'));
    // The street's name is known here, its district is not: nobody's office of this district.
    await lake.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: version, form: { ...draft.form, address: '云山区望湖街道 9 号' } },
    });
    const { page } = await open();
    await comeIn(page, lakeAccount, `/front/counter/${draft.id}`, 1);
    const note = page.getByRole('note', { name: '申请人所在区划' });
    await note.getByText('地址不在本区的区划里，不予受理；确由本区办理的，选街道并写明依据').waitFor();
    await picture(page, 'any-hall-unclear');
    // The bar leads to the choice; without a reason nothing is chosen.
    await missing(page)
      .getByRole('button', { name: /申请人所在区划/ })
      .click();
    await choose(page, note.getByRole('combobox', { name: '申请人所在区划' }), '江滨街道');
    await note.getByLabel('选定区划的依据').fill('户口簿载明在江滨街道');
    await page.keyboard.press('Enter');
    await page.getByText('由临江区民政局办理，资格审核由江滨街道民政办', { exact: false }).waitFor();
    await missing(page).getByText('可以受理').waitFor();
    await picture(page, 'any-hall-clear');
    await page.keyboard.press('Control+Enter');
    await missing(page).getByText('已受理').waitFor();

    // The street of the applicant has it, the street that received it has not.
    const { caseNo } = await lake.api.getCase({ params: { id: draft.id } });
    const no = caseNo ?? '';
    const notTheirs = await enter(await accountFor('望湖街道民政办'));
    expect((await notTheirs.api.listTasks({ query: { tab: 'pool', q: no } })).items).toEqual([]);
    const river = await enter(await colleague('赖志明'));
    await reviewed(river, no);
    const police = await enter(await colleague('段建军'));
    const [question] = (await police.api.listTasks({ query: { tab: 'consultation', q: no } })).items;
    const asked = await police.api.claimTask({ params: { id: question?.id ?? '' } });
    await police.api.completeTask({
      params: { id: asked.id },
      body: { expectedVersion: asked.version, outcome: 'agree', opinion: '户籍在本区。' },
    });
    const chief = await enter(await colleague('白云霞'));
    const decision = await claimed(chief, no);
    const before = await chief.api.getCase({ params: { id: decision.caseId } });
    const decided = await chief.api.decideCase({
      params: { id: draft.id },
      body: { expectedVersion: before.version, decision: 'grant', opinion: '准予发放。' },
    });
    await chief.api.issueResult({ params: { id: draft.id }, body: { expectedVersion: decided.version, place: '望湖街道出件台' } });

    // The applicant comes to the district's hall; the paper lies in the street.
    const districtAccount = await accountFor('窗口人员', '区政务服务大厅');
    const { page: window } = await open();
    await comeIn(window, districtAccount, '/front/issue', 9);
    const results = window.getByRole('region', { name: '结果', exact: true });
    const field = window.getByLabel('扫码，或输编号、证件号');
    await field.fill(no);
    await field.press('Enter');
    await results.getByText('纸质结果在望湖街道便民服务中心。调到本大厅，或请申请人到那里领取').waitFor();
    await results.getByRole('button', { name: '调到本大厅' }).click();
    await results.getByText('纸质结果在望湖街道便民服务中心，已请对方送来').waitFor();
    await picture(window, 'any-hall-called');
    await lake.api.movePaper({ params: { id: draft.id }, body: { move: 'send' } });
    // On the way it is not handed out; once it is here, it is.
    await results.getByText('还没到', { exact: false }).waitFor();
    await results.getByRole('button', { name: '已到本大厅' }).click();
    await results.getByText('可出件', { exact: true }).waitFor();
    await identifyCollector(window, no, applicant);
    await window.keyboard.press('Control+Enter');
    await window.getByText(/^已交付 1 件：/).waitFor();
    await picture(window, 'any-hall-handed-over');
    expect(await lake.api.getCase({ params: { id: draft.id } })).toMatchObject({ status: 'concluded' });
  });
});
