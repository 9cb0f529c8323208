import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/databases.js';
import { wrongTallies } from '../../test/desk-tally.js';
import { startFakeS3 } from '../../test/fake-s3.js';
import { acceptedShopCase, type HallAtWork, openHall, person } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { TestClient } from '../../test/test-client.js';
import { TEST_PASSWORD } from '../../test/people-factory.js';
import { migrate } from '../platform/database/migrate.js';
import { createFileStore } from '../platform/files/file-store.factory.js';
import { type Keys } from '../platform/index.js';
import { SCHEMA } from '../schema.js';
import { caseFile, type Manifest, readManifest, tableFile } from './backup/manifest.js';
import { restoreBackup, type RestoreInput } from './backup/restore-backup.js';
import { migrateAsSaved } from './backup/saved-schema.js';
import { writeBackup } from './backup/write-backup.js';
import { readingPool } from './verify/reading.js';
import { verifyEvents } from './verify/verify-events.js';

let app: TestApp;
let hall: HallAtWork;
let root: string;
let folder: string;
let caseId: string;
let manifest: Manifest;
const quiet = (): void => undefined;

const backup = async (of: { database: TestDatabase; dataDir: string }, to: string): Promise<Manifest> =>
  await writeBackup({
    ownerUrl: of.database.ownerUrl,
    store: await createFileStore({ s3: null, dataDir: of.dataDir }),
    keysFile: join(root, 'source-keys.json'),
    keys: app.config.keys,
    folder: to,
    say: quiet,
  });

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  root = mkdtempSync(join(tmpdir(), 'onewindow-backup-'));
  writeFileSync(join(root, 'source-keys.json'), '{"keys":"of the source"}');
  caseId = (await acceptedShopCase(hall, 31)).id;
  await acceptedShopCase(hall, 32);
  await app.drain();
  folder = join(root, 'backup');
  manifest = await backup({ database: app.database, dataDir: app.config.dataDir }, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

/** An empty installation to restore into. */
interface Target {
  database: TestDatabase;
  dataDir: string;
  restore(more?: Partial<RestoreInput>): Promise<Manifest>;
}

async function emptyTarget(): Promise<Target> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(root, 'target-'));
  const { ownerUrl, url } = database;
  const keys = { file: join(dataDir, 'keys.json'), read: () => app.config.keys };
  return {
    database,
    dataDir,
    restore: async (more = {}) => {
      const store = await createFileStore({ s3: null, dataDir });
      return await restoreBackup({ ownerUrl, url, store, keys, folder, replace: false, now: new Date(), say: quiet, ...more });
    },
  };
}

