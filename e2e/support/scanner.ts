import type { Page } from 'playwright-core';

/** Between the characters of a scanner, in seconds. */
const GAP = 0.004;

/**
 * What a scanner or card reader does: characters a few milliseconds apart, then Enter, to wherever the cursor is. The keys carry the times of a
 * scanner, so that a busy machine does not turn them into a person's.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const line = await page.context().newCDPSession(page);
  let at = Date.now() / 1000;
  for (const key of text) {
    at += GAP;
    await line.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, timestamp: at });
    await line.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp: at });
  }
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, timestamp: at + GAP };
  await line.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter });
  await line.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await line.detach();
}
