// The programs that the tests drive and npm does not bring: a Chromium with Chinese fonts, a Redis.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { say, Trouble } from './workspace.mjs';

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/snap/bin', '/opt/homebrew/bin', '/opt/google/chrome'];
const MAC_CHROMES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function find(names, more = []) {
  const folders = [...new Set([...(process.env.PATH ?? '').split(delimiter), ...PLACES])].filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...more].find(runnable);
}

/** Where Chromium is: what CHROMIUM_PATH says, else the first one found. */
export function findChromium() {
  return named('CHROMIUM_PATH') ?? find(CHROMIUMS, MAC_CHROMES);
}

/** Where redis-server is: what REDIS_SERVER_PATH says, else the first one found. */
export function findRedis() {
  return named('REDIS_SERVER_PATH') ?? find(['redis-server', 'valkey-server']);
}

function named(variable) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (runnable(path)) return path;
  throw new Trouble(`${variable}=${path} 不是可以运行的程序：请改正，或去掉这个变量让脚本自己找。`);
}

/** Only a machine that can be asked (fontconfig) is said to lack Chinese fonts. */
function lacksChineseFont() {
  const asked = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return process.platform === 'linux' && !asked.error && asked.stdout.trim() === '';
}

/** Gives the environment that tells the tests where the programs are; installs what is missing where we may, else says the one command. */
export function ensureTools() {
  const missing = () => [
    ...(findChromium() ? [] : ['chromium']),
    ...(findRedis() ? [] : ['redis-server']),
    ...(!findChromium() || lacksChineseFont() ? ['fonts-noto-cjk'] : []),
  ];
  const wanted = missing();
  if (wanted.length > 0) {
    if (!runnable('/usr/bin/apt-get')) throw new Trouble(otherSystem(wanted));
    if (process.getuid?.() !== 0)
      throw new Trouble(`测试还需要 ${wanted.join('、')}，请先运行：sudo apt-get update && sudo apt-get install -y ${wanted.join(' ')}`);
    aptInstall(wanted);
    const still = missing().filter((name) => name !== 'fonts-noto-cjk');
    if (still.length > 0)
      throw new Trouble(`装过之后仍然找不到 ${still.join('、')}：请用 CHROMIUM_PATH、REDIS_SERVER_PATH 指明它们在哪里。`);
  }
  return { CHROMIUM_PATH: findChromium(), REDIS_SERVER_PATH: findRedis() };
}

function otherSystem(wanted) {
  if (process.platform === 'darwin')
    return '测试还需要 Chromium 与 Redis，请先运行：brew install --cask google-chrome && brew install redis';
  return `测试还需要 ${wanted.join('、')}：请用本系统的包管理器安装，或用 CHROMIUM_PATH、REDIS_SERVER_PATH 指明它们在哪里。`;
}

function aptInstall(packages) {
  say(`测试还需要 ${packages.join('、')}，正在用 apt-get 安装…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (fault) {
    throw new Trouble(`没有装上 ${packages.join('、')}，apt-get 说：\n${String(fault.stderr ?? fault.message).trim()}`);
  }
}
