import type { Page } from 'playwright-core';
import { accessibilityFaults, LARGE, picture, SMALL } from './browser.js';

/** An identity number with its day of birth, or a mobile number; neither is part of a longer run of digits. */
const PERSONAL = /(?<!\d)(?:[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]|1[3-9]\d{9})(?!\d)/g;

/** Waits until what is being fetched is there: no skeleton, no page half drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('.ow-skeleton, .ow-sheet-loading').length === 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/**
 * What of the layout is wrong: a page that scrolls as a whole, a body wider than the window, words that end where their pane does without
 * the … that says so, and a button in the browser's own dress, because its style sheet was never fetched.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollHeight > window.innerHeight) faults.push(`the page scrolls: ${root.scrollHeight} > ${window.innerHeight}`);
    if (document.body.scrollWidth > window.innerWidth) faults.push(`the body is wider than the window: ${document.body.scrollWidth}`);
    for (const button of document.querySelectorAll('button')) {
      const { borderStyle, clipPath } = getComputedStyle(button);
      // Hidden for the eyes, a button is there for Enter alone.
      if (borderStyle === 'outset' && clipPath === 'none') faults.push(`“${button.innerText.slice(0, 30)}” has no style`);
    }
    const cuts = (element: Element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent?.trim();
      if (!words || !text.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { right, left, width } = range.getBoundingClientRect();
      if (width === 0) continue;
      let clips = true;
      for (let element: Element | null = text.parentElement; element && clips; element = element.parentElement) {
        const style = getComputedStyle(element);
        // Hidden for the eyes on purpose, shortened with …, or to be scrolled to.
        if (style.clipPath !== 'none' || style.textOverflow === 'ellipsis' || ['auto', 'scroll'].includes(style.overflowX)) clips = false;
        else if (cuts(element)) {
          const box = element.getBoundingClientRect();
          if (right > box.right + 1 || left < box.left - 1) {
            faults.push(`“${words.slice(0, 30)}” is cut by <${element.tagName.toLowerCase()} class="${element.className}">`);
            clips = false;
          }
        }
      }
    }
    return faults;
  });
}

/**
 * What nobody may see without asking for it (R10.2): numbers of persons and of their telephones that stand there in full, and a window
 * without a name. What is being typed stands in fields, which are not text.
 */
export async function namingFaults(page: Page): Promise<string[]> {
  const faults = (await page.title()) === '' ? ['no title'] : [];
  const text = await page.evaluate(() => document.body.innerText);
  for (const [number] of text.matchAll(PERSONAL)) faults.push(`an unmasked number: ${number.slice(0, 3)}…`);
  return faults;
}

/** How to look at a state: its sizes, and whether in large type as well. */
export interface Look {
  large?: boolean;
  /** Where parts come and go with the size: read by axe in every size. */
  wide?: boolean;
  /** A screen for phones keeps its own size and may scroll. */
  phone?: boolean;
}

/** Pictures of every state are for people who look at the design, not for the test: LOOK=1 keeps them. */
async function keep(page: Page, name: string): Promise<void> {
  if (process.env.LOOK) await picture(page, `look ${name}`);
}

/** Looks at the page as it stands in both sizes of screen, and reads it with axe. */
export async function inspect(page: Page, name: string, { large = false, wide = false, phone = false }: Look = {}): Promise<string[]> {
  const faults: string[] = [];
  const note = (size: string, found: string[]) => faults.push(...found.map((fault) => `${name} (${size}): ${fault}`));
  if (!phone) {
    await page.setViewportSize(LARGE);
    await settled(page);
    note('1920', await layoutFaults(page));
    if (wide) note('1920, axe', await accessibilityFaults(page));
    await keep(page, `${name} 1920`);
    await page.setViewportSize(SMALL);
  }
  await settled(page);
  note('words', await namingFaults(page));
  if (!phone) note('1366', await layoutFaults(page));
  note('axe', await accessibilityFaults(page));
  await keep(page, `${name} ${phone ? 'phone' : '1366'}`);
  if (large) {
    await page.keyboard.press('Alt+0');
    await page.locator('html[data-ow-size="large"]').waitFor({ state: 'attached' });
    await settled(page);
    note('large type', await layoutFaults(page));
    note('large type, axe', await accessibilityFaults(page));
    await keep(page, `${name} large`);
    await page.keyboard.press('Alt+0');
  }
  return faults;
}
