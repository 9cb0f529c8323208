import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../src/platform/database/embedded/embedded-database.js';
import { startProcess, type TestProcess } from './child-process.js';
import { createTestDatabase, type TestDatabase } from './databases.js';
import { createStaff, TEST_PASSWORD } from './people-factory.js';
import { type RedisServer, startRedis } from './redis-server.js';
import { TestClient } from './test-client.js';

const SECRETS = {
  ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  BLIND_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
  SESSION_SECRET: Buffer.alloc(32, 3).toString('base64'),
};

let database: TestDatabase;
let redis: RedisServer;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  redis = await startRedis();
  dataDir = mkdtempSync(join(tmpdir(), 'onewindow-processes-'));
});
afterAll(async () => {
  await redis.stop();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: database.url,
  REDIS_URL: redis.url,
  DATA_DIR: dataDir,
  ...SECRETS,
  ...more,
});

async function startMain(more: Record<string, string> = {}): Promise<{ process: TestProcess; baseUrl: string }> {
  const port = await freePort();
  const process = startProcess('main.ts', environment({ PORT: String(port), ...more }));
  await process.printed(/"msg":"listening"/);
  return { process, baseUrl: `http://127.0.0.1:${port}` };
}

describe('separate processes', () => {
  it('serve the same sessions on PostgreSQL and Redis, and stop cleanly', async () => {
    const [one, two] = await Promise.all([startMain(), startMain()]);
    const worker = startProcess('worker.ts', environment());
    await worker.printed(/"msg":"working"/);
    const person = await createStaff(database, { roles: ['clerk'] });
    const atOne = new TestClient(one.baseUrl);
    await atOne.signIn(person.staffNo, TEST_PASSWORD);
    const atTwo = await new TestClient(two.baseUrl).raw('GET', '/api/session', { headers: { cookie: atOne.cookieHeader } });
    expect(atTwo).toMatchObject({ status: 200, body: { csrfToken: atOne.session?.csrfToken, staff: { staffNo: person.staffNo } } });
    expect((await atOne.raw('GET', '/api/health')).body).toMatchObject({ status: 'ok', queue: { kind: 'redis', status: 'ok' } });
    for (const process of [one.process, two.process, worker]) process.kill('SIGTERM');
    expect(await Promise.all([one.process.ended(), two.process.ended(), worker.ended()])).toEqual([0, 0, 0]);
  });

  it('stop while a live stream is open', async () => {
    const { process, baseUrl } = await startMain();
    const person = await createStaff(database, { roles: ['clerk'] });
    const client = new TestClient(baseUrl);
    await client.signIn(person.staffNo, TEST_PASSWORD);
    const stream = await fetch(`${baseUrl}/api/stream`, { headers: { cookie: client.cookieHeader } });
    process.kill('SIGINT');
    expect(await process.ended()).toBe(0);
    await stream.body?.cancel().catch(() => undefined);
  });

  it('say so when the queue is away, and live on', async () => {
    const away = await startRedis();
    const { process, baseUrl } = await startMain({ REDIS_URL: away.url });
    await away.stop();
    const client = new TestClient(baseUrl);
    expect(await client.raw('GET', '/api/health')).toMatchObject({
      status: 503,
      body: { status: 'unavailable', database: 'ok', queue: { status: 'unavailable' } },
    });
    expect((await client.raw('GET', '/api/health/live')).status).toBe(200);
    process.kill('SIGTERM');
    expect(await process.ended()).toBe(0);
  });
});

