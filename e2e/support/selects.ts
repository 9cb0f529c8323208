import type { Locator } from 'playwright-core';

/** Types into a select and takes the first hit by Enter, as soon as there is one: the choices of a select may still be on their way. */
export async function typeAndTake(select: Locator, words: string): Promise<void> {
  await select.fill(words);
  await select.page().locator('.ant-select-dropdown:visible .ant-select-item-option-active').filter({ hasText: words }).waitFor();
  await select.press('Enter');
}
