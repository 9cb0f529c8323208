import type { Page } from 'playwright-core';

/** What lies sealed on the disk of this browser under names that begin so, as one text that every writing changes. */
async function onDisk(page: Page, prefix: string): Promise<string> {
  return await page.evaluate(
    (begin) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('ow-vault');
        opening.onerror = () => reject(opening.error ?? new Error('no vault'));
        opening.onsuccess = () => {
          const records = opening.result.transaction('records').objectStore('records');
          const [names, values] = [records.getAllKeys(), records.getAll()];
          values.onerror = () => reject(values.error ?? new Error('no records'));
          values.onsuccess = () => {
            opening.result.close();
            const own = names.result.flatMap((name, at) => (String(name).startsWith(begin) ? [[String(name), values.result[at]]] : []));
            // Sealed anew with other random bytes each time.
            const bytes = (_: string, value: unknown) =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? [...new Uint8Array(value instanceof ArrayBuffer ? value : value.buffer)]
                : value;
            resolve(JSON.stringify(own, bytes));
          };
        };
      }),
    prefix,
  );
}

/**
 * Waits until what is written now lies sealed on the disk of this browser: from then on a reload finds it.
 * @param prefix how the names of what is kept begin
 * @param write types it
 */
export async function keptOnDisk(page: Page, prefix: string, write: () => Promise<void>): Promise<void> {
  const before = await onDisk(page, prefix);
  await write();
  const deadline = Date.now() + 30_000;
  while ((await onDisk(page, prefix)) === before) {
    if (Date.now() > deadline) throw new Error(`nothing was kept under ${prefix}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
