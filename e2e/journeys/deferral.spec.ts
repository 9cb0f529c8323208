import { describe, expect } from '@jest/globals';
import { sampleAnswers, sampleForm, samplePdf } from '@onewindow/contracts';
import ExcelJs from 'exceljs';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { materialRow } from '../support/counter-screen.js';
import { groupedNo } from '../support/desk-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { type MadeUpPerson, madeUpPerson, nextSerial } from '../support/made-up-people.js';

const COUNTER = 3;
const HANDED_IN = ['application', 'identity', 'drawing', 'testReport'];

withBrowser();

/** The credit bureau's file, as a system administrator imports it. */
async function grade({ name, identityNumber }: MadeUpPerson, letter: 'A' | 'B' | 'C'): Promise<void> {
  const book = new ExcelJs.Workbook();
  const page = book.addWorksheet('信用等级');
  page.addRow(['证件类型', '证件号', '姓名或名称', '等级', '评定日期', '评定单位']);
  page.addRow(['身份证', identityNumber, name, letter, '2026-01-05', '临江区信用办']);
  const { api } = await enter(await accountFor('系统管理员'));
  const file = new Blob([await book.xlsx.writeBuffer()]);
  const report = await api.importRows({ params: { kind: 'grades' }, query: { dryRun: 'false' } }, { file, fileName: '信用等级.xlsx' });
  expect(report).toMatchObject({ written: true, errors: [] });
}

describe('容缺', () => {
  journey('counts its quota live, goes by one key, is printed at acceptance and taken in at 跟进', async (open) => {
    const account = await accountFor('窗口人员', '区政务服务大厅');
    const clerk = await enter(account, COUNTER);
    const applicant = madeUpPerson();
    await grade(applicant, 'A');
    const item = await itemNamed(clerk, '公共场所卫生许可');
    const { name, identityNumber, phone, address } = applicant;
    const draft = await clerk.api.openDraft({
      body: {
        itemVersionId: item.versionId,
        applicant: { kind: 'natural', name, identityType: 'idCard', identityNumber, phone, address },
        answers: { ...sampleAnswers(item.definition), centralAir: false, commitment: false },
        form: sampleForm(item.definition, nextSerial()),
      },
    });
    for (const code of HANDED_IN) {
      const file = new Blob([samplePdf(2_000)], { type: 'application/pdf' });
      await clerk.api.addMaterialFile(
        { params: { id: draft.id, code }, query: { verdict: 'qualified' } },
        { file, fileName: `${code}.pdf` },
      );
    }

    const { page } = await open();
    await comeIn(page, account, `/front/counter/${draft.id}`, COUNTER);
    const papers = page.getByRole('region', { name: '材料', exact: true });
    await papers.getByText('容缺 0/1').waitFor();
    await page.getByText('可容缺 30%，5 份取 1').waitFor();
    // What is here already needs no deferral, and its label says so.
    await page.keyboard.press('3');
    await materialRow(page, '场所方位').getByRole('button', { name: '容缺：已合格' }).waitFor();
    await page.keyboard.press('5');
    const rules = materialRow(page, '卫生管理制度');
    await rules.getByRole('button', { name: '容缺', exact: false }).waitFor();
    await page.keyboard.press('d');
    await papers.getByText('容缺 1/1 已用满').waitFor();
    await rules.getByText(/^\d\d-\d\d 前补齐$/).waitFor();
    await page.getByText(/^容缺 1 份，\d\d-\d\d 前补齐/).waitFor();
    await picture(page, 'deferral-counter');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^已受理 /).waitFor();
    const accepted = await clerk.api.getCase({ params: { id: draft.id } });
    expect(accepted.notices.map((one) => one.kind)).toEqual(['acceptance', 'deferral', 'commitment']);
    expect(accepted.materials.find((one) => one.code === 'rules')).toMatchObject({ verdict: 'deferred' });

    await page.goto('/front/follow-up');
    const no = groupedNo(accepted.caseNo ?? '').split(' ');
    // Day and running number: the number alone may be borne by a case of another day.
    const row = page
      .getByRole('listitem')
      .filter({ hasText: no[1] ?? '-' })
      .filter({ hasText: no[2] ?? '-' });
    await row.click();
    await page.getByRole('button', { name: /^补交合格/ }).waitFor();
    await picture(page, 'deferral-follow-up');
    // One key is final: it takes in the paper as it was seen, and no other state of the case.
    const taking = page.waitForRequest('**/deferred/rules/take-in');
    await page.keyboard.press('Control+Enter');
    expect((await taking).postDataJSON()).toEqual({ verdict: 'qualified', expectedVersion: accepted.version });
    await page.getByText('卫生管理制度已补交', { exact: false }).waitFor();
    const taken = await clerk.api.getCase({ params: { id: draft.id } });
    expect(taken.materials.find((one) => one.code === 'rules')).toMatchObject({ verdict: 'qualified', dueOn: null });
  });
});
