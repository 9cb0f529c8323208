import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/databases.js';
import { startApp } from '../../test/start-app.js';
import { TestClock } from '../../test/test-clock.js';
import { IDENTITY_PURPOSE } from '../applicants/index.js';
import { AuditList } from '../people/index.js';
import type { Keys } from '../platform/config/app-config.js';
import { readEnvironment } from '../platform/config/environment.js';
import { keysFrom, readStoredKeys } from '../platform/config/keys.js';
import { indexMark, SuiteSealer } from '../platform/crypto/suite-sealer.js';
import { assertKeysOpen } from '../platform/database/start-checks.js';
import { seedDemonstration } from '../seed/index.js';
import { rotateInstallation } from './keys/rotate-installation.js';
import { rotateKeys, type RotationReport } from './keys/rotate-keys.js';
import { SEALED_TABLES } from './keys/sealed-columns.js';
import { readingPool } from './verify/reading.js';
import { verifyEvents } from './verify/verify-events.js';

const NOW = new Date('2026-11-05T06:20:00.000Z');
let database: TestDatabase;
let oldKeys: Keys;
const lines: string[] = [];
const say = (words: string): void => void lines.push(words);
const rotate = (keys: Keys): Promise<RotationReport> => rotateKeys({ ownerUrl: database.ownerUrl, url: database.url, keys, say });

beforeAll(async () => {
  database = await createTestDatabase();
  const app = await startApp({ database, clock: new TestClock(NOW) });
  oldKeys = app.config.keys;
  await assertKeysOpen(app.config);
  await seedDemonstration(app.app);
  await expect(rotate(oldKeys)).rejects.toThrow(/先停掉所有接口和 worker 进程再换密钥/);
  await app.close();
});
afterAll(() => database.drop());

const newKeys = (id: string, suite: Keys['suite'], ...retired: Keys[]): Keys => ({
  encryption: new Map([[id, Buffer.alloc(32, id)], ...retired.flatMap((keys) => [...keys.encryption])]),
  currentEncryptionKeyId: id,
  blindIndex: Buffer.alloc(32, `index of ${id}`),
  suite,
  session: oldKeys.session,
});

interface Person {
  id: string;
  sealed: string;
  index: string;
  masked: string;
}
const people = (): Promise<Person[]> =>
  database.query<Person>(
    'SELECT id, identity_sealed AS sealed, identity_index AS index, identity_masked AS masked FROM applicant ORDER BY id',
  );

/** As the auditor reads it. */
async function rotationsTold(): Promise<{ who: string | null; words: string; about: string | null }[]> {
  const reads = { query: (statement: { text: string }, values: unknown[]) => database.query(statement.text, values) };
  const { items } = await new AuditList(reads as never).read({ query: { action: 'keys.rotated', limit: 20 } } as never);
  return items.map(({ actorName: who, words, about }) => ({ who, words, about }));
}

/** Every text and JSON value of the database in which the marks of a sealed value stand. */
async function sealedAnywhere(prefix: string): Promise<string[]> {
  const columns = await database.query<{ table: string; column: string }>(
    `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await database.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM "${table}" WHERE "${column}"::text LIKE '%' || $1 || '%'`,
      [prefix],
    );
    if (row?.n) found.push(`${table}.${column}`);
  }
  return found.sort();
}

