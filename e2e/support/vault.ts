import type { Page } from 'playwright-core';

/** What lies on the disk of this browser under names that begin so, opened with the session's key and as JSON. */
async function onDisk(page: Page, prefix: string): Promise<string> {
  return await page.evaluate(async (begin) => {
    const answered = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('no vault'));
      });
    const db = await answered(indexedDB.open('ow-vault'));
    const records = db.transaction('records').objectStore('records');
    const [names, values] = await Promise.all([answered(records.getAllKeys()), answered(records.getAll())]);
    const lock = (await answered(db.transaction('lock').objectStore('lock').get('session'))) as { key: CryptoKey } | undefined;
    db.close();
    const texts = names.map(async (name, at) => {
      if (lock === undefined || !String(name).startsWith(begin)) return '';
      const { iv, bytes } = values[at] as { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
      const additionalData = new TextEncoder().encode(String(name));
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, lock.key, bytes));
    });
    return (await Promise.all(texts)).join('\n');
  }, prefix);
}

/**
 * Waits until this text lies sealed on the disk of this browser: from then on a reload finds it.
 * @param prefix how the names of what is kept begin
 * @param text of the value as JSON
 */
export async function keptOnDisk(page: Page, prefix: string, text: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  let found = await onDisk(page, prefix);
  while (!found.includes(text)) {
    if (Date.now() > deadline) throw new Error(`“${text}” was not kept under ${prefix}, but: ${found}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    found = await onDisk(page, prefix);
  }
}
