// Starts the built product as `npm start` does, on a folder and a port of its own.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../../apps/api/dist/', import.meta.url));
const START_SECONDS = 180;

/** @returns {Promise<number>} a port that is free now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/**
 * Waits until the address answers that it is ready; bounded.
 * @param {string} origin
 * @param {() => boolean} isAlive false once the process has ended
 * @param {() => string} why what it printed
 */
export async function ready(origin, isAlive, why) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    if (!isAlive()) throw new Error(`The product ended before it was ready:\n${why()}`);
    try {
      const answer = await fetch(`${origin}/api/health`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The product was not ready in ${START_SECONDS} s:\n${why()}`);
}

const newDataDir = () => mkdtempSync(join(tmpdir(), 'onewindow-e2e-'));

/** Started by root, the database lies where its own user can reach it and not in the data folder, which says where. */
function databaseElsewhere(dataDir) {
  const file = join(dataDir, 'pg-location.txt');
  return existsSync(file) ? dirname(readFileSync(file, 'utf8').trim()) : null;
}

export function removeData(dataDir) {
  const elsewhere = databaseElsewhere(dataDir);
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** A copy keeps owner and mode: the database refuses files that are not its user's own. */
const copy = (from, to) => execFileSync('cp', ['-a', `${from}/.`, to]);

/**
 * Begins with what a stopped product has left: the demonstration, seeded once for all products of a run.
 * @param {string} from the data folder of a stopped product
 */
function copyData(from) {
  const dataDir = newDataDir();
  copy(from, dataDir);
  const elsewhere = databaseElsewhere(from);
  if (elsewhere) {
    // Named after the data folder, as the product names it.
    const own = join(dirname(elsewhere), createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
    mkdirSync(own, { recursive: true });
    copy(elsewhere, own);
    writeFileSync(join(dataDir, 'pg-location.txt'), `${join(own, 'pg')}\n`);
  }
  return dataDir;
}

/**
 * @param {{ entry?: string, port?: number, env?: Record<string, string>, dataDir?: string }} [options]
 * @returns {Promise<{ origin: string, dataDir: string, pid: number, logFile: string, kill: (signal?: NodeJS.Signals) => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startProduct(options = {}) {
  const entry = join(API, options.entry ?? 'embedded.js');
  if (!existsSync(entry)) throw new Error(`${entry} is not built: run nx run api:build first`);
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const seeded = process.env.ONEWINDOW_SEEDED;
  const dataDir = options.dataDir ?? (seeded ? copyData(seeded) : newDataDir());
  const logFile = join(dataDir, `product-${port}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: origin, ...options.env },
    stdio: ['ignore', log, log],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = async (signal = 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  await ready(
    origin,
    () => child.exitCode === null && child.signalCode === null,
    () => readFileSync(logFile, 'utf8').slice(-4000),
  );
  return {
    origin,
    dataDir,
    pid: child.pid ?? 0,
    logFile,
    kill,
    stop: async () => {
      await kill('SIGTERM');
      if (!options.dataDir) removeData(dataDir);
    },
  };
}
