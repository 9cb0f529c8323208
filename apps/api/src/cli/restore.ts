import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { dataDirOf, readEnvironment } from '../platform/config/environment.js';
import { TYPE_PARSERS } from '../platform/database/type-parsers.js';
import { reportAndExit, StartRefused } from '../platform/process/run.js';
import { readManifest } from './backup/manifest.js';
import { restoreBackup } from './backup/restore-backup.js';
import { argumentsOf, runOperation } from './operation.js';
import { verifyEvents } from './verify/verify-events.js';

const USAGE = 'npm run restore -- --from 备份文件夹 [--replace]';
const { values } = argumentsOf({ from: { type: 'string' }, replace: { type: 'boolean', default: false } }, USAGE);

/** Sealed numbers open only with the keys that sealed them: they must be in place before the configuration is read. */
async function placeKeys(folder: string): Promise<void> {
  const manifest = readManifest(folder);
  const dataDir = dataDirOf(readEnvironment(process.env));
  const target = join(dataDir, 'keys.json');
  if (!manifest.keys || (existsSync(target) && !values.replace)) return;
  await mkdir(dataDir, { recursive: true });
  await copyFile(join(folder, 'keys.json'), target);
}

async function main(): Promise<void> {
  if (!values.from) throw new StartRefused(`没有说从哪个备份恢复。用法：${USAGE}`);
  const folder = resolve(values.from);
  await placeKeys(folder);
  runOperation({ migrate: true }, async ({ config, ownerUrl, url, running, say }) => {
    if (running && !process.env.DATABASE_URL) throw new StartRefused('一窗正在这个数据文件夹上运行：先停掉它再恢复。');
    await restoreBackup({ ownerUrl, filesDir: config.s3 ? null : join(config.dataDir, 'files'), folder, replace: values.replace, say });
    const pool = new pg.Pool({ connectionString: url, max: 2, types: TYPE_PARSERS });
    const report = await verifyEvents(pool, undefined, () => undefined).finally(() => pool.end());
    say(
      `${report.cases} 件、${report.events} 步的经过已核对，${report.faults.length === 0 ? '链完整' : `${report.faults.length} 件不完整，请运行 npm run verify:events`}`,
    );
    return report.faults.length === 0 ? 0 : 1;
  });
}

main().catch(reportAndExit);
