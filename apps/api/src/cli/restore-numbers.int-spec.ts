import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

let app: TestApp;
let hall: HallAtWork;
let root: string;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  root = mkdtempSync(join(tmpdir(), 'onewindow-numbers-'));
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

const storeIn = (dataDir: string) => createFileStore({ s3: null, dataDir });

it('R8.4 a restore gives no number again that was given after its backup, nor after an earlier restore', async () => {
  for (const who of [31, 32]) await acceptedShopCase(hall, who);
  const folder = join(root, 'backup');
  const { keys, dataDir: from } = app.config;
  const keysFile = join(root, 'source-keys.json');
  writeFileSync(keysFile, '{}');
  const of = { ownerUrl: app.database.ownerUrl, store: await storeIn(from), keysFile, keys };
  await writeBackup({ ...of, folder, say: () => undefined });
  // As if it were made at the hour of the hall at work.
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...readManifest(folder), at: app.clock.now().toISOString() }));

  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(root, 'target-'));
  const said: string[] = [];
  const restore = async (replace: boolean) => {
    const place = { file: join(dataDir, 'keys.json'), read: () => keys };
    const { ownerUrl, url } = database;
    const target = { ownerUrl, url, store: await storeIn(dataDir), keys: place };
    await restoreBackup({ ...target, folder, replace, now: app.clock.now(), say: (words) => said.push(words) });
  };
  const next = async (who: number) => {
    const restored = await startApp({ database, dataDir, clock: app.clock });
    const clerk = restored.client();
    await clerk.signIn(hall.clerk.session?.staff.staffNo ?? '', TEST_PASSWORD, hall.counterIds[0]);
    const { caseNo, notices } = await acceptedShopCase(hall, who, clerk);
    await restored.close();
    return [Number(caseNo?.slice(14, 20)), notices[0]?.number.replace(/^.*〕/, '')];
  };
  await restore(false);
  expect(said).toContainEqual(expect.stringContaining('2026-03-02 至 2026-03-02 的受理编号每天跳过 100000 个，文书号每种跳过 2000 个'));
  expect(await next(34)).toEqual([100_003, '2003 号']);
  await restore(true);
  expect(await next(35)).toEqual([200_004, '4004 号']);
  await database.drop();
});
