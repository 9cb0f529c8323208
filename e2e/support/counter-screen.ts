import type { Locator, Page } from 'playwright-core';
import { samplePdf } from '@onewindow/contracts';
import type { MadeUpPerson } from './made-up-people.js';

/** A file as the dialogue gives it. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A small real PDF. */
export function pdfNamed(name: string, size = 20_000): GivenFile {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(samplePdf(size)) };
}

/** Finds an item as clerks do and opens a draft for it. @returns the case's id, from the address */
export async function openItem(page: Page, question: string, name: string): Promise<string> {
  const field = page.getByRole('combobox', { name: '找事项' });
  await field.fill(question);
  await page.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor();
  await field.press('Enter');
  await page.waitForURL(/\/front\/counter\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return page.url().split('/').at(-1) ?? '';
}

/** Enters a natural person: the number first. */
export async function enterApplicant(page: Page, person: MadeUpPerson): Promise<void> {
  const form = page.getByRole('form', { name: '申请人' });
  // The item's name stands before its form does; only then is it known whether there is a choice of kinds.
  await form.waitFor();
  const kind = form.getByRole('radio', { name: '自然人' });
  if ((await kind.count()) > 0) await kind.click();
  await form.getByLabel('身份证号码').fill(person.identityNumber);
  await form.getByText('校验通过，首次来办').waitFor();
  await form.getByLabel('姓名').fill(person.name);
  await form.getByLabel('手机').fill(person.phone);
  await form.getByLabel('地址').fill(person.address);
}

/** Chooses in a select by its words. */
export async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

/** One line of the checklist. */
export function materialRow(page: Page, name: string): Locator {
  return page.getByRole('region', { name: '材料', exact: true }).getByRole('listitem').filter({ hasText: name });
}

/** Opens a material, gives it a file and judges it as qualified. */
export async function takePaper(page: Page, name: string, file: GivenFile = pdfNamed(`${name}.pdf`)): Promise<void> {
  const row = materialRow(page, name);
  const papers = page.getByRole('region', { name: '看件' });
  await row.click();
  await papers.getByRole('heading', { name }).waitFor();
  await papers.locator('input[type=file]').setInputFiles(file);
  await row.getByText('待核').waitFor();
  await row.getByRole('button', { name: '合格' }).click();
  await row.locator('.ow-verdict').getByText('合格').waitFor();
}

/** What the bar says is missing. */
export function missing(page: Page): Locator {
  return page.getByRole('status', { name: '缺项' });
}

/** The next step of the case on its button, once it takes a press: it came up by itself and lets a second quick one pass. */
export function nextStep(page: Page, label: string): Locator {
  return page.getByRole('button', { name: label }).and(page.locator(':not([aria-busy])'));
}
