import { migrate } from '../platform/database/migrate.js';
import { SCHEMA } from '../schema.js';
import { runOperation } from './operation.js';

/** npm run migrate: brings the schema up to date; safe to run from several places at once. */
runOperation({ migrate: false }, async ({ ownerUrl, url, say }) => {
  const { executed } = await migrate(SCHEMA, ownerUrl, url);
  say(executed.length === 0 ? '数据库结构已是最新' : `已更新数据库结构：${executed.join('、')}`);
  return 0;
});
