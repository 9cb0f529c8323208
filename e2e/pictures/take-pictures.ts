import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { sampleIdentity, samplePdf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { comeIn } from '../support/come-in.js';
import { materialRow, missing } from '../support/counter-screen.js';
import { rowOf, rowsOf } from '../support/database.js';
import { settled } from '../support/inspection.js';
import { sign } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';

const FOLDER = join(import.meta.dirname, '../../docs/images');
const MOST_BYTES = 300_000;
const fileOf = (name: string) => join(FOLDER, `${name}.png`);

withBrowser();

/** Takes the picture as the README shows it; too large a one would burden everybody who reads the README. */
async function take(page: Page, name: string): Promise<void> {
  await settled(page);
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: fileOf(name), animations: 'disabled', caret: 'hide' });
  expect(statSync(fileOf(name)).size).toBeLessThan(MOST_BYTES);
}

/** The hour of the pictures is one at which halls are open, whenever they are taken. */
async function atMidMorning(page: Page): Promise<void> {
  await page.clock.setSystemTime(new Date(`${shanghaiToday(new Date())}T10:42:00+08:00`));
}

/** The first page of a paper is drawn. */
const drawn = (page: Page, file: RegExp) => page.getByRole('img', { name: file }).first().waitFor();

describe('pictures of the real screens', () => {
  journey('the counter with an application that can be accepted', async (open) => {
    const account = await accountFor('窗口人员', '区政务服务大厅');
    const { api } = await enter(account, 3);
    const { id } = await rowOf<{ id: string }>("SELECT id FROM cases WHERE status = 'draft' AND title = '蓝湾游泳馆有限公司'");
    const draft = await api.getCase({ params: { id } });
    for (const { code, name } of draft.materials.filter(({ verdict, required }) => required && verdict === 'missing'))
      await api.addMaterialFile(
        { params: { id, code }, query: { verdict: 'qualified' } },
        { file: new Blob([samplePdf(2_000)], { type: 'application/pdf' }), fileName: `${name}.pdf` },
      );
    const { page } = await open();
    await atMidMorning(page);
    await rowsOf(
      "UPDATE cases SET created_at = $2::timestamptz - interval '22 minutes', draft_saved_at = $2::timestamptz - interval '4 seconds' WHERE id = $1",
      [id, `${shanghaiToday(new Date())}T10:42:00+08:00`],
    );
    await comeIn(page, account, `/front/counter/${id}`, 3);
    await materialRow(page, '场所方位、平面、设施图').click();
    await missing(page).getByText('可以受理').waitFor();
    await drawn(page, /第 1 页/);
    await page.getByText(/^(正在保存|有改动)/).waitFor({ state: 'hidden' });
    await take(page, 'counter');
  });

  journey('a desk with drawing, points and opinion', async (open) => {
    const { page } = await open();
    await atMidMorning(page);
    await comeIn(page, await accountFor('审批人员', '规划和自然资源局'), '/back/desk');
    await page.getByRole('textbox', { name: '审查意见' }).waitFor();
    await page.getByRole('button', { name: /设计方案图/ }).click();
    await drawn(page, /第 1 页/);
    await take(page, 'desk');
  });

  journey('supervision with the preview of a reassignment', async (open) => {
    const { page } = await open();
    await atMidMorning(page);
    await comeIn(page, await accountFor('督查员'), '/back/supervision');
    await page.getByRole('list', { name: '停滞办件' }).getByRole('listitem').first().waitFor();
    await page.keyboard.press('Control+a');
    await page.getByText(/^已选 \d+$/).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: /^理由/ }).fill('停滞 3 个工作日以上，按负荷平均分给在岗人员');
    await page
      .getByRole('group', { name: /：现有 \d+ 件，改派后/ })
      .first()
      .waitFor();
    await take(page, 'supervision');
  });

  journey('the issue window', async (open) => {
    const { page } = await open();
    await atMidMorning(page);
    await comeIn(page, await accountFor('区政务服务大厅出件'), '/front/issue', 9);
    await page.getByRole('region', { name: '待出件' }).getByRole('listitem').first().getByRole('button').click();
    await drawn(page, /第 1 页/);
    await page.getByLabel('姓名').fill('郑杰文');
    await page.getByLabel('证件号', { exact: false }).last().fill(sampleIdentity(123_456));
    await page.getByRole('button', { name: '人证一致' }).click();
    await sign(page);
    await take(page, 'issue-window');
  });

  journey('the three of the README in one', async (open) => {
    const { page } = await open({ width: 900, height: 800 });
    const figure = (name: string, words: string) =>
      `<figure><img src="data:image/png;base64,${readFileSync(fileOf(name)).toString('base64')}" alt=""><figcaption>${words}</figcaption></figure>`;
    await page.setContent(`<!doctype html><html lang="zh-CN"><style>
      body { margin: 0; padding: 16px; background: #eef0f3; font: 14px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #151a21; }
      main { display: grid; gap: 14px; grid-template-columns: 1fr 1fr; }
      figure { margin: 0; } figure:first-child { grid-column: 1 / 3; }
      img { display: block; width: 100%; border: 1px solid #8a94a3; border-radius: 4px; }
      figcaption { margin-top: 6px; color: #434c5a; }
    </style><main>${figure('counter', '受理台：申请人、材料、表单和原件在一屏')}${figure('desk', '待办：最急在前，意见写在图纸旁边')}${figure('supervision', '督查台：停滞的件改派前先看各人负荷')}</main></html>`);
    await page.screenshot({ path: fileOf('overview'), fullPage: true });
    expect(statSync(fileOf('overview')).size).toBeLessThan(MOST_BYTES);
  });
});
