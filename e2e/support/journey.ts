import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Desk, launch, openDesk, picture, SMALL } from './browser.js';

/** Opens another browser profile for the journey: another person, or another machine. */
export type OpenDesk = (size?: { width: number; height: number }) => Promise<Desk>;

let browser: Browser | null = null;

/** One browser for all journeys of a file. */
export function withBrowser(flags: readonly string[] = []): void {
  beforeAll(async () => {
    browser = await launch(flags);
  });
  afterAll(() => browser?.close());
}

/**
 * A journey through the screens. When it fails, what everybody saw then is kept as pictures; when it does not, no page may have complained.
 * @param run opens its own profiles; they are closed at the end
 */
export function journey(name: string, run: (open: OpenDesk) => Promise<void>): void {
  it(name, async () => {
    const desks: Desk[] = [];
    const open: OpenDesk = async (size = SMALL) => {
      if (!browser) throw new Error('withBrowser() opens the browser of this file');
      const desk = await openDesk(browser, size);
      desks.push(desk);
      return desk;
    };
    try {
      await run(open);
      expect(desks.flatMap(({ complaints }) => complaints)).toEqual([]);
    } catch (error) {
      for (const [at, { page }] of desks.entries()) await picture(page, `failed ${name} ${at + 1}`).catch(() => undefined);
      throw error;
    } finally {
      for (const { context } of desks) await context.close();
    }
  });
}
