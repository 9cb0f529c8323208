import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CryptoSuite } from '../../platform/config/app-config.js';
import { readStoredKeys, type StoredKeys } from '../../platform/config/keys.js';

/** New keys wait beside the old ones until the database stands under them. */
const nextFile = (file: string): string => file.replace(/(\.json)?$/, '.next.json');

/** Keys that an interrupted rotation left beside; null when there are none, or they are half-written. */
export function waitingKeys(file: string): StoredKeys | null {
  try {
    return readStoredKeys(nextFile(file));
  } catch {
    return null;
  }
}

/**
 * Writes new keys beside the old ones: numbers must never be sealed with a key that only a process holds.
 * @param file where the keys in force lie
 * @param suite the algorithms from now on; those of the file when left out
 */
export function prepareNextKeys(file: string, suite: CryptoSuite | undefined): StoredKeys {
  const old = readStoredKeys(file);
  const next: StoredKeys = {
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
    SESSION_SECRET: old.SESSION_SECRET,
    // They still open older backups.
    ENCRYPTION_KEYS_RETIRED: [old.ENCRYPTION_KEY, ...(old.ENCRYPTION_KEYS_RETIRED ?? [])],
    CRYPTO_SUITE: suite ?? old.CRYPTO_SUITE ?? 'aes',
  };
  rmSync(nextFile(file), { force: true });
  const handle = openSync(nextFile(file), 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(next, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(file);
  return next;
}

/** The new keys are in force: the old ones stay within them, as retired. */
export function adoptNextKeys(file: string): void {
  if (!existsSync(nextFile(file))) return;
  renameSync(nextFile(file), file);
  syncFolder(file);
}

function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
