import { resolve } from 'node:path';
import { readEnvironment } from '../platform/config/environment.js';
import { keysFileOf, loadKeys } from '../platform/config/keys.js';
import { migrate } from '../platform/database/migrate.js';
import { createFileStore } from '../platform/files/file-store.factory.js';
import { StartRefused } from '../platform/process/run.js';
import { createQueueBackend } from '../platform/queues/queue-backend.js';
import { SCHEMA } from '../schema.js';
import { argumentsOf, refuseArguments } from './arguments.js';
import { readManifest } from './backup/manifest.js';
import { restoreBackup } from './backup/restore-backup.js';
import { migrateAsSaved } from './backup/saved-schema.js';
import { type Operation, runOperation } from './operation.js';
import { reportFailure } from './report-failure.js';
import { readingPool } from './verify/reading.js';
import { verifyEvents } from './verify/verify-events.js';

const USAGE = 'npm run restore -- --from 备份文件夹 [--replace]';
const values = argumentsOf({ from: { type: 'string' }, replace: { type: 'boolean', default: false } }, USAGE);
if (!values.from) refuseArguments('没有说从哪个备份恢复。', USAGE);
const folder = resolve(values.from);

/** Jobs of the data that was there before: those of the backup are found again from its outbox. */
async function emptyQueue(config: Operation['config']): Promise<void> {
  const queue = createQueueBackend(config).openQueue();
  await queue.wipe().finally(() => queue.close());
}

async function restore({ config, ownerUrl, url, database, say }: Operation): Promise<number> {
  if (database === 'running') throw new StartRefused('一窗正在这个数据文件夹上运行：先停掉它再恢复。');
  const environment = readEnvironment(process.env);
  await migrateAsSaved(SCHEMA, readManifest(folder), { ownerUrl, url });
  const manifest = await restoreBackup({
    ownerUrl,
    url,
    store: await createFileStore(config),
    keys: { file: keysFileOf(environment, config.dataDir), read: () => loadKeys(environment, config.dataDir) },
    folder,
    replace: values.replace,
    now: new Date(),
    say,
  });
  const { executed } = await migrate(SCHEMA, ownerUrl, url);
  if (executed.length > 0) say(`备份是旧版本的，已更新数据库结构：${executed.join('、')}`);
  await emptyQueue(config);
  const pool = readingPool(url);
  const report = await verifyEvents(pool, undefined, () => undefined).finally(() => pool.end());
  if (manifest.files === null) say('这份备份不含文件：请把对象存储恢复到同一时间');
  if (manifest.lostFiles.length > 0) say(`做备份时就有 ${manifest.lostFiles.length} 份文件缺失，名单在 manifest.json 的 lostFiles`);
  const faults = report.faults.length;
  say(
    `${report.cases} 件、${report.events} 步的经过已核对，${faults === 0 ? '链完整' : `${faults} 件不完整，请运行 npm run verify:events`}`,
  );
  const until = new Date(manifest.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
  say(`恢复完成：数据到 ${until}，所有人要重新登录`);
  return faults === 0 ? 0 : 1;
}

try {
  // Looked at before a database is made for it.
  readManifest(folder);
  runOperation('any', restore);
} catch (error) {
  reportFailure(error);
}
