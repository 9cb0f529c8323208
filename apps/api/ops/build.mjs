// Builds through Nx, which skips what has not changed.
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './processes.mjs';
import { pinnedNode, ROOT, say, Trouble } from './workspace.mjs';

const NX = join(ROOT, 'node_modules/nx/dist/bin/nx.js');

/** Runs Nx under the pinned Node. */
export function nx(args, options) {
  return runToEnd(pinnedNode(), [NX, ...args], options);
}

/** The tasks that failed, as `project:target`. */
export function failedTasks(output) {
  return /^Failed tasks:\s+((?:- [\w:-]+\s+)+)/m.exec(output)?.[1].match(/[\w-]+:[\w-]+/g) ?? [];
}

/** What Nx printed for the tasks that failed, without the others; all of it when it failed before any task. */
export function failuresIn(output) {
  const failed = failedTasks(output);
  const sections = output.split(/^(?=> nx run )/m).filter((section) => failed.some((task) => section.startsWith(`> nx run ${task}`)));
  const told = sections.map((section) => section.split(/^ NX /m)[0].trim());
  return told.length > 0 ? told.join('\n') : output.trim();
}

function ensureWritable() {
  for (const folder of [ROOT, join(ROOT, 'apps/api'), join(ROOT, '.nx')]) {
    try {
      if (existsSync(folder)) accessSync(folder, constants.W_OK);
    } catch {
      throw new Trouble(`没有权限写入 ${folder}，无法构建：请用这个文件夹的所有者运行，或先把它的所有权改给当前用户。`);
    }
  }
}

/** Builds the projects and all they stand on, saying each as it is taken up; `report` takes the lines. */
export async function build(projects, report = say) {
  ensureWritable();
  const started = Date.now();
  report('正在构建（没有改动的部分会跳过）…');
  const { code, output } = await nx(['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'], {
    onLine: (line) => {
      const project = /^> nx run ([\w-]+):build/.exec(line)?.[1];
      if (project) report(`  ${project}${/cache/.test(line) ? '（未改动）' : ''}`);
    },
  });
  if (code !== 0) throw new Trouble(`${failuresIn(output)}\n构建没有成功，原因见上。`);
  report(`构建完成，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒。`);
}
