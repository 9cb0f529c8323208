import { expect } from '@jest/globals';
import { maskPersonName } from '@onewindow/domain';
import type { Locator, Page } from 'playwright-core';

/** A case as lists name it: serials begin anew every day, so that only title and serial together are its own. */
export interface Listed {
  caseNo: string;
  title: string;
}

/** A natural person's case: lists mask the name. */
export function listed(caseNo: string, applicant: { name: string }): Listed {
  return { caseNo, title: maskPersonName(applicant.name) };
}

/** A row of 待办. */
export function queueRow(page: Page, { caseNo, title }: Listed): Locator {
  return page
    .getByRole('list', { name: /^待办：/ })
    .getByRole('listitem')
    .filter({ hasText: caseNo.slice(14, 20) })
    .filter({ hasText: title });
}

/** Opens one of the three tabs of the queue. */
export async function openTab(page: Page, tab: '我的' | '部门池' | '征求意见'): Promise<void> {
  await page.getByRole('navigation', { name: '待办分栏' }).getByRole('button', { name: tab }).click();
  await page.getByRole('list', { name: `待办：${tab}` }).waitFor({ state: 'attached' });
}

/**
 * Narrows the queue by what stands on its rows: number, title, item. In a hall with hundreds of tasks the newest is not on
 * the first page, and of a long list only what is near the screen is drawn.
 */
export async function searchQueue(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: /^筛选：/ }).fill(words);
  await page.waitForURL((address) => address.searchParams.get('q') === words);
}

/** Opens a row and waits until its case is beside it. */
export async function openRow(page: Page, row: Listed): Promise<void> {
  await queueRow(page, row).click();
  await page.getByText(`${groupedNo(row.caseNo)}，`).waitFor();
}

/** Claims the open task of the pool with the main key and waits until it is on the own desk. */
export async function claim(page: Page, row: Listed): Promise<void> {
  await openRow(page, row);
  await mainReady(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^已签收 /).waitFor();
  // The desk has read the task anew: the main key now does what comes next.
  await page.getByRole('button', { name: '签收本件' }).waitFor({ state: 'detached' });
  await mainReady(page);
}

/** Waits until the main key takes a press: what has just come up by itself lets a second quick one pass. */
export async function mainReady(page: Page): Promise<void> {
  const main = page.getByRole('button', { name: /Ctrl\+Enter$/ });
  await main.and(page.locator(':not([aria-busy])')).first().waitFor();
}

/** 6 8 6 1, as screens group a case's number. */
export function groupedNo(caseNo: string): string {
  return caseNo.replace(/^(.{6})(.{8})(.{6})(.)$/, '$1 $2 $3 $4');
}

/** Ticks every open review point with 空格, the focus being outside of inputs. */
export async function tickAllPoints(page: Page): Promise<void> {
  const points = page.getByRole('list', { name: '审查要点' }).getByRole('listitem');
  await points.first().waitFor();
  const count = await points.count();
  // The points can be ticked once the task is one's own.
  await page.getByRole('textbox', { name: '审查意见' }).waitFor();
  for (let ticked = 1; ticked <= count; ticked += 1) {
    await page.keyboard.press('Space');
    await page.getByText(`已核 ${ticked}/${count}：符合 ${ticked}`).waitFor();
  }
  expect(count).toBeGreaterThan(0);
}
