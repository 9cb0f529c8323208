import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase } from '../../test/databases.js';
import { acceptedShopCase, type HallAtWork, openHall } from '../../test/hall-factory.js';
import { TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { createFileStore } from '../platform/files/file-store.factory.js';
import { readManifest } from './backup/manifest.js';
import { restoreBackup } from './backup/restore-backup.js';
import { writeBackup } from './backup/write-backup.js';

const KEYS_OF_SOURCE = '{"keys":"of the source"}';
let app: TestApp;
let hall: HallAtWork;
let root: string;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  for (const who of [31, 32]) await acceptedShopCase(hall, who);
  root = mkdtempSync(join(tmpdir(), 'onewindow-restore-'));
  folder = join(root, 'backup');
  const keysFile = join(root, 'source-keys.json');
  writeFileSync(keysFile, KEYS_OF_SOURCE);
  const { keys, dataDir } = app.config;
  const of = { ownerUrl: app.database.ownerUrl, store: await storeIn(dataDir), keysFile, keys };
  await writeBackup({ ...of, folder, say: () => undefined });
  // As if it were made at the hour of the hall at work.
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...readManifest(folder), at: app.clock.now().toISOString() }));
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

const storeIn = (dataDir: string) => createFileStore({ s3: null, dataDir });

/** An empty installation to restore into. */
async function emptyTarget() {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(root, 'target-'));
  const keysFile = join(dataDir, 'keys.json');
  const restore = async (say: (words: string) => void, replace = false) => {
    const { ownerUrl, url } = database;
    const place = { file: keysFile, read: () => app.config.keys };
    const target = { ownerUrl, url, store: await storeIn(dataDir), keys: place };
    await restoreBackup({ ...target, folder, replace, now: app.clock.now(), say });
  };
  return { database, dataDir, keysFile, restore };
}

it('R8.4 a restore gives no number again that was given after its backup, nor after an earlier restore', async () => {
  const { database, dataDir, restore } = await emptyTarget();
  const said: string[] = [];
  const say = (words: string) => said.push(words);
  const next = async (who: number) => {
    const restored = await startApp({ database, dataDir, clock: app.clock });
    const clerk = restored.client();
    await clerk.signIn(hall.clerk.session?.staff.staffNo ?? '', TEST_PASSWORD, hall.counterIds[0]);
    const { caseNo, notices } = await acceptedShopCase(hall, who, clerk);
    await restored.close();
    return [Number(caseNo?.slice(14, 20)), notices[0]?.number.replace(/^.*〕/, '')];
  };
  await restore(say);
  expect(said).toContainEqual(expect.stringContaining('2026-03-02 至 2026-03-02 的受理编号每天跳过 100000 个，文书号每种跳过 2000 个'));
  expect(await next(34)).toEqual([100_003, '2003 号']);
  await restore(say, true);
  expect(await next(35)).toEqual([200_004, '4004 号']);
  await database.drop();
});

it('keeps the keys of what is restored though the line to it breaks at the very end', async () => {
  const { database, keysFile, restore } = await emptyTarget();
  writeFileSync(keysFile, '{"keys":"of the first start"}');
  const breaking = (words: string): void => {
    if (words.includes('整理统计')) throw new Error('the terminal is gone');
  };
  await expect(restore(breaking)).rejects.toThrow('the terminal is gone');
  expect(await database.query('SELECT count(*)::int AS n FROM cases')).toEqual([{ n: 2 }]);
  expect(readFileSync(keysFile, 'utf8')).toBe(KEYS_OF_SOURCE);
  await database.drop();
});
