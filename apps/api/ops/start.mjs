// npm start: install, build, then the whole product in one process with its own PostgreSQL.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { exitOf, spawnServer, stopTogether } from './processes.mjs';
import { ensurePortFree, main, portFromEnv, ROOT, Trouble } from './workspace.mjs';

const ENTRY = join(ROOT, 'apps/api/dist/embedded.js');

await main(async () => {
  await ensurePortFree(portFromEnv('PORT', 3000), process.env.HOST || '127.0.0.1');
  await ensureInstalled();
  await build(['api', 'front-office', 'back-office']);
  if (!existsSync(ENTRY)) throw new Trouble(`构建之后没有 ${ENTRY}：请删除 apps/api/dist 后重新运行。`);
  const server = spawnServer([ENTRY]);
  stopTogether([server], '正在停止一窗…');
  return exitOf(server);
});
