import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SCHEMA } from '../../../schema.js';
import { migrate } from '../migrate.js';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.js';
import { isAlive } from './orphan.js';

const isRoot = process.getuid?.() === 0;
let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'onewindow-embedded-'));
  chmodSync(dataDir, 0o755);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function start(folder = dataDir): Promise<{ database: EmbeddedDatabase; said: string[] }> {
  const said: string[] = [];
  return { database: await startEmbeddedDatabase(folder, (words) => said.push(words)), said };
}

const serverPid = (database: EmbeddedDatabase): number =>
  Number.parseInt(readFileSync(join(database.folder, 'postmaster.pid'), 'utf8'), 10);

describe('the embedded database', () => {
  it('is made, migrated, stopped cleanly, and keeps its data and its port', async () => {
    const first = await start();
    expect(first.said.join()).toMatch(/初始化 PostgreSQL 18/);
    await migrate(SCHEMA, first.database.ownerUrl, first.database.url);
    await query(first.database.url, `INSERT INTO sweep_run VALUES ('kept', now())`);
    await first.database.stop();
    expect(existsSync(join(first.database.folder, 'postmaster.pid'))).toBe(false);
    const second = await start();
    expect(second.said.join()).not.toMatch(/初始化/);
    expect(second.database.url).toBe(first.database.url);
    expect(await query(second.database.url, 'SELECT name FROM sweep_run')).toEqual([{ name: 'kept' }]);
    expect(
      await query(
        second.database.url,
        `SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([{ encoding: 'UTF8' }]);
    await second.database.stop();
  });

  it('keeps passwords from other users, and listens on this machine alone', async () => {
    const { database } = await start();
    expect(statSync(join(dataDir, 'database.json')).mode & 0o077).toBe(0);
    expect(await query(database.ownerUrl, `SELECT setting FROM pg_settings WHERE name = 'listen_addresses'`)).toEqual([
      { setting: '127.0.0.1' },
    ]);
    const wrong = new URL(database.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await database.stop();
  });

  it('takes another port when its own is taken', async () => {
    const { port } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')) as { port: number };
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const { database } = await start();
    expect(new URL(database.url).port).not.toBe(String(port));
    expect(await query(database.url, 'SELECT name FROM sweep_run')).toEqual([{ name: 'kept' }]);
    await database.stop();
    squatter.close();
  });

  it('takes back a server that a killed process left behind, with what was committed', async () => {
    const script = `
      import '${join(import.meta.dirname, '../../../../../../.jest/ts-hooks.mjs')}';
      const { startEmbeddedDatabase } = await import('${join(import.meta.dirname, 'embedded-database.ts')}');
      const database = await startEmbeddedDatabase('${dataDir}', () => {});
      process.stdout.write(database.url);
      setInterval(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [url] = (await once(child.stdout, 'data')) as [Buffer];
    await query(url.toString(), `INSERT INTO sweep_run VALUES ('before the kill', now())`);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const { database, said } = await start();
    expect(said.join()).toMatch(/已收回留下的数据库进程/);
    expect(await query(database.url, `SELECT name FROM sweep_run ORDER BY name`)).toEqual([{ name: 'before the kill' }, { name: 'kept' }]);
    await database.stop();
  });

  it('recovers after the server itself was killed', async () => {
    const { database } = await start();
    const pid = serverPid(database);
    process.kill(pid, 'SIGKILL');
    await database.stop();
    expect(isAlive(pid)).toBe(false);
    const again = await start();
    expect(await query(again.database.url, `SELECT count(*)::int AS n FROM sweep_run`)).toEqual([{ n: 2 }]);
    await again.database.stop();
  });

  it('is not shared by two programs', async () => {
    const { database } = await start();
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(holder, 'spawn');
    writeFileSync(join(dataDir, 'running.pid'), String(holder.pid));
    await expect(start()).rejects.toThrow(new RegExp(`另一个一窗（进程 ${holder.pid}）正在使用`));
    holder.kill('SIGKILL');
    await database.stop();
  });
});

describe('a data folder that can not be used is refused in one sentence', () => {
  const folderWith = (make: (pgFolder: string) => void): string => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-refused-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'pg'), { mode: 0o700 });
    make(join(folder, 'pg'));
    return folder;
  };

  it.each([
    [
      'of another major version',
      (folder: string) => writeFileSync(join(folder, 'PG_VERSION'), '17\n'),
      /是 PostgreSQL 17 的数据，本程序自带 18：请用.*npm run backup/,
    ],
    ['of somebody else', (folder: string) => writeFileSync(join(folder, 'letter.txt'), 'dear'), /里没有数据库，却有别的文件/],
    ['without its inside', (folder: string) => writeFileSync(join(folder, 'PG_VERSION'), '18\n'), /可能已损坏|权限不对/],
  ])('%s', async (_, make, sentence) => {
    const folder = folderWith(make);
    await expect(start(folder)).rejects.toThrow(sentence);
    expect(readdirSync(join(folder, 'pg'))).not.toHaveLength(0);
    rmSync(folder, { recursive: true });
  });

  it('with a broken password file', async () => {
    const folder = folderWith((pgFolder) => rmSync(pgFolder, { recursive: true }));
    writeFileSync(join(folder, 'database.json'), '{"port":');
    await expect(start(folder)).rejects.toThrow(/database\.json 已损坏/);
    rmSync(folder, { recursive: true });
  });

  it('under a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-refused-'));
    writeFileSync(join(folder, 'file'), '');
    await expect(start(join(folder, 'file/data'))).rejects.toThrow(/不能写数据文件夹/);
    rmSync(folder, { recursive: true });
  });
});

// Only root has another user run the database; others have nothing to move.
const startedByRoot = (): void => {
  it('moves programs and data to a folder that the database can reach, and says where', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'onewindow-closed-'));
    chmodSync(closed, 0o700);
    const { database, said } = await start(join(closed, '.data'));
    expect(database.folder).toMatch(/^\/var\/lib\/onewindow\/[0-9a-f]{12}\/pg$/);
    expect(said.join('\n')).toContain(database.folder);
    expect(readFileSync(join(closed, '.data/pg-location.txt'), 'utf8').trim()).toBe(database.folder);
    expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
    rmSync(join(database.folder, '..'), { recursive: true });
    rmSync(closed, { recursive: true });
  });
};
if (isRoot) describe('started by root in a folder that others can not enter', startedByRoot);
