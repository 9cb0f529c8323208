// npm run backup, restore, admin:create …: one operation of the product, from its build.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { exitOf } from './processes.mjs';
import { childEnv, main, pinnedNode, ROOT, Trouble } from './workspace.mjs';

await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (!name || !/^[a-z]+([:-][a-z]+)*$/.test(name))
    throw new Trouble('用法：node apps/api/ops/run.mjs <名称>，例如 backup、restore、admin:create。');
  // An image carries the build without its sources: there is nothing to install or build then.
  if (existsSync(join(ROOT, 'apps/api/src'))) {
    await ensureInstalled();
    // What the operation prints may be piped on: our own lines stay out of it.
    await build(['api'], (line) => process.stderr.write(`${line}\n`));
  }
  const entry = join(ROOT, 'apps/api/dist/cli', `${name.replaceAll(':', '-')}.js`);
  if (!existsSync(entry)) throw new Trouble(`没有「${name}」这项操作：构建里没有 ${entry}。`);
  const child = spawn(pinnedNode(), [entry, ...args], { cwd: ROOT, env: childEnv(), stdio: 'inherit' });
  // The terminal's Ctrl+C reaches the child by itself; it decides how to end, we wait for it. A stop from outside is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return exitOf(child);
});
