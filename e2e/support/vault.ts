import type { Page } from 'playwright-core';

/** Waits until something whose name begins so lies sealed on the disk of this browser: from then on a reload finds it. */
export async function keptOnDisk(page: Page, prefix: string): Promise<void> {
  await page.waitForFunction(
    (begin) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('ow-vault');
        opening.onerror = () => reject(opening.error ?? new Error('no vault'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('records').objectStore('records').getAllKeys();
          reading.onerror = () => reject(reading.error ?? new Error('no records'));
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.some((name) => String(name).startsWith(begin)));
          };
        };
      }),
    prefix,
  );
}
