import type { Page } from 'playwright-core';

/** What a page's browser holds of this site. */
export interface KeptInBrowser {
  /** Every key in the databases, with whether it could be read out. */
  keys: { extractable: boolean }[];
  /** Names of the sealed records. */
  names: string[];
  /** Does this text stand anywhere: databases, storages, names of caches and their bodies? */
  contains(text: string): boolean;
}

/** Reads all that this site has stored, byte for byte. */
export async function keptInBrowser(page: Page): Promise<KeptInBrowser> {
  const found = await page.evaluate(async () => {
    const texts: string[] = [];
    const keys: { extractable: boolean }[] = [];
    const names: string[] = [];
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('IndexedDB'));
      });
    const read = (value: unknown): void => {
      if (value instanceof CryptoKey) keys.push({ extractable: value.extractable });
      else if (value instanceof ArrayBuffer) texts.push(new TextDecoder().decode(value), new TextDecoder('utf-16').decode(value));
      else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value));
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
      else texts.push(String(value));
    };
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ''));
      for (const store of Array.from(db.objectStoreNames)) {
        const held = db.transaction(store).objectStore(store);
        const [ids, values] = await Promise.all([asked(held.getAllKeys()), asked(held.getAll())]);
        names.push(...ids.map(String));
        values.forEach(read);
      }
      db.close();
    }
    for (const storage of [localStorage, sessionStorage]) texts.push(...Object.entries(storage).flat().map(String));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(request.url);
        // Code of the shell holds no person; whatever else lay here would.
        if (!request.url.includes('/assets/')) texts.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    return { keys, names, text: texts.join('\n') };
  });
  return {
    keys: found.keys,
    names: found.names,
    contains: (text) => found.text.includes(text) || found.names.some((name) => name.includes(text)),
  };
}
