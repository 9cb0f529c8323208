import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FileStore } from '../../platform/index.js';
import { sqlState } from '../../platform/index.js';
import { StartRefused } from '../../platform/process/run.js';
import { refuseCompany } from './company.js';
import { Hashing } from './hashing.js';
import { caseFile, type Manifest, readManifest, tableFile } from './manifest.js';
import { type KeyPlace, type PlacedKeys, placeKeys } from './place-keys.js';
import { numbersGiven, passOverNumbers } from './pass-over-numbers.js';
import { DERIVED, migrationsOf, tablesInOrder } from './tables.js';

export interface RestoreInput {
  readonly ownerUrl: string;
  /** The application's connection: nobody may work through it meanwhile. */
  readonly url: string;
  readonly store: FileStore;
  readonly keys: KeyPlace;
  readonly folder: string;
  /** Empties a database that has staff in it. */
  readonly replace: boolean;
  readonly now: Date;
  say(words: string): void;
}

/**
 * Loads a backup into a migrated database, all or nothing: one transaction, every check in force, every table's and file's SHA-256
 * compared. Files come first, so that no row ever names a file that is not there.
 * @throws StartRefused in one sentence; then the database and the keys are as they were
 */
export async function restoreBackup(input: RestoreInput): Promise<Manifest> {
  const { folder, say } = input;
  const manifest = readManifest(folder);
  const client = new pg.Client({ connectionString: input.ownerUrl, application_name: 'onewindow-restore' });
  await client.connect();
  let keys: PlacedKeys | undefined;
  try {
    await refuseOtherSchema(client, manifest);
    await refuseCompany(client, input.url, '恢复');
    await refuseData(client, input.replace);
    const saved = await savedTables(client, manifest, folder);
    keys = await placeKeys(folder, manifest, input.keys);
    if (manifest.files !== null) await restoreFiles(folder, input.store, manifest.files);
    await client.query('BEGIN');
    const given = await numbersGiven(client);
    const names = ['session', ...DERIVED, ...saved.map((table) => table.name)].map((name) => `public.${client.escapeIdentifier(name)}`);
    await client.query(`TRUNCATE ${names.join(', ')}`);
    for (const table of saved) await loadTable(client, table, tableFile(folder, table.name));
    const passedOver = await passOverNumbers(client, given, new Date(manifest.at), input.now);
    await client.query('COMMIT');
    // From here on the data is the backup's: its keys stay, whatever follows.
    const placed = keys;
    keys = undefined;
    // Where nobody had worked yet, the keys of the first start sealed nothing.
    if (!input.replace) await placed.forgetOld();
    say(`${saved.length} 张表，${saved.reduce((sum, table) => sum + table.rows, 0)} 行，${manifest.files?.length ?? 0} 份文件已恢复`);
    say(passedOver);
    say('正在为查询整理统计，现在中断也不丢数据');
    await client.query('ANALYZE').catch(() => say('统计没有整理完，数据库会自己补上'));
    return manifest;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    await keys?.undo();
    throw error;
  } finally {
    await client.end();
  }
}

async function refuseOtherSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await migrationsOf(client);
  if (here.join() === manifest.migrations.join()) return;
  throw new StartRefused(
    `备份的数据库结构（${manifest.migrations.at(-1) ?? '无'}）与这个数据库的（${here.at(-1) ?? '无'}）不同：请恢复到空的数据库。`,
  );
}

async function refuseData(client: pg.Client, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM staff) AS found');
  if (rows[0]?.found && !replace)
    throw new StartRefused('这个数据库里已经有数据：恢复到空的 DATA_DIR，或加 --replace 先清空它（原数据不可找回）。');
}

/** The backup's tables, each after those that it refers to; all of this schema's, each with its file. */
async function savedTables(client: pg.Client, manifest: Manifest, folder: string): Promise<Manifest['tables']> {
  const saved = new Map(manifest.tables.map((table) => [table.name, table]));
  const ordered: Manifest['tables'] = [];
  for (const name of await tablesInOrder(client)) {
    const table = saved.get(name);
    if (!table) throw new StartRefused(`备份里没有表 ${name}：备份与本版本不符。`);
    await access(tableFile(folder, name)).catch(() => {
      throw new StartRefused(`备份不完整：${tableFile(folder, name)} 不见了或读不了。`);
    });
    ordered.push(table);
  }
  return ordered;
}

const damaged = (what: string): StartRefused => new StartRefused(`备份的${what}已损坏：与清单的校验值不符，数据库没有改动。换一份备份。`);

/** The file is no gzip any more, or ends too early; or the server can't read its rows. */
function isDamage(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || (sqlState(error)?.startsWith('22') ?? false) || (sqlState(error)?.startsWith('23') ?? false);
}

async function loadTable(client: pg.Client, table: Manifest['tables'][number], file: string): Promise<void> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const loading = client.query(copyFrom(`COPY public.${client.escapeIdentifier(table.name)} (${columns}) FROM STDIN`));
  const hashing = new Hashing();
  try {
    await pipeline(createReadStream(file), createGunzip(), hashing, loading);
  } catch (error) {
    throw isDamage(error) ? damaged(`表 ${table.name} `) : error;
  }
  if (hashing.sha256() !== table.sha256 || loading.rowCount !== table.rows) throw damaged(`表 ${table.name} `);
}

async function restoreFiles(folder: string, store: FileStore, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (await isThere(store, name)) continue;
    const file = caseFile(folder, name);
    const incoming = await store.receive(createReadStream(file)).catch(() => {
      throw new StartRefused(`备份不完整：文件 ${file} 不见了或读不了。`);
    });
    if (incoming.sha256 === name) {
      await incoming.keep();
      continue;
    }
    await incoming.discard();
    throw damaged(`文件 ${name} `);
  }
}

/** A file that is there already is looked through: it may be the reason for the restore. */
async function isThere(store: FileStore, name: string): Promise<boolean> {
  const found = await store.open(name);
  if (!found) return false;
  const hashing = new Hashing();
  hashing.resume();
  await pipeline(found, hashing);
  if (hashing.sha256() === name) return true;
  throw new StartRefused(`文件库里的文件 ${name} 已损坏：请先把它移走，再恢复。`);
}
