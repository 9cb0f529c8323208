import { pinyin } from 'pinyin-pro';
import type { Page } from 'playwright-core';

/** A fast typist: a scanner is faster than this, and the screens tell them apart by it. */
const BETWEEN_KEYS_MS = 45;

/** A person who uses nothing but the keyboard; counts every key. */
export class Keyboard {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.page.keyboard.press(key, { delay: BETWEEN_KEYS_MS });
    }
  }

  /** Types a text. A Chinese character counts as its pinyin and the key that chooses it. */
  async type(text: string): Promise<void> {
    for (const character of text)
      this.pressed += /\p{Script=Han}/u.test(character) ? pinyin(character, { toneType: 'none' }).length + 1 : 1;
    await this.page.keyboard.type(text, { delay: BETWEEN_KEYS_MS });
  }
}

/** Nothing has the focus but the list whose row shows where the keys act: never nowhere, after whatever was closed. */
export async function keyboardIsHome(page: Page): Promise<void> {
  await page.locator('[data-ow-home]:focus').waitFor();
}