/** A copy of the backup that a test may damage. */
function copyOfBackup(): string {
  const copy = mkdtempSync(join(root, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** All but the series of numbers, of which a restore passes over some. */
const contentOf = ({ tables, files }: Manifest): object => ({
  tables: tables.filter(({ name }) => name !== 'case_number' && name !== 'document_number'),
  files,
});

async function faultsIn(database: TestDatabase): Promise<unknown[]> {
  const pool = readingPool(database.ownerUrl);
  return (await verifyEvents(pool, undefined, quiet).finally(() => pool.end())).faults;
}

describe('a drill: backup, then restore into an empty installation', () => {
  let target: Target;
  beforeAll(async () => {
    target = await emptyTarget();
    writeFileSync(join(target.dataDir, 'keys.json'), '{"keys":"of the first start"}');
    await target.restore();
  });
  afterAll(() => target.database.drop());

  it('brings back the same rows and the same files, to the letter', async () => {
    const again = await backup(target, join(root, 'again'));
    expect(contentOf(again)).toEqual(contentOf(manifest));
    expect(manifest.tables.find((table) => table.name === 'cases')?.rows).toBe(2);
    expect(manifest.files?.length).toBeGreaterThanOrEqual(6);
    expect(manifest.lostFiles).toEqual([]);
  });

  it('puts the keys in place; those of the first start sealed nothing', () => {
    expect(readFileSync(join(target.dataDir, 'keys.json'), 'utf8')).toBe('{"keys":"of the source"}');
    expect(existsSync(join(target.dataDir, 'keys.json.before-restore'))).toBe(false);
  });

  it('keeps every chain whole, and makes the counts of the desks anew', async () => {
    expect(await target.database.query('SELECT 1 FROM desk_tally')).not.toEqual([]);
    expect([await faultsIn(target.database), await wrongTallies(target.database)]).toEqual([[], []]);
  });

  it('lets people go on working: numbers open, papers open, the next case gets its number, old sessions are over', async () => {
    const before = hall.clerk.cookieHeader;
    const restored = await startApp({ database: target.database, dataDir: target.dataDir, clock: app.clock });
    const over = await new TestClient(restored.baseUrl).raw('GET', '/api/session', { headers: { cookie: before } });
    expect(over.status).toBe(401);
    const clerk = restored.client();
    await clerk.signIn(hall.clerk.session?.staff.staffNo ?? '', TEST_PASSWORD, hall.counterIds[0]);
    const shown = await clerk.api.revealNumber({ params: { id: caseId }, body: { field: 'applicantIdentity' } });
    expect(shown.value).toBe(person(31).identityNumber);
    const detail = await clerk.api.getCase({ params: { id: caseId } });
    const papers = [
      ...detail.notices.map((notice) => notice.fileId),
      ...detail.materials.flatMap((one) => one.files.map((file) => file.id)),
    ];
    for (const id of papers) expect((await clerk.raw('GET', `/api/cases/${caseId}/files/${id}`)).status).toBe(200);
    expect(papers.length).toBeGreaterThanOrEqual(3);
    const next = await acceptedShopCase(hall, 33, clerk);
    const numbers = await target.database.query<{ no: string }>('SELECT case_no AS no FROM cases');
    expect(new Set(numbers.map((row) => row.no)).size).toBe(3);
    expect(next.caseNo).not.toBeNull();
    expect(await restored.drain()).toBeGreaterThan(0);
    await restored.close();
    expect(await faultsIn(target.database)).toEqual([]);
  });
});

describe('a backup of an older version', () => {
  /** What a later version of the program would bring. */
  class AddNickname1900000000000 implements MigrationInterface {
    readonly name = 'AddNickname1900000000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE staff ADD nickname text; UPDATE staff SET nickname = '小' || left(name, 1)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('ALTER TABLE staff DROP nickname');
    }
  }
  const later = { ...SCHEMA, migrations: [...SCHEMA.migrations, AddNickname1900000000000] };

  it('is loaded as it was, into a database with nothing in it, and then brought up to date', async () => {
    const target = await emptyTarget();
    await target.database.query('DROP SCHEMA public CASCADE; DROP SCHEMA bullmq CASCADE; CREATE SCHEMA public');
    await migrateAsSaved(later, manifest, target.database);
    await target.restore();
    expect((await migrate(later, target.database.ownerUrl, target.database.url)).executed).toEqual(['AddNickname1900000000000']);
    expect(await target.database.query(`SELECT nickname FROM staff WHERE name = '林晓雯'`)).toEqual([{ nickname: '小林' }]);
    expect(await faultsIn(target.database)).toEqual([]);
    await target.database.drop();
  });

  it('is refused by a database that is further', async () => {
    const target = await emptyTarget();
    await migrate(later, target.database.ownerUrl, target.database.url);
    await expect(migrateAsSaved(later, manifest, target.database)).rejects.toThrow(/AddNickname1900000000000）比备份的.*新：请恢复到空的/);
    await target.database.drop();
  });
});

it('is one moment of a hall at work', async () => {
  const at = join(root, 'at-work');
  const [taken] = await Promise.all([
    backup({ database: app.database, dataDir: app.config.dataDir }, at),
    ...[41, 42, 43, 44].map((who) => acceptedShopCase(hall, who)),
  ]);
  const target = await emptyTarget();
  await target.restore({ folder: at });
  expect(await faultsIn(target.database)).toEqual([]);
  const rows = await target.database.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM case_file ORDER BY 1');
  expect(taken.files).toEqual(rows.map((row) => row.sha256));
  await target.database.drop();
});

it('carries files from a folder into an object store, and back', async () => {
  const s3 = await startFakeS3();
  const account = { region: 'us-east-1', bucket: 'onewindow', accessKeyId: 'key', secretAccessKey: 'secret' };
  const store = await createFileStore({ s3: { endpoint: s3.endpoint, ...account }, dataDir: root });
  const target = await emptyTarget();
  await target.restore({ store });
  expect(s3.objects.size).toBe(manifest.files?.length);
  const { ownerUrl } = target.database;
  const from = { ownerUrl, store, keysFile: null, keys: app.config.keys, folder: join(root, 'from-s3'), say: quiet };
  expect(contentOf(await writeBackup(from))).toEqual(contentOf(manifest));
  await target.database.drop();
  await s3.stop();
});

it('names files that the store has lost, and leaves the rest as a backup', async () => {
  const dataDir = mkdtempSync(join(root, 'lossy-'));
  cpSync(join(app.config.dataDir, 'files'), join(dataDir, 'files'), { recursive: true });
  const [gone, damaged] = manifest.files ?? [];
  rmSync(caseFile(dataDir, gone ?? ''));
  writeFileSync(caseFile(dataDir, damaged ?? ''), 'something else');
  const lossy = await backup({ database: app.database, dataDir }, join(root, 'lossy'));
  expect(lossy.lostFiles).toEqual([gone, damaged]);
});

describe('a restore is refused, and changes nothing,', () => {
  let target: Target;
  let copy: string;
  beforeAll(async () => {
    target = await emptyTarget();
  });
  afterAll(() => target.database.drop());
  beforeEach(() => {
    copy = copyOfBackup();
    // Files come first: those of an attempt that failed later are there.
    rmSync(join(target.dataDir, 'files'), { recursive: true, force: true });
  });

  const refused = async (sentence: RegExp, more: Partial<RestoreInput> = {}): Promise<void> => {
    await expect(target.restore({ folder: copy, ...more })).rejects.toThrow(sentence);
    expect(await target.database.query('SELECT id FROM staff UNION ALL SELECT id FROM cases')).toEqual([]);
    expect(existsSync(join(target.dataDir, 'keys.json'))).toBe(false);
  };
  const otherKeys: Keys = {
    encryption: new Map(),
    currentEncryptionKeyId: '',
    blindIndex: Buffer.alloc(32),
    suite: 'aes',
    session: Buffer.alloc(32),
  };

  it('from a folder that is no backup', () => refused(/不是完整的备份/, { folder: root }));

  it.each([
    ['a manifest cut short', () => truncateSync(join(copy, 'manifest.json'), 100), /不是完整的备份/],
    ['a table missing', () => rmSync(tableFile(copy, 'notice')), /备份不完整：.*notice/],
    ['a table cut short', () => truncateSync(tableFile(copy, 'case_event'), 200), /表 case_event 已损坏/],
    ['a table of another backup', () => cpSync(tableFile(copy, 'hall'), tableFile(copy, 'staff')), /表 staff 已损坏/],
    ['a file missing', () => rmSync(caseFile(copy, manifest.files?.at(-1) ?? '')), /备份不完整：文件/],
    ['a file changed', () => writeFileSync(caseFile(copy, manifest.files?.at(-1) ?? ''), 'x'), /文件 [0-9a-f]{64} 已损坏/],
    ['keys missing', () => rmSync(join(copy, 'keys.json')), /keys\.json 不见了/],
  ])('from a backup with %s', async (_, damage, sentence) => {
    damage();
    await refused(sentence);
  });

  it('into a store whose own file is damaged', async () => {
    const name = manifest.files?.[0] ?? '';
    mkdirSync(join(target.dataDir, 'files', name.slice(0, 2)), { recursive: true });
    writeFileSync(caseFile(target.dataDir, name), 'damaged');
    await refused(/文件库里的文件 [0-9a-f]{64} 已损坏/);
  });

  it('from a backup of another schema', async () => {
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...readManifest(copy), migrations: ['CreateOther1700000000000'] }));
    await refused(/CreateOther1700000000000.*不同/);
    await expect(migrateAsSaved(SCHEMA, readManifest(copy), target.database)).rejects.toThrow(/CreateOther1700000000000）本版本不认识/);
  });

  it('where the keys in force would not open its numbers', () =>
    refused(/用别的密钥加密的.*ENCRYPTION_KEY、BLIND_INDEX_KEY/, { keys: { file: null, read: () => otherKeys } }));

  it('while somebody is connected', async () => {
    const company = new pg.Client({ connectionString: target.database.url });
    await company.connect();
    await refused(/还有 1 个连接在用这个数据库/);
    await company.end();
  });

  it('over people who are there, unless they are to be replaced', async () => {
    await target.restore();
    await target.database.query(`UPDATE staff SET name = '后来的人'`);
    await expect(target.restore()).rejects.toThrow(/已经有数据/);
    const nameless = async () => await target.database.query(`SELECT 1 FROM staff WHERE name = '后来的人'`);
    expect(await nameless()).not.toEqual([]);
    mkdirSync(target.dataDir, { recursive: true });
    writeFileSync(join(target.dataDir, 'keys.json'), '{"keys":"in use"}');
    await target.restore({ replace: true });
    expect(await nameless()).toEqual([]);
    expect(readFileSync(join(target.dataDir, 'keys.json.before-restore'), 'utf8')).toBe('{"keys":"in use"}');
  });
});
