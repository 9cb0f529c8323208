import { migrate } from '../platform/database/migrate.js';
import { StartRefused } from '../platform/process/run.js';
import { SCHEMA } from '../schema.js';
import { argumentsOf } from './arguments.js';
import { runOperation } from './operation.js';

argumentsOf({}, 'npm run migrate');

/** npm run migrate: brings the schema up to date; safe to run from several places at once. */
runOperation('any', async ({ ownerUrl, url, database, say }) => {
  if (database === 'running') throw new StartRefused('一窗正在这个数据文件夹上运行：它启动时自己更新数据库结构，重新启动即可。');
  const { executed } = await migrate(SCHEMA, ownerUrl, url);
  say(executed.length === 0 ? '数据库结构已是最新' : `已更新数据库结构：${executed.join('、')}`);
  return 0;
});
