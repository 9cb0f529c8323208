// Brings node_modules to what package-lock.json says, and does nothing when it is there already.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { main, pinnedNode, ROOT, say, Trouble } from './workspace.mjs';

const MODULES = join(ROOT, 'node_modules');
const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(MODULES, '.onewindow-installed');
const OLDEST_NODE = [20, 19];

/** Checks Node, installs when the lock file has changed, and gives whether it had to. */
export async function ensureInstalled() {
  checkNode();
  const wanted = `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return false;
  const present = alreadyInstalled();
  if (!present) await install();
  pinnedNode();
  try {
    writeFileSync(STAMP, wanted);
  } catch (fault) {
    // Installed by somebody else and only readable to us: good enough to run, we just look again next time.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(fault.code)) throw fault;
  }
  return !present;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Trouble(`当前的 Node 是 ${process.version}，一窗需要 ${OLDEST_NODE.join('.')} 或更新的版本：请先升级 Node，再重新运行。`);
}

/** npm leaves behind what it installed; a tree made by a plain `npm ci` or `npm install` needs no second one. */
function alreadyInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(MODULES, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted)
      .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link)
      .every(([path, entry]) => (present[path] ? present[path].version === entry.version : Boolean(entry.optional)));
  } catch {
    return false;
  }
}

async function install() {
  ensureWritable();
  const paths = wantedHere();
  say(`正在按 package-lock.json 安装依赖（${paths.length} 个包，首次约需一两分钟）…`);
  const started = Date.now();
  const { code, errors, stopped } = await runNpmCi(() => {
    say(`  已展开 ${countUnpacked(paths)} / ${paths.length} 个包，用时 ${Math.round((Date.now() - started) / 1000)} 秒`);
  });
  if (stopped) throw new Trouble('已停止：依赖还没有装完，重新运行时会再装。', 130);
  if (code !== 0) throw new Trouble(installSentence(errors));
  say(`依赖安装完成，用时 ${Math.round((Date.now() - started) / 1000)} 秒。`);
}

function ensureWritable() {
  for (const folder of [ROOT, MODULES]) {
    try {
      if (folder === ROOT || existsSync(folder)) accessSync(folder, constants.W_OK);
    } catch {
      throw new Trouble(`没有权限写入 ${folder}：请用这个文件夹的所有者运行，或先把它的所有权改给当前用户。`);
    }
  }
}

/** Folders that npm will fill on this platform; the binaries of the other platforms, and what only they need, stay away. */
function wantedHere() {
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  const fits = (list, value) => !list || list.includes(value);
  const packages = Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).filter(([path]) => path.startsWith('node_modules/'));
  const foreign = packages
    .filter(([, { os, cpu, libc: libcs }]) => !fits(os, process.platform) || !fits(cpu, process.arch) || !fits(libcs, libc))
    .map(([path]) => path);
  return packages
    .filter(([path, entry]) => !entry.link && !foreign.some((other) => path === other || path.startsWith(`${other}/`)))
    .map(([path]) => path);
}

/** npm makes all folders first and fills them then: a package is there when its package.json is. */
const countUnpacked = (paths) => paths.filter((path) => existsSync(join(ROOT, path, 'package.json'))).length;

/** Runs `npm ci` with the npm and the Node that called us: never with the Node inside node_modules, which it is about to delete. */
async function runNpmCi(onTick) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const { npm_execpath: npmScript, npm_node_execpath: npmNode } = process.env;
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes(join('node_modules', '.bin')));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const byScript = npmScript?.endsWith('npm-cli.js') && npmNode && !npmNode.startsWith(MODULES);
  const child = byScript
    ? spawn(npmNode, [npmScript, ...args], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ticking = setInterval(onTick, 5000);
  let stopped = false;
  const stop = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', (exit) => resolve(exit ?? 1)));
    return { code, errors, stopped };
  } catch (fault) {
    if (fault.code === 'ENOENT') throw new Trouble('找不到 npm：请安装随 Node 附带的 npm，再重新运行。');
    throw fault;
  } finally {
    clearInterval(ticking);
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function installSentence(errors) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(errors))
    return '依赖没有装上：连不到 npm 仓库。请检查网络或代理（npm config get registry），再重新运行；已下载的包不会重复下载。';
  if (/EACCES|EPERM|EROFS/.test(errors)) return `依赖没有装上：没有权限写入 ${MODULES} 或 npm 的缓存。请用这个文件夹的所有者运行。`;
  if (/ENOSPC/.test(errors)) return '依赖没有装上：磁盘已满。请腾出约 2 GB 空间，再重新运行。';
  return `依赖没有装上，npm 说：\n${errors.trim().split('\n').slice(0, 12).join('\n') || '（没有说明：多半是被中途停下了）'}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (!(await ensureInstalled())) say('依赖已是最新。');
  });
}
