import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort, type Product, startProduct } from '../setup/product.mjs';

const API = join(import.meta.dirname, '../../apps/api/dist');
const DATABASE = 'distributed';
const execute = promisify(execFile);

/** A process that listens nowhere. */
export interface WorkerProcess {
  readonly pid: number;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Two API processes and two workers on one PostgreSQL and one Redis: the distributed shape on one machine. */
export interface Fleet {
  readonly apis: readonly [Product, Product];
  readonly workers: [WorkerProcess, WorkerProcess];
  startWorker(): Promise<WorkerProcess>;
  /** Runs an operation on this database; gives what it printed. */
  operate(name: string, ...args: string[]): Promise<string>;
  rowsOf<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function startRedis(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const password = 'redis-of-this-test';
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, '--requirepass', password];
  const server = spawn(process.env.REDIS_SERVER_PATH ?? 'redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) if (line.includes('Ready to accept connections')) break;
  return { url: `redis://:${password}@127.0.0.1:${port}`, stop: () => ended(server, 'SIGTERM') };
}

async function startWorker(env: NodeJS.ProcessEnv): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [join(API, 'worker.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let isWorking = false;
  for await (const line of createInterface(child.stdout)) if ((isWorking = line.includes('"working"'))) break;
  if (!isWorking) throw new Error('The worker ended before it worked: its last words are above');
  // Nobody reads on, and the pipe must not fill.
  child.stdout.resume();
  return { pid: child.pid ?? 0, kill: (signal = 'SIGKILL') => ended(child, signal) };
}

/** Connections to another database of the embedded server that a product runs. */
function addresses(dataDir: string): { owner: string; url: string; postgres: string } {
  const stored = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')) as Record<string, string>;
  const at = (user: string, password: string | undefined, name: string): string =>
    `postgresql://${user}:${encodeURIComponent(password ?? '')}@127.0.0.1:${stored.port}/${name}`;
  return {
    owner: at('onewindow', stored.ownerPassword, DATABASE),
    url: at('onewindow_app', stored.applicationPassword, DATABASE),
    postgres: at('onewindow', stored.ownerPassword, 'postgres'),
  };
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Takes down in turn what was put up, the last first; also after half a start. */
class Takedown {
  private readonly steps: (() => Promise<unknown>)[] = [];

  add(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  async run(): Promise<void> {
    for (const step of this.steps.splice(0)) await step();
  }
}

/**
 * Moves the demonstration from the one process that serves it to many: backup there, an empty database migrated by its owner, restore,
 * then the processes. The one process stays as the keeper of the PostgreSQL server.
 */
export async function startFleet(): Promise<Fleet> {
  const takedown = new Takedown();
  try {
    return await assemble(takedown);
  } catch (error) {
    await takedown.run();
    throw error;
  }
}

async function assemble(takedown: Takedown): Promise<Fleet> {
  const keeper = await startProduct({ env: { WORKER: 'off' } });
  takedown.add(() => keeper.stop());
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-fleet-'));
  takedown.add(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  const redis = await startRedis(folder);
  takedown.add(() => redis.stop());
  const { owner, url, postgres } = addresses(keeper.dataDir);
  const base = { ...process.env, NODE_OPTIONS: '' };
  const shared = { DATABASE_URL: url, REDIS_URL: redis.url, DATA_DIR: folder, DEMONSTRATION: 'true' };
  const run = async (env: NodeJS.ProcessEnv, name: string, args: string[]): Promise<string> =>
    (await execute(process.execPath, [join(API, 'cli', `${name}.js`), ...args], { env: { ...base, ...env } })).stdout;
  const operate = (name: string, ...args: string[]) => run({ ...shared, DATABASE_OWNER_URL: owner }, name, args);

  const backup = join(folder, 'moved');
  await run({ DATA_DIR: keeper.dataDir }, 'backup', ['--folder', backup]);
  await query(postgres, `CREATE DATABASE ${DATABASE}`);
  await operate('migrate');
  await operate('restore', '--from', backup);
  const api = async (): Promise<Product> => {
    const product = await startProduct({ entry: 'main.js', dataDir: folder, env: shared });
    takedown.add(() => product.stop());
    return product;
  };
  const worker = async (): Promise<WorkerProcess> => {
    const started = await startWorker({ ...base, ...shared });
    takedown.add(() => started.kill('SIGTERM'));
    return started;
  };
  const [one, two, first, second] = await Promise.all([api(), api(), worker(), worker()]);
  return {
    apis: [one, two],
    workers: [first, second],
    startWorker: worker,
    operate,
    rowsOf: (sql) => query(owner, sql),
    stop: () => takedown.run(),
  };
}
