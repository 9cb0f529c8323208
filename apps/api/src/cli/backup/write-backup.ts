import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Manifest } from './manifest.js';
import { columnsOf, migrationsOf, tablesInOrder } from './tables.js';

export interface BackupInput {
  readonly ownerUrl: string;
  /** Local file store; null where files lie in S3. */
  readonly filesDir: string | null;
  /** The generated keys; null where keys come from the environment. */
  readonly keysFile: string | null;
  /** Folder to make; it must not exist. */
  readonly folder: string;
  say(words: string): void;
}

/**
 * A consistent backup while the product runs: one snapshot for all tables by the server's own COPY, then the files that it names — they
 * never change once written. The folder gets its name only when it is complete.
 */
export async function writeBackup({ ownerUrl, filesDir, keysFile, folder, say }: BackupInput): Promise<Manifest> {
  const half = `${folder}.partial`;
  await rm(half, { recursive: true, force: true });
  await mkdir(join(half, 'tables'), { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-backup' });
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
      files: filesDir === null ? null : [],
      keys: keysFile !== null && existsSync(keysFile),
    };
    for (const name of await tablesInOrder(client)) {
      manifest.tables.push(await copyTable(client, name, join(half, 'tables', `${name}.copy.gz`)));
    }
    await client.query('COMMIT');
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${manifest.tables.length} 张表，${rows} 行`);
    if (filesDir !== null) manifest.files = await copyFiles(filesDir, join(half, 'files'));
    if (manifest.keys && keysFile !== null) await copyFile(keysFile, join(half, 'keys.json'));
    await writeFile(join(half, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(half, folder);
    return manifest;
  } finally {
    await client.end();
  }
}

async function copyTable(client: pg.Client, name: string, file: string): Promise<Manifest['tables'][number]> {
  const columns = await columnsOf(client, name);
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const copying = client.query(copyTo(`COPY public.${client.escapeIdentifier(name)} (${list}) TO STDOUT`));
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(copying, measure, createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600 }));
  return { name, columns, rows: copying.rowCount, sha256: hash.digest('hex') };
}

/** Copies the store's files: two characters, then the SHA-256. */
async function copyFiles(from: string, to: string): Promise<string[]> {
  await mkdir(to, { recursive: true });
  if (!existsSync(from)) return [];
  const copied: string[] = [];
  for (const prefix of (await readdir(from)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    await mkdir(join(to, prefix), { recursive: true });
    for (const name of await readdir(join(from, prefix))) {
      await copyFile(join(from, prefix, name), join(to, prefix, name));
      copied.push(name);
    }
  }
  return copied.sort();
}
