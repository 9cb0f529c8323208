import { describe, expect } from '@jest/globals';
import { addCalendarDays, shanghaiDateOf } from '@onewindow/domain';
import { accountFor, colleague, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { completeDraft, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { choose, missing, pdfNamed } from '../support/counter-screen.js';
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

  journey('what an officer asked for is brought to another hall by its number, and the officer hears of it', async (open) => {
    const district = await enter(await accountFor('窗口人员', '区政务服务大厅'), 3);
    const { draft, version } = await completeDraft(district, await itemNamed(district, '公共场所卫生许可'));
    const accepted = await district.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    const no = accepted.caseNo ?? '';
    const officer = await enter(await accountFor('审批人员', '卫生健康局'));
    const task = await claimed(officer, no);
    const { choices } = await officer.api.taskCorrections({ params: { id: task.id } });
    const paper = choices.find(({ kind }) => kind === 'material');
    await officer.api.requestCorrections({
      params: { id: task.id },
      body: {
        expectedVersion: task.version,
        dueOn: addCalendarDays(shanghaiDateOf(new Date()), 10),
        points: [{ kind: 'material', key: paper?.key ?? '', reason: '缺签名' }],
      },
    });

    const { page } = await open();
    await comeIn(page, await accountFor('窗口人员', '望湖街道'), '/front/cases', 1);
    const field = page.getByRole('textbox', { name: '编号、证件号、手机号或姓名' });
    await field.fill(no);
    await field.press('Enter');
    // The story of another hall's case is here too, not only its first sheet.
    await page.getByText('区政务服务大厅 3 号窗口').first().waitFor();
    await page.getByRole('button', { name: /^收审查补正/ }).waitFor();
    await picture(page, 'any-hall-looked-up');
    await page.keyboard.press('Alt+M');
    await page.getByText('区政务服务大厅受理').waitFor();
    const asked = page.getByRole('list', { name: '审查补正' });
    await asked.locator('input[type=file]').setInputFiles(pdfNamed('补正.pdf'));
    // The file's arrival is the paper's: pressed at once, the command waits for it.
    await page.getByRole('button', { name: /^收补正 1 项/ }).click();
    await page.getByText('审查补正收齐，已告知审查人员。', { exact: false }).waitFor();
    await page.getByText('这件没有等的材料。').waitFor();
    await picture(page, 'any-hall-brought');
    const { items } = await officer.api.myNotifications();
    expect(items[0]?.words).toContain('补正收齐');
    expect((await district.api.listCorrections()).items.filter(({ caseId }) => caseId === draft.id)).toEqual([]);
  });
});
