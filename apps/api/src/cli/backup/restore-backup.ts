import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartRefused } from '../../platform/process/run.js';
import { type Manifest, readManifest } from './manifest.js';
import { migrationsOf, tablesInOrder } from './tables.js';

export interface RestoreInput {
  readonly ownerUrl: string;
  readonly filesDir: string | null;
  readonly folder: string;
  /** Empties a database that has staff in it. */
  readonly replace: boolean;
  say(words: string): void;
}

/**
 * Loads a backup into a migrated database, all or nothing: one transaction, every check in force, every table's SHA-256 compared.
 * Files come first, so that no row ever names a file that is not there.
 */
export async function restoreBackup({ ownerUrl, filesDir, folder, replace, say }: RestoreInput): Promise<Manifest> {
  const manifest = readManifest(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-restore' });
  await client.connect();
  try {
    await refuseOtherSchema(client, manifest);
    const tables = await tablesInOrder(client);
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM staff) AS found');
    if (rows[0]?.found && !replace) {
      throw new StartRefused('这个数据库里已经有数据：恢复到空的 DATA_DIR，或加 --replace 先清空它（原数据不可找回）。');
    }
    if (manifest.files !== null && filesDir !== null) await restoreFiles(folder, filesDir, manifest.files);
    await client.query('BEGIN');
    await client.query(`TRUNCATE ${['session', ...tables].map((name) => `public.${client.escapeIdentifier(name)}`).join(', ')}`);
    const saved = new Map(manifest.tables.map((table) => [table.name, table]));
    for (const name of tables) {
      const table = saved.get(name);
      if (!table) throw new StartRefused(`备份里没有表 ${name}：备份与本版本不符。`);
      await loadTable(client, table, join(folder, 'tables', `${name}.copy.gz`));
    }
    await client.query('COMMIT');
    await client.query('ANALYZE');
    say(`${tables.length} 张表，${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} 行已恢复`);
    return manifest;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    await client.end();
  }
}

async function refuseOtherSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await migrationsOf(client);
  if (here.join() === manifest.migrations.join()) return;
  throw new StartRefused(
    `备份的数据库结构（${manifest.migrations.at(-1) ?? '无'}）与本版本（${here.at(-1) ?? '无'}）不同：请用做备份时的程序版本恢复，再升级程序。`,
  );
}

async function loadTable(client: pg.Client, table: Manifest['tables'][number], file: string): Promise<void> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const loading = client.query(copyFrom(`COPY public.${client.escapeIdentifier(table.name)} (${columns}) FROM STDIN`));
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(file), createGunzip(), measure, loading);
  if (hash.digest('hex') !== table.sha256 || loading.rowCount !== table.rows) {
    throw new StartRefused(`备份的表 ${table.name} 已损坏：校验值不符，什么都没有恢复。换一份备份。`);
  }
}

async function restoreFiles(folder: string, filesDir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const from = join(folder, 'files', name.slice(0, 2), name);
    const to = join(filesDir, name.slice(0, 2), name);
    const there = await stat(to).catch(() => null);
    if (there) continue;
    await mkdir(join(filesDir, name.slice(0, 2)), { recursive: true });
    await copyFile(from, to);
  }
}