describe('the list of sealed columns', () => {
  it('names every column of the database that is sealed or indexed blindly', async () => {
    const columns = await database.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND (column_name LIKE '%\\_sealed' OR column_name LIKE '%identity\\_index' OR column_name LIKE '%phone\\_index' OR column_name LIKE 'holder\\_index')
       ORDER BY 1`,
    );
    const listed = SEALED_TABLES.flatMap(({ table, columns: sealed }) =>
      sealed.flatMap(({ column, index }) => [`${table}.${column}`, ...(index ? [`${table}.${index.column}`] : [])]),
    );
    expect(columns.map((row) => row.name)).toEqual(listed.sort());
  });

  it('names every place where the demonstration holds a sealed value', async () => {
    const listed = SEALED_TABLES.flatMap(({ table, columns, json = [] }) => [
      ...columns.map(({ column }) => `${table}.${column}`),
      ...json.map((column) => `${table}.${column}`),
    ]);
    const found = await sealedAnywhere('a1.test.');
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((place) => !listed.includes(place))).toEqual([]);
  });
});

describe('a rotation', () => {
  it('that lacks an old key changes nothing and says where', async () => {
    const before = await people();
    await expect(rotate(newKeys('stranger', 'aes'))).rejects.toThrow(/表 applicant 的 .*打不开.*ENCRYPTION_KEYS_RETIRED/);
    expect(await people()).toEqual(before);
    expect(await rotationsTold()).toEqual([]);
    await assertKeysOpen({ database: { url: database.url, ownerUrl: null, poolSize: 1 }, keys: oldKeys } as never);
  });

  it('brings every number under a new key and the other suite, and loses nobody', async () => {
    const [old, before] = [new SuiteSealer(oldKeys), await people()];
    const fresh = newKeys('fresh', 'sm', oldKeys);
    const report = await rotate(fresh);
    expect(report.staffToAskAgain).toEqual([]);
    const about = `命令行停机更换，${report.rows} 行号码，算法由 AES 换成 SM（国密）`;
    expect(await rotationsTold()).toEqual([{ who: null, words: '更换密钥', about }]);
    const sealer = new SuiteSealer(fresh);
    const after = await people();
    expect(after.map(({ id, masked }) => [id, masked])).toEqual(before.map(({ id, masked }) => [id, masked]));
    for (const [at, person] of after.entries()) {
      const number = old.open(before[at]?.sealed ?? '', 'applicant.identity');
      expect(person.sealed.startsWith('s1.fresh.')).toBe(true);
      expect([sealer.open(person.sealed, 'applicant.identity'), person.index]).toEqual([
        number,
        sealer.blindIndex(number, IDENTITY_PURPOSE),
      ]);
    }
    expect(await sealedAnywhere('a1.')).toEqual([]);
    expect(await sealedAnywhere('s1.fresh.')).toContain('cases.form');
    const pool = readingPool(database.url);
    expect((await verifyEvents(pool, undefined, () => undefined).finally(() => pool.end())).faults).toEqual([]);
  });

  it('is what a start with these keys asks for, and with the old ones refuses', async () => {
    const connection = { url: database.url, ownerUrl: null, poolSize: 1 };
    await assertKeysOpen({ database: connection, keys: newKeys('fresh', 'sm') } as never);
    const both = { ...newKeys('fresh', 'sm', oldKeys), suite: 'aes' as const };
    await expect(assertKeysOpen({ database: connection, keys: both } as never)).rejects.toThrow(/npm run keys:rotate/);
  });

  it('names the staff whose number was never kept', async () => {
    await database.query(`UPDATE staff SET identity_sealed = NULL WHERE staff_no = 'LJ-03127'`);
    const report = await rotate(newKeys('third', 'aes', newKeys('fresh', 'sm')));
    expect(report.staffToAskAgain).toEqual(['LJ-03127']);
    expect(await database.query(`SELECT identity_index FROM staff WHERE staff_no = 'LJ-03127'`)).toEqual([{ identity_index: null }]);
  });
});

describe('generated keys', () => {
  let file: string;
  let folder: string;
  const environment = readEnvironment({});
  const run = (suite?: Keys['suite']): Promise<RotationReport | null> =>
    rotateInstallation({ environment, keysFile: file, suite, ownerUrl: database.ownerUrl, url: database.url, say });
  const mark = async (): Promise<string> =>
    (await database.query<{ mark: string }>(`SELECT mark FROM key_mark WHERE purpose = 'index'`))[0]?.mark ?? '';

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-keys-'));
    file = join(folder, 'keys.json');
    const stored = { ENCRYPTION_KEY: 'k'.repeat(20), BLIND_INDEX_KEY: 'b'.repeat(20), SESSION_SECRET: 's'.repeat(20) };
    writeFileSync(file, JSON.stringify(stored));
    const keys = keysFrom(environment, stored);
    // Whatever the rotation before left is the old key of this one.
    const known = new Map([...keys.encryption, ...newKeys('third', 'aes').encryption, ...(lastKeys?.encryption ?? [])]);
    await rotate({ ...keys, encryption: known });
  });
  let lastKeys: Keys | null = null;
  const remember = (): void => {
    lastKeys = keysFrom(environment, readStoredKeys(file));
    rmSync(folder, { recursive: true });
  };

  it('are replaced, the old ones kept as retired', async () => {
    await run('sm');
    const stored = readStoredKeys(file);
    expect(stored).toMatchObject({ CRYPTO_SUITE: 'sm', ENCRYPTION_KEYS_RETIRED: ['k'.repeat(20)], SESSION_SECRET: 's'.repeat(20) });
    expect(existsSync(join(folder, 'keys.next.json'))).toBe(false);
    const keys = keysFrom(environment, stored);
    expect(await mark()).toBe(indexMark(keys));
    const [one] = await people();
    expect(one?.sealed.startsWith(`s1.${keys.currentEncryptionKeyId}.`)).toBe(true);
    remember();
  });

  it('take their place at the next run when the process died between database and file', async () => {
    const old = readFileSync(file, 'utf8');
    await run();
    // As it was before the file was put in place.
    copyFileSync(file, join(folder, 'keys.next.json'));
    writeFileSync(file, old);
    const before = await people();
    expect(await run()).toBeNull();
    expect(await people()).toEqual(before);
    expect(await mark()).toBe(indexMark(keysFrom(environment, readStoredKeys(file))));
    remember();
  });

  it('that only wait beside, their rotation undone, are made anew', async () => {
    writeFileSync(join(folder, 'keys.next.json'), '{"half":');
    expect(await run()).not.toBeNull();
    remember();
  });

  it('are not asked of an installation whose keys come from the environment', async () => {
    const given = readEnvironment({ ENCRYPTION_KEY: 'e'.repeat(20), BLIND_INDEX_KEY: 'i'.repeat(20), SESSION_SECRET: 't'.repeat(20) });
    const input = { environment: given, keysFile: null, ownerUrl: database.ownerUrl, url: database.url, say };
    await expect(rotateInstallation({ ...input, suite: 'sm' })).rejects.toThrow(/CRYPTO_SUITE/);
    const withOld = readEnvironment({
      ENCRYPTION_KEY: 'e'.repeat(20),
      ENCRYPTION_KEYS_RETIRED: 'k'.repeat(20),
      BLIND_INDEX_KEY: 'i'.repeat(20),
      SESSION_SECRET: 't'.repeat(20),
      CRYPTO_SUITE: 'sm',
    });
    await rotateInstallation({ ...input, environment: withOld, suite: undefined });
    expect((await mark()).startsWith('sm:')).toBe(true);
  });
});
