import type { Page } from 'playwright-core';

/** A name in a few quick strokes, as shares of the pad. */
const STROKES = [
  [
    [0.14, 0.4],
    [0.24, 0.36],
    [0.33, 0.33],
  ],
  [
    [0.24, 0.24],
    [0.23, 0.45],
    [0.15, 0.66],
  ],
  [
    [0.24, 0.44],
    [0.29, 0.55],
    [0.35, 0.62],
  ],
  [
    [0.43, 0.32],
    [0.48, 0.37],
  ],
  [
    [0.41, 0.47],
    [0.53, 0.43],
    [0.47, 0.6],
    [0.42, 0.71],
    [0.57, 0.67],
  ],
  [
    [0.65, 0.29],
    [0.64, 0.5],
    [0.66, 0.74],
  ],
  [
    [0.59, 0.42],
    [0.74, 0.36],
    [0.86, 0.34],
    [0.8, 0.53],
    [0.71, 0.7],
    [0.84, 0.66],
    [0.92, 0.58],
  ],
] as const;

/** The collector signs on the pad with the mouse, as with a pen. */
export async function sign(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: /^取件人签名/ }).boundingBox();
  if (!box) throw new Error('There is no pad to sign on');
  const { x, y, width, height } = box;
  for (const [[fromX, fromY], ...rest] of STROKES) {
    await page.mouse.move(x + width * fromX, y + height * fromY);
    await page.mouse.down();
    for (const [toX, toY] of rest) await page.mouse.move(x + width * toX, y + height * toY, { steps: 5 });
    await page.mouse.up();
  }
  await page.getByRole('img', { name: '取件人签名：已签' }).waitFor();
}

/** Finds a result by its number, checks the collector against the card and lets them sign. */
export async function identifyCollector(page: Page, code: string, collector: { name: string; identityNumber: string }): Promise<void> {
  const field = page.getByLabel('扫码，或输编号、证件号');
  await field.fill(code);
  await field.press('Enter');
  await page.getByRole('region', { name: '结果', exact: true }).getByText('可出件', { exact: true }).first().waitFor();
  const form = page.getByRole('form', { name: '取件人' });
  await form.getByLabel('姓名').fill(collector.name);
  await form.getByLabel('证件号').fill(collector.identityNumber);
  await form.getByText('校验通过').waitFor();
  await form.getByRole('button', { name: '人证一致' }).click();
  await sign(page);
}
