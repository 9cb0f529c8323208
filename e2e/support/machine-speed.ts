import type { Page } from 'playwright-core';

/** What the loop takes on the machine for which bounds of processor time are set: a desk computer of these years. */
const REFERENCE_MS = 6.5;
const RUNS = 9;

/**
 * How many times slower than that machine this one is at the moment, by a loop in the page's own thread. What a bound of processor time is
 * multiplied with, so that the same slowing down of the page is found on every machine.
 * @returns 1 or more
 */
export async function slowness(page: Page): Promise<number> {
  const times = await page.evaluate((runs) => {
    const taken: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now();
      let sum = 0;
      for (let at = 0; at < 3_000_000; at += 1) sum = (sum + at * 7) % 1_000_003;
      taken.push(performance.now() - begun + (sum < 0 ? 1 : 0));
    }
    return taken;
  }, RUNS);
  // The fastest: the others waited for a processor, which is not counted where the bound is.
  return Math.max(1, Math.min(...times) / REFERENCE_MS);
}
