import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { FAKE_CAMERA, picture } from '../support/browser.js';
import { itemNamed } from '../support/case-over-api.js';
import { signInOnPage } from '../support/come-in.js';
import { materialRow, pdfNamed } from '../support/counter-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import type { Person } from '../support/person.js';

withBrowser(FAKE_CAMERA);

const ITEM = '公共场所卫生许可';
const HALL = '区政务服务大厅';
const COUNTER = 1;

interface Returning {
  clerk: Person;
  caseId: string;
}

/** Those of the demonstration who were here before. Once a plan was compared with its original it is no longer of level C. */
const KNOWN = ['临江悦泉沐浴', '瑞和宾馆', '青木美容', '云水瑜伽', '望湖商务酒店', '剪之艺', '江畔民宿', '丽人坊'];

async function draftWithPlan(clerk: Person, itemVersionId: string) {
  for (const q of KNOWN) {
    const { items } = await clerk.api.searchCases({ query: { q } });
    const known = items[0] && (await clerk.api.getCase({ params: { id: items[0].id } })).applicant;
    if (!known) continue;
    const draft = await clerk.api.openDraft({
      body: {
        itemVersionId,
        applicant: { kind: 'legal', name: known.name, identityType: 'creditCode', identityNumber: known.identityMasked },
        answers: { centralAir: true },
        duplicateReason: '另一处经营场所',
      },
    });
    const { items: offered } = await clerk.api.lookUpReusable({ params: { id: draft.id } });
    const rules = offered.filter(({ fits }) => fits.length > 0).map(({ rule }) => rule);
    if (rules.includes('direct') && rules.includes('checkOriginal')) return draft;
    await clerk.api.discardDraft({ params: { id: draft.id } });
  }
  throw new Error('the demonstration has no returning applicant');
}

/** A new draft for somebody of the demonstration who was here before, opened by a clerk's own hand. */
async function returning(page: Page): Promise<Returning> {
  const account = await accountFor('窗口人员', HALL);
  const clerk = await enter(account, COUNTER);
  const draft = await draftWithPlan(clerk, (await itemNamed(clerk, ITEM)).versionId);
  await signInOnPage(page, '/front/', account, `${HALL} ${COUNTER} 号`);
  await page.goto(`/front/counter/${draft.id}`);
  await offers(page).getByText('卫生管理制度').waitFor();
  return { clerk, caseId: draft.id };
}

const offers = (page: Page) => page.getByRole('region', { name: '可复用材料' });
const papers = (page: Page) => page.getByRole('region', { name: '看件' });
const verdictOf = (page: Page, name: string, verdict: string) =>
  materialRow(page, name).locator('.ow-verdict').getByText(verdict).waitFor();

describe('a returning applicant', () => {
  journey('has what was handed in before used again by keys: all at once, and the original seen for the rest', async (open) => {
    const { page } = await open();
    const { clerk, caseId } = await returning(page);
    await page.keyboard.press('F6');
    await verdictOf(page, '负责人身份证明', '复用');
    await verdictOf(page, '卫生管理制度', '复用');
    await offers(page).getByText('已过期，不能用').waitFor();

    await page.keyboard.press('3');
    await papers(page).getByRole('heading', { name: '场所方位、平面、设施图' }).waitFor();
    await page.keyboard.press('u');
    const assurance = offers(page).getByRole('form', { name: '场所平面布局图复用前确认' });
    await assurance.getByRole('button', { name: '复用' }).and(page.locator(':disabled')).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await verdictOf(page, '场所方位、平面、设施图', '复用');
    await papers(page).getByText('复用件，看和打印都带水印').waitFor();
    await picture(page, 'materials-reused');
    const reused = (await clerk.api.getCase({ params: { id: caseId } })).materials.filter(({ verdict }) => verdict === 'reused');
    expect(reused.map(({ code, trustLevel }) => [code, trustLevel])).toEqual([
      ['identity', 'A'],
      ['drawing', 'B'],
      ['rules', 'B'],
    ]);

    await page.keyboard.press('u');
    await verdictOf(page, '场所方位、平面、设施图', '未交');
    await clerk.api.discardDraft({ params: { id: caseId } });
  });
});

