// npm run dev: everything reloads by itself. The api is compiled as files change and starts again; the two offices come from Vite with hot
// replacement and pass /api on. One Ctrl+C stops all of it.
import { join } from 'node:path';

import { ensureInstalled } from './ensure-installed.mjs';
import { exitOf, spawnServer, stopTogether } from './processes.mjs';
import { ensurePortFree, main, portFromEnv, ROOT, say } from './workspace.mjs';

const SWC = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
const COMPILED = ['libs/domain', 'libs/contracts', 'apps/api'];
const OFFICES = [
  { name: 'front-office', address: '/front/', variable: 'FRONT_PORT', fallback: 5173 },
  { name: 'back-office', address: '/back/', variable: 'BACK_PORT', fallback: 5174 },
];

await main(async () => {
  const port = portFromEnv('PORT', 3000);
  const offices = OFFICES.map((office) => ({ ...office, port: portFromEnv(office.variable, office.fallback) }));
  await ensurePortFree(port, process.env.HOST || '127.0.0.1');
  for (const office of offices) await ensurePortFree(office.port, '127.0.0.1');
  await ensureInstalled();

  const children = [];
  const exits = [];
  const group = stopTogether(children, '正在停止…');
  const add = (name, args, options) => {
    const child = spawnServer(args, { ...options, pipe: true });
    children.push(child);
    exits.push(untilExit(name, child, group));
    return showLines(name, child);
  };

  say('正在编译…');
  const compilers = COMPILED.map((project) => {
    const watch = ['src', '-d', 'dist', '--strip-leading-paths', '--config-file', '../../.swcrc', '--copy-files', '--watch'];
    return add(project, [SWC, ...watch], { cwd: join(ROOT, project) });
  });
  // The first compilation would otherwise start the api a second time.
  await Promise.all(compilers.map((lines) => lines.first('Watching for file changes')));
  if (!group.stopping()) {
    const watched = COMPILED.map((project) => `--watch-path=${join(ROOT, project, 'dist')}`);
    add('api', ['--watch', '--watch-preserve-output', ...watched, join(ROOT, 'apps/api/dist/embedded.js')]);
    for (const office of offices) {
      const args = [VITE, '-c', 'vite.config.ts', '--port', String(office.port), '--strictPort', '--clearScreen', 'false'];
      add(office.name, args, { cwd: join(ROOT, 'apps', office.name), env: { API_URL: `http://127.0.0.1:${port}` } });
      say(`${office.name}：http://localhost:${office.port}${office.address}`);
    }
  }
  return Math.max(...(await Promise.all(exits)));
});

/** None of them is meant to end by itself: the first that does takes the others along. */
async function untilExit(name, child, group) {
  const code = await exitOf(child);
  if (group.stopping()) return 0;
  say(`${name} 自己停了（${code}），其余的也一起停下。`);
  group.stop();
  return 1;
}

/** Shows what a child says under its name; `first` resolves when it says the words, or ends. */
function showLines(name, child) {
  const waiting = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        if (line.trim()) say(`[${name}] ${line}`);
        for (const { words, resolve } of waiting) if (line.includes(words)) resolve();
      }
    });
  }
  const first = (words) =>
    new Promise((resolve) => {
      waiting.push({ words, resolve });
      child.once('exit', resolve);
    });
  return { first };
}
