import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shanghaiToday } from '@onewindow/domain';

const STAMP = /^\d{4}-\d{2}-\d{2}-\d{6}$/;

/** The name of a backup: 2026-11-21-184500 of the hall's clock. */
export function stampOf(at: Date): string {
  const time = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour12: false });
  return `${shanghaiToday(at)}-${time.replaceAll(':', '')}`;
}

/**
 * Removes the oldest backups of a folder, so that `keep` are left. Only complete ones under a name of ours are counted and removed.
 * @returns the names of those removed
 */
export function removeOld(parent: string, keep: number): string[] {
  const complete = readdirSync(parent)
    .filter((name) => STAMP.test(name) && existsSync(join(parent, name, 'manifest.json')))
    .sort();
  const old = complete.slice(0, Math.max(0, complete.length - keep));
  for (const name of old) rmSync(join(parent, name), { recursive: true });
  return old;
}
