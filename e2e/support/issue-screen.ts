import type { Page } from 'playwright-core';

/** The collector signs on the pad with the mouse, as with a pen. */
export async function sign(page: Page): Promise<void> {
  const box = await page.getByRole('img', { name: /^取件人签名/ }).boundingBox();
  if (!box) throw new Error('There is no pad to sign on');
  const { x, y, width, height } = box;
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.35, y + height * 0.3, { steps: 6 });
  await page.mouse.move(x + width * 0.5, y + height * 0.7, { steps: 6 });
  await page.mouse.move(x + width * 0.75, y + height * 0.4, { steps: 6 });
  await page.mouse.up();
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
