import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** The session that the records belong to, with the key that opens them and never leaves the browser. */
export interface VaultLock {
  readonly tag: string;
  readonly key: CryptoKey;
  readonly idleMinutes: number;
  readonly usedAt: number;
}

/** One record as it lies on the disk. */
export interface SealedRecord {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

interface VaultSchema extends DBSchema {
  lock: { key: string; value: VaultLock };
  records: { key: string; value: SealedRecord };
}

const NAME = 'ow-vault';
const LOCK = 'session';

/** The browser's database under the vault. */
export class VaultStore {
  private constructor(private readonly db: IDBPDatabase<VaultSchema>) {}

  static async open(): Promise<VaultStore> {
    const db = await openDB<VaultSchema>(NAME, 1, {
      upgrade: (made) => {
        made.createObjectStore('lock');
        made.createObjectStore('records');
      },
    });
    return new VaultStore(db);
  }

  async lock(): Promise<VaultLock | undefined> {
    return this.db.get('lock', LOCK);
  }

  async keepLock(lock: VaultLock): Promise<void> {
    await this.db.put('lock', lock, LOCK);
  }

  async record(name: string): Promise<SealedRecord | undefined> {
    return this.db.get('records', name);
  }

  async records(): Promise<[string, SealedRecord][]> {
    const tx = this.db.transaction('records');
    const [names, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return names.flatMap((name, at) => {
      const value = values[at];
      return value ? [[name, value] satisfies [string, SealedRecord]] : [];
    });
  }

  /** Writes and deletes together. A record without content is deleted. */
  async write(records: readonly (readonly [string, SealedRecord | null])[]): Promise<void> {
    const tx = this.db.transaction('records', 'readwrite');
    await Promise.all([
      ...records.map(([name, value]) => (value === null ? tx.store.delete(name) : tx.store.put(value, name).then(() => undefined))),
      tx.done,
    ]);
  }

  async wipe(): Promise<void> {
    const tx = this.db.transaction(['lock', 'records'], 'readwrite');
    await Promise.all([tx.objectStore('lock').clear(), tx.objectStore('records').clear(), tx.done]);
  }
}