describe('the camera', () => {
  journey('takes pages into one document: taken, turned, moved, thrown away, handed in', async (open) => {
    const { page } = await open();
    const { clerk, caseId } = await returning(page);
    await page.keyboard.press('1');
    await papers(page).getByRole('heading', { name: '公共场所卫生许可申请表' }).waitFor();
    await page.keyboard.press('Space');
    const capture = page.getByRole('region', { name: '拍摄' });
    await capture.getByText('高拍仪·已连接').waitFor();
    for (const count of [1, 2, 3]) {
      await page.keyboard.press('Space');
      await capture.getByText(`已拍 ${count} 页`).waitFor();
    }
    // They stay with the paper for which they were taken, whatever row is chosen.
    await materialRow(page, '卫生管理制度').click();
    await capture.getByRole('heading', { name: '公共场所卫生许可申请表' }).waitFor();
    await capture.getByText('已拍 3 页').waitFor();
    await materialRow(page, '公共场所卫生许可申请表').click();
    // Pages lie in this pane alone: Esc asks first.
    await page.keyboard.press('Escape');
    await capture.getByRole('alert').getByText('拍的 3 页还没有收进材料').waitFor();
    await page.keyboard.press('ArrowLeft');
    const shown = capture.getByRole('img', { name: '第 3 页', exact: true });
    const address = await shown.getAttribute('src');
    await page.keyboard.press('r');
    await capture.locator(`img[alt="第 3 页"]:not([src="${address ?? ''}"])`).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await capture.getByText('2/3').waitFor();
    await page.keyboard.press('Delete');
    await capture.getByText('2/2').waitFor();
    await picture(page, 'materials-capture');
    await page.keyboard.press('Enter');
    await verdictOf(page, '公共场所卫生许可申请表', '待核');
    const material = (await clerk.api.getCase({ params: { id: caseId } })).materials.find(({ code }) => code === 'application');
    expect(material?.files).toEqual([expect.objectContaining({ name: '公共场所卫生许可申请表.pdf', mediaType: 'application/pdf' })]);
    await papers(page).getByText('1/2').waitFor();
    await clerk.api.discardDraft({ params: { id: caseId } });
  });

  journey('that is not there is told in words, and files do as well', async (open) => {
    const { page } = await open();
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    });
    const { clerk, caseId } = await returning(page);
    await page.keyboard.press('1');
    await papers(page).getByRole('heading', { name: '公共场所卫生许可申请表' }).waitFor();
    await page.keyboard.press('Space');
    const capture = page.getByRole('region', { name: '拍摄' });
    await capture.getByText('没有找到摄像头或高拍仪。接好后重试。也可以按 O 选文件。').waitFor();
    await capture.locator('input[type=file]').setInputFiles(pdfNamed('申请表.pdf'));
    await verdictOf(page, '公共场所卫生许可申请表', '待核');
    await clerk.api.discardDraft({ params: { id: caseId } });
  });
});

describe('a large file', () => {
  journey('goes on where the broken line stopped', async (open) => {
    const { page } = await open();
    const { clerk, caseId } = await returning(page);
    let parts = 0;
    await page.route('**/api/uploads/*/parts/*', async (route) => {
      parts += 1;
      if (parts === 2) await route.abort('connectionreset');
      else await route.continue();
    });
    await page.keyboard.press('1');
    await papers(page).locator('input[type=file]').setInputFiles(pdfNamed('图纸.pdf', 3_500_000));
    const row = materialRow(page, '公共场所卫生许可申请表');
    await row.getByRole('button', { name: '续传' }).click();
    await verdictOf(page, '公共场所卫生许可申请表', '待核');
    // The first part was not sent again: four parts, one of them tried twice.
    expect(parts).toBe(5);
    const material = (await clerk.api.getCase({ params: { id: caseId } })).materials.find(({ code }) => code === 'application');
    expect(material?.files).toHaveLength(1);
    await clerk.api.discardDraft({ params: { id: caseId } });
  });
});
