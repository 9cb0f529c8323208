import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readEnvironment } from '../platform/config/environment.js';
import { keysFileOf } from '../platform/config/keys.js';
import { createFileStore } from '../platform/files/file-store.factory.js';
import { StartRefused } from '../platform/process/run.js';
import { argumentsOf, refuseArguments } from './arguments.js';
import { removeOld, stampOf } from './backup/old-backups.js';
import { writeBackup } from './backup/write-backup.js';
import { runOperation } from './operation.js';

const USAGE = 'npm run backup [-- --folder 文件夹 | --under 上级文件夹 --keep 份数] [--without-files]';
const values = argumentsOf(
  { folder: { type: 'string' }, under: { type: 'string' }, keep: { type: 'string' }, 'without-files': { type: 'boolean', default: false } },
  USAGE,
);
const keep = values.keep === undefined ? null : Number(values.keep);
if (values.folder && (values.under || keep !== null)) refuseArguments('--folder 是一份备份的文件夹，不和 --under、--keep 一起用。', USAGE);
if (keep !== null && (!Number.isInteger(keep) || keep < 1)) refuseArguments('--keep 是留下的份数，至少 1。', USAGE);

/** npm run backup: tables, files and keys into one folder, while the product runs. */
runOperation('current', async ({ config, ownerUrl, say }) => {
  const folder = resolve(values.folder ?? join(values.under ?? join(config.dataDir, 'backups'), stampOf(new Date())));
  if (existsSync(folder)) throw new StartRefused(`${folder} 已经存在：换一个文件夹名。`);
  const store = values['without-files'] ? null : await createFileStore(config);
  const keysFile = keysFileOf(readEnvironment(process.env), config.dataDir);
  const manifest = await writeBackup({ ownerUrl, store, keysFile, keys: config.keys, folder, say });
  say(manifest.files === null ? '按要求没有备份文件：请另行备份对象存储' : `${manifest.files.length} 份文件`);
  say(`备份完成：${folder}`);
  if (keep !== null) for (const name of removeOld(dirname(folder), keep)) say(`已删除旧备份 ${name}`);
  process.stdout.write(
    manifest.keys
      ? '里面有加密密钥 keys.json：备份要和密码一样保管。\n'
      : '密钥来自环境变量，不在备份里：ENCRYPTION_KEY 和 BLIND_INDEX_KEY 要另存一份。\n',
  );
  if (manifest.lostFiles.length === 0) return 0;
  process.stderr.write(`✗ ${manifest.lostFiles.length} 份文件在文件库里找不到或已损坏，没有备份到，名单在 manifest.json 的 lostFiles。\n`);
  return 1;
});
