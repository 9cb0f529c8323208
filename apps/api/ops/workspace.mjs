// What every script here stands on: where the workspace is, which Node runs it, how it speaks. No dependencies: it runs before the first install.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
export const BIN = join(ROOT, 'node_modules', '.bin');

/** A fault that one sentence explains; its stack would only frighten. */
export class Trouble extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const say = (line) => process.stdout.write(`${line}\n`);

/** Runs a script's main function: a Trouble ends it with its sentence, anything else with its stack. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (fault) {
    process.stderr.write(`${fault instanceof Trouble ? fault.message : fault.stack}\n`);
    process.exitCode = fault.exitCode ?? 1;
  }
}

const major = (version) => Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);

/** Path of the Node that runs everything but these scripts: the pinned 24 from npm, else the present one where it is new enough. */
export function pinnedNode() {
  return (foundNode ??= findNode());
}

let foundNode;

function findNode() {
  const pinned = join(BIN, 'node');
  if (existsSync(pinned)) {
    try {
      if (major(execFileSync(pinned, ['--version'], { encoding: 'utf8' })) >= 24) return pinned;
    } catch {
      // An unusable binary (another libc, say) is the same as none.
    }
  }
  if (major(process.version) >= 24) return process.execPath;
  throw new Trouble(
    `本平台（${process.platform}-${process.arch}）没有随包的 Node 24，当前是 ${process.version}：请安装 Node 24 后重新运行（随包支持 linux-x64、linux-arm64、darwin-arm64）。`,
  );
}

/** The environment of the child processes: pinned Node first on the path, Nx without daemon, cloud and screen games. */
export function childEnv(extra = {}) {
  return {
    ...process.env,
    PATH: [BIN, dirname(pinnedNode()), process.env.PATH].join(delimiter),
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    ...extra,
  };
}

/** Refuses early, before minutes of work, when nobody could listen there in the end. */
export async function ensurePortFree(port, host) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) => reject(new Trouble(portSentence(fault.code, port, host))));
    probe.listen(port, host, () => probe.close(resolve));
  });
}

function portSentence(code, port, host) {
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用：请先停掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`;
  if (code === 'EACCES') return `没有权限监听端口 ${port}：请改用 1024 以上的端口，例如 PORT=3000 npm start。`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `本机没有地址 ${host}：请改正 HOST（本机用 127.0.0.1，对大厅网络开放用 0.0.0.0）。`;
  return `不能监听 ${host}:${port}（${code}）。`;
}

/** The port asked for by the environment. */
export function portFromEnv(name, fallback) {
  const text = process.env[name] ?? '';
  if (text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Trouble(`${name}=${text} 不是端口号：请用 1 到 65535 之间的整数，例如 ${name}=${fallback}。`);
}
