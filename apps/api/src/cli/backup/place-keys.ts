import { existsSync, readFileSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keys } from '../../platform/index.js';
import { StartRefused } from '../../platform/process/run.js';
import { unfitKeys } from './key-marks.js';
import type { Manifest } from './manifest.js';

export interface KeyPlace {
  /** Where generated keys lie; null where the environment gives them. */
  readonly file: string | null;
  /** The keys as they are in force now. */
  read(): Keys;
}

/** The keys of a backup in their place. */
export interface PlacedKeys {
  /** The keys that lay there before come back. */
  undo(): Promise<void>;
  /** The keys that lay there before sealed nothing that is left. */
  forgetOld(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/**
 * Puts the keys of a backup in their place: sealed numbers open only with the keys that sealed them. Keys that lay there are kept beside.
 * @throws StartRefused when the keys in force can't open the backup's numbers; then everything is as it was
 */
export async function placeKeys(folder: string, manifest: Manifest, place: KeyPlace): Promise<PlacedKeys> {
  const placed =
    manifest.keys && place.file !== null ? await swap(join(folder, 'keys.json'), place.file) : { undo: nothing, forgetOld: nothing };
  try {
    const unfit = unfitKeys(manifest.keyMarks, place.read());
    if (unfit.length === 0) return placed;
    throw new StartRefused(
      `备份里的号码是用别的密钥加密的：请把做备份时的 ${unfit.join('、')} 设为环境变量再恢复（换过的旧密钥放在 ENCRYPTION_KEYS_RETIRED）。`,
    );
  } catch (error) {
    await placed.undo();
    throw error;
  }
}

async function swap(from: string, to: string): Promise<PlacedKeys> {
  if (!existsSync(from)) throw new StartRefused(`备份不完整：${from} 不见了。`);
  const kept = `${to}.before-restore`;
  const had = existsSync(to);
  if (had && readFileSync(to).equals(readFileSync(from))) return { undo: nothing, forgetOld: nothing };
  if (had) await rename(to, kept);
  await copyFile(from, to);
  return {
    undo: async () => {
      await rm(to, { force: true });
      if (had) await rename(kept, to);
    },
    forgetOld: () => rm(kept, { force: true }),
  };
}
