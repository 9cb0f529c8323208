import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argumentsOf, runOperation } from './operation.js';
import { writeBackup } from './backup/write-backup.js';

const { values } = argumentsOf({ to: { type: 'string' } }, 'npm run backup [-- --to 文件夹]');

/** npm run backup: tables, files and keys into one folder, while the product runs. */
runOperation({ migrate: false }, async ({ config, ownerUrl, say }) => {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const folder = resolve(values.to ?? join(config.dataDir, 'backups', stamp));
  if (existsSync(folder)) {
    process.stderr.write(`✗ ${folder} 已经存在：换一个文件夹名。\n`);
    return 1;
  }
  const filesDir = config.s3 ? null : join(config.dataDir, 'files');
  const manifest = await writeBackup({ ownerUrl, filesDir, keysFile: join(config.dataDir, 'keys.json'), folder, say });
  say(manifest.files === null ? '文件在对象存储里，请另行备份' : `${manifest.files.length} 份文件`);
  say(`备份完成：${folder}`);
  if (manifest.keys) process.stdout.write('里面有加密密钥 keys.json：备份要和密码一样保管。\n');
  return 0;
});
