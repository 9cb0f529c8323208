import { createWriteStream, rmSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FileStore, Keys } from '../../platform/index.js';
import { Hashing } from './hashing.js';
import { marksOf } from './key-marks.js';
import { caseFile, type Manifest, tableFile } from './manifest.js';
import { columnsOf, migrationsOf, namedFiles, tablesInOrder } from './tables.js';

export interface BackupInput {
  readonly ownerUrl: string;
  /** Where the cases' files are; null leaves them to the backup of the object store. */
  readonly store: FileStore | null;
  /** The generated keys; null where keys come from the environment. */
  readonly keysFile: string | null;
  readonly keys: Keys;
  /** Folder to make; it must not exist. */
  readonly folder: string;
  say(words: string): void;
}

const SAY_EVERY = 10_000;

/**
 * A consistent backup while the product runs: one snapshot for all tables by the server's own COPY, then the files that it names — they
 * never change once written. The folder gets its name only when it is complete.
 */
export async function writeBackup(input: BackupInput): Promise<Manifest> {
  const { folder, keysFile, say } = input;
  const half = `${folder}.partial`;
  const clean = (): void => rmSync(half, { recursive: true, force: true });
  clean();
  await mkdir(join(half, 'tables'), { recursive: true, mode: 0o700 });
  // An interrupted backup leaves nothing behind.
  process.on('exit', clean);
  try {
    const { manifest, files } = await copyDatabase(input, half);
    say(`${manifest.tables.length} 张表，${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} 行`);
    if (input.store) Object.assign(manifest, await copyFiles(input.store, files, half, say));
    if (keysFile !== null) await copyFile(keysFile, join(half, 'keys.json'));
    await writeFile(join(half, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await rename(half, folder);
    return manifest;
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  } finally {
    process.off('exit', clean);
  }
}

async function copyDatabase(input: BackupInput, half: string): Promise<{ manifest: Manifest; files: string[] }> {
  const client = new pg.Client({ connectionString: input.ownerUrl, application_name: 'onewindow-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: version } = await client.query<{ server_version: string }>('SHOW server_version');
    const manifest: Manifest = {
      format: 1,
      at: new Date().toISOString(),
      postgres: version[0]?.server_version ?? '',
      migrations: await migrationsOf(client),
      tables: [],
      files: null,
      lostFiles: [],
      keys: input.keysFile !== null,
      keyMarks: marksOf(input.keys),
    };
    for (const name of await tablesInOrder(client)) manifest.tables.push(await copyTable(client, name, tableFile(half, name)));
    const files = await namedFiles(client);
    await client.query('COMMIT');
    return { manifest, files };
  } finally {
    await client.end();
  }
}

async function copyTable(client: pg.Client, name: string, file: string): Promise<Manifest['tables'][number]> {
  const columns = await columnsOf(client, name);
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const copying = client.query(copyTo(`COPY public.${client.escapeIdentifier(name)} (${list}) TO STDOUT`));
  const hashing = new Hashing();
  await pipeline(copying, hashing, createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600, flush: true }));
  return { name, columns, rows: copying.rowCount, sha256: hashing.sha256() };
}

async function copyFiles(
  store: FileStore,
  names: readonly string[],
  half: string,
  say: BackupInput['say'],
): Promise<Pick<Manifest, 'files' | 'lostFiles'>> {
  const files: string[] = [];
  const lostFiles: string[] = [];
  for (const [index, name] of names.entries()) {
    const to = caseFile(half, name);
    await mkdir(dirname(to), { recursive: true });
    ((await copyOne(store, name, to)) ? files : lostFiles).push(name);
    if ((index + 1) % SAY_EVERY === 0) say(`已复制 ${index + 1} 份文件`);
  }
  return { files, lostFiles };
}

async function copyOne(store: FileStore, name: string, to: string): Promise<boolean> {
  const from = await store.open(name);
  if (!from) return false;
  const hashing = new Hashing();
  await pipeline(from, hashing, createWriteStream(to, { mode: 0o600 }));
  if (hashing.sha256() === name) return true;
  await rm(to);
  return false;
}
