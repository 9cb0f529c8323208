// Child processes that end when we end: Ctrl+C, a stop from outside, or our own death.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

import { childEnv, pinnedNode, ROOT, say, Trouble } from './workspace.mjs';

const FOLLOW_PARENT = join(ROOT, 'apps/api/ops/follow-parent.mjs');
const PATIENCE_MS = 30_000;
const SAME_PRESS_MS = 700;
const PARENT_CHECK_MS = 500;
// Some tools colour what nobody looks at, whatever they are told.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * A long-running Node process. It gets a process group of its own, so that the terminal's Ctrl+C reaches only us and we pass it on once
 * (PostgreSQL under it would otherwise be stopped over its head), and a channel whose end tells it that we died.
 */
export function spawnServer(args, { cwd = ROOT, env = {}, pipe = false } = {}) {
  const output = pipe ? 'pipe' : 'inherit';
  return spawn(pinnedNode(), ['--import', FOLLOW_PARENT, ...args], {
    cwd,
    env: childEnv(env),
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
  });
}

/** Ends with the exit code of a child: 128 + n when signal n ended it, as shells say it. */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Passes the first stop on to all children and waits for them; a third press, or thirty seconds, ends them by force. */
export function stopTogether(children, sentence) {
  let presses = 0;
  let last = 0;
  const force = () => {
    for (const child of children) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Already gone.
      }
    }
  };
  const press = () => {
    // npm passes on the signal that the terminal has sent us already: that is one press.
    if (Date.now() - last < SAME_PRESS_MS) return;
    last = Date.now();
    presses += 1;
    if (presses === 1) stop();
    else if (presses === 2) say('还在停止，请稍候；再按一次 Ctrl+C 强行结束。');
    else force();
  };
  const stop = () => {
    presses = Math.max(presses, 1);
    if (sentence) say(sentence);
    for (const child of children) child.kill('SIGTERM');
    setTimeout(() => {
      say('30 秒内没有停下，强行结束。');
      force();
    }, PATIENCE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, press);
  // A stop sent to npm ends the shell between us and doesn't reach us: we notice that our parent has gone.
  const parent = process.ppid;
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  if (underNpm) setInterval(() => process.ppid !== parent && presses === 0 && stop(), PARENT_CHECK_MS).unref();
  return { stop, stopping: () => presses > 0 };
}

/** Runs a program to its end; gives its exit code and what it printed. `onLine` sees every line as it comes. */
export async function runToEnd(program, args, { cwd = ROOT, env = {}, onLine } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: childEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stopped = false;
  const pass = (signal) => {
    stopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  let output = '';
  let rest = '';
  const read = (chunk) => {
    const plain = chunk.replace(COLOURS, '');
    output += plain;
    const lines = (rest + plain).split('\n');
    rest = lines.pop();
    for (const line of lines) onLine?.(line);
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit, signal) => resolve(exit ?? 128 + (constants.signals[signal] ?? 0)));
    });
    if (stopped) throw new Trouble('已停止。', 130);
    return { code, output };
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass);
  }
}