describe('a start that can not succeed says so in one sentence', () => {
  const refused = async (entry: string, more: Record<string, string>): Promise<string[]> => {
    const process = startProcess(entry, more);
    expect(await process.ended()).toBe(1);
    return process.output().trim().split('\n');
  };

  it('when the port is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const lines = await refused('main.ts', environment({ PORT: port, LOG_LEVEL: 'fatal' }));
    expect(lines).toEqual([`✗ 端口 ${port} 已被占用：请关掉占用它的程序，或用 PORT=别的端口 启动。`]);
    squatter.close();
  });

  it.each([
    ['the database is away', { DATABASE_URL: 'postgresql://onewindow_app:x@127.0.0.1:1/x' }, /^✗ 连不上数据库/],
    ['the address is strange', { HOST: '192.0.2.1', LOG_LEVEL: 'fatal' }, /^✗ 本机没有地址 192\.0\.2\.1/],
    ['the port is no port', { PORT: '99999' }, /^✗ 环境变量 PORT 的值不对/],
    ['the idle time is no number', { SESSION_IDLE_MINUTES: 'long' }, /^✗ 环境变量 SESSION_IDLE_MINUTES 的值不对/],
    ['a key is too short', { ENCRYPTION_KEY: 'short' }, /^✗ ENCRYPTION_KEY（证件号码、电话的加密密钥）太短/],
  ])('when %s', async (_, more, sentence) => {
    const lines = await refused('main.ts', environment(more as Record<string, string>));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(sentence);
  });

  it('when the password of the database is wrong', async () => {
    const url = new URL(database.url);
    url.password = 'guess';
    expect(await refused('worker.ts', environment({ DATABASE_URL: url.href }))).toEqual([
      '✗ 数据库拒绝了用户名或密码：请检查 DATABASE_URL。',
    ]);
  });

  it('when the schema is behind', async () => {
    const empty = await createTestDatabase();
    await empty.query('DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration)');
    expect(await refused('main.ts', environment({ DATABASE_URL: empty.url }))).toEqual([
      expect.stringMatching(/^✗ 数据库结构落后 1 个版本/),
    ]);
    await empty.drop();
  });

  it('when the tables of the queue are not there', async () => {
    const bare = await createTestDatabase();
    await bare.query('DROP SCHEMA bullmq CASCADE');
    expect(await refused('worker.ts', environment({ DATABASE_URL: bare.url }))).toEqual([
      expect.stringMatching(/^✗ 数据库结构落后 1 个版本.*npm run migrate/),
    ]);
    await bare.drop();
  });
});

describe('production', () => {
  const production = (more: Record<string, string>): Promise<string[]> => {
    const process = startProcess('main.ts', {
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      LOG_LEVEL: 'fatal',
      PORT: '0',
      ...more,
    });
    return process.ended().then((code) => {
      expect(code).toBe(1);
      return process.output().trim().split('\n');
    });
  };

  it('names each missing and each default secret, and demonstration', async () => {
    const lines = await production({
      ENCRYPTION_KEY: 'change-me-please',
      REDIS_URL: 'redis://:changeme@127.0.0.1:1',
      DEMONSTRATION: 'true',
    });
    expect(lines).toEqual([
      expect.stringMatching(/^✗ ENCRYPTION_KEY.*示例值/),
      expect.stringMatching(/^✗ 缺少 BLIND_INDEX_KEY/),
      expect.stringMatching(/^✗ 缺少 SESSION_SECRET/),
      expect.stringMatching(/^✗ REDIS_URL 里的密码是示例值/),
      expect.stringMatching(/^✗ DEMONSTRATION 已打开/),
    ]);
  });

  it('names each demonstration account', async () => {
    const person = await createStaff(database, { roles: ['clerk'], name: '陈静' });
    await database.query('UPDATE staff SET demonstration = true WHERE id = $1', [person.id]);
    expect(await production(SECRETS)).toEqual([expect.stringMatching(new RegExp(`^✗ 演示账号 ${person.staffNo}（陈静）还在`))]);
    await database.query('UPDATE staff SET demonstration = false');
  });

  it('starts with secrets of its own and no demonstration', async () => {
    const { process, baseUrl } = await startMain({ NODE_ENV: 'production' });
    expect((await new TestClient(baseUrl).api.signInPage()).demonstrationAccounts).toEqual([]);
    process.kill('SIGTERM');
    expect(await process.ended()).toBe(0);
  });
});

describe('everything in one process', () => {
  it('starts from nothing, says what it does, and stops its database too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onewindow-one-'));
    const port = String(await freePort());
    const first = startProcess('embedded.ts', { DATA_DIR: join(folder, '.data'), PORT: port, DEMONSTRATION: 'false' });
    await first.printed(/按 Ctrl\+C 停止/);
    for (const words of [
      '初始化 PostgreSQL 18',
      '启动数据库',
      '一窗已启动',
      `http://localhost:${port}/front/`,
      `http://localhost:${port}/api/docs`,
    ]) {
      expect(first.output()).toContain(words);
    }
    const client = new TestClient(`http://127.0.0.1:${port}`);
    expect((await client.raw('GET', '/api/health')).body).toMatchObject({ status: 'ok', queue: { kind: 'postgres' } });
    const where = /(\/\S+\/pg)$/m.exec(first.output())?.[1] ?? '';
    const serverPid = Number.parseInt(readFileSync(join(where, 'postmaster.pid'), 'utf8'), 10);
    first.kill('SIGINT');
    expect(await first.ended()).toBe(0);
    expect(first.output()).toMatch(/正在停止…[^]*已停止\n$/);
    expect(() => process.kill(serverPid, 0)).toThrow(/ESRCH/);
    rmSync(folder, { recursive: true });
    if (!where.startsWith(folder)) rmSync(join(where, '..'), { recursive: true });
  });
});
