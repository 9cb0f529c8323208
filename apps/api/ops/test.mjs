// npm test: everything that must hold, to the end, with one count. Needs nothing but Node and npm on the machine.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { failedTasks, failuresIn, nx } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { countJest } from './tally.mjs';
import { ensureTools } from './tools.mjs';
import { main, ROOT, say } from './workspace.mjs';

const RESULTS = join(ROOT, 'test-results');
const MOST_LINES = 120;

const STATIC = '--output-style=static';
// What only reads the sources runs side by side, so that no core waits for the last project of a kind.
const CHECKS = [
  { title: '格式与规则、类型、边界与金丝雀', targets: ['lint', 'typecheck', 'boundaries'] },
  { title: '构建', targets: ['build'] },
];
// Jest takes both cores by itself, so its projects go one after the other.
const SUITES = [
  { title: '单元测试', target: 'test', folder: 'unit' },
  { title: '集成测试', target: 'test-int', folder: 'integration' },
  { title: '浏览器测试', target: 'e2e', folder: 'browser' },
];

const total = { passed: 0, failed: 0 };

function begin(title) {
  say(`· ${title}…`);
  return Date.now();
}

function account(title, started, { passed, failed, reports }) {
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`${failed === 0 ? '✓' : '✗'} ${title}：${passed} 项通过${failed > 0 ? `，${failed} 项失败` : ''}（${seconds} 秒）`);
  for (const report of reports) say(`  ${report.replaceAll('\n', '\n  ')}`);
}

function keepLog(title, output) {
  const file = join(RESULTS, `${title}.log`);
  writeFileSync(file, output);
  return file;
}

async function check({ title, targets }, env) {
  const started = begin(title);
  const { code, output } = await nx(['run-many', '-t', targets.join(','), '--parallel=2', STATIC], { env });
  const log = keepLog(title, output);
  const reports = code === 0 ? [] : [`${failuresIn(output).split('\n').slice(0, MOST_LINES).join('\n')}\n（全文：${log}）`];
  const tasks = failedTasks(output);
  const told = targets.filter((target) => tasks.some((task) => task.endsWith(`:${target}`))).length;
  const failed = code === 0 ? 0 : Math.max(told, 1);
  account(title, started, { passed: targets.length - failed, failed, reports });
}

async function projectsWith(target, env) {
  const { output } = await nx(['show', 'projects', '--with-target', target, '--json'], { env });
  return JSON.parse(/^\[.*\]$/m.exec(output)?.[0] ?? '[]');
}

async function suite({ title, target, folder }, env) {
  const started = begin(title);
  const projects = await projectsWith(target, env);
  const { code, output } = await nx(['run-many', '-t', target, '--parallel=1', STATIC], { env });
  const log = keepLog(title, output);
  const counts = projects.map((project) => countJest(project, join(RESULTS, folder, `${project}.json`)));
  if (code !== 0) say(`  全文：${log}`);
  const sum = (of) => counts.reduce((number, count) => number + of(count), 0);
  const reports = counts.flatMap((count) => count.reports);
  if (code !== 0 && reports.length === 0) reports.push(`测试进程以 ${code} 结束，却没有一项失败（全文：${log}）`);
  if (projects.length === 0) reports.push(`没有一个项目有 ${target}`);
  account(title, started, { passed: sum((count) => count.passed), failed: reports.length, reports });
}

await main(async () => {
  await ensureInstalled();
  const env = ensureTools();
  rmSync(RESULTS, { recursive: true, force: true });
  for (const { folder } of SUITES) mkdirSync(join(RESULTS, folder), { recursive: true });
  for (const step of CHECKS) await check(step, env);
  for (const step of SUITES) await suite(step, env);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
