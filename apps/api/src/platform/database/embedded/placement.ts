import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, describeBinaries } from './binaries.js';
import type { SystemUser } from './system-user.js';

/** Where the database's programs and data are on this machine. */
export interface Placement {
  readonly binaries: Binaries;
  readonly folder: string;
  /** True when both had to move out of the project, because the database's user can't enter it. */
  readonly moved: boolean;
}

/** Folder that every system user can reach. */
const REACHABLE = '/var/lib/onewindow';

function canEnter(user: SystemUser, ...paths: string[]): boolean {
  const script = 'for path in "$@"; do test -x "$path" || exit 1; done';
  const result = spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], { uid: user.uid, gid: user.gid, cwd: '/' });
  return result.status === 0;
}

function copyBinaries(binaries: Binaries): Binaries {
  const target = join(REACHABLE, `postgresql-${binaries.version}`);
  if (!existsSync(target)) {
    const half = `${target}.half`;
    rmSync(half, { recursive: true, force: true });
    // Links inside the package stay links: they are relative.
    cpSync(binaries.root, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, target);
  }
  return describeBinaries({ postgres: join(target, 'bin/postgres'), initdb: join(target, 'bin/initdb') });
}

/**
 * Decides where programs and data live: in the data folder, or in `/var/lib/onewindow` when we are root in a folder
 * that the database's user can't enter.
 * @param dataDir the project's data folder, which exists
 */
export function place(dataDir: string, binaries: Binaries, user: SystemUser | null): Placement {
  const usual = join(dataDir, 'pg');
  if (user === null || canEnter(user, dataDir, dirname(binaries.postgres), binaries.postgres))
    return { binaries, folder: usual, moved: false };
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  chmodSync(REACHABLE, 0o755);
  const own = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const parent = join(REACHABLE, own);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  chmodSync(parent, 0o755);
  // So that whoever looks into the data folder finds the database.
  writeFileSync(join(dataDir, 'pg-location.txt'), `${join(parent, 'pg')}\n`);
  return { binaries: copyBinaries(binaries), folder: join(parent, 'pg'), moved: true };
}
