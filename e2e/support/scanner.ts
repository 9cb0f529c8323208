import type { Page } from 'playwright-core';

/** Between the characters of a scanner, in seconds. */
const GAP = 0.004;

/**
 * What a scanner or card reader does: characters a few milliseconds apart, then Enter, to wherever the cursor is. The keys carry the times of a
 * scanner, so that a busy machine does not turn them into a person's.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const line = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  const keys = [...text].map((key) => ({ key, text: key }));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  // All in one go: a scanner does not wait for the page, and a slow page must not make a typist of it.
  const sent = [...keys, enter].flatMap(({ text: typed, ...key }, at) => {
    const timestamp = start + (at + 1) * GAP;
    return [
      line.send('Input.dispatchKeyEvent', { type: 'keyDown', text: typed, ...key, timestamp }),
      line.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
    ];
  });
  await Promise.all(sent);
  await line.detach();
}
