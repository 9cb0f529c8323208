import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runningDatabase } from '../platform/database/embedded/running-database.js';
import { type ProcessorTime, processorTime } from './processor-time.js';

const START_SECONDS = 180;

/** One process of the API. */
interface ApiProcess {
  readonly origin: URL;
  readonly child: ChildProcess;
}

/**
 * The product as `npm start` runs it: its own database under a folder of its own, on a free port of this machine alone. With more than one
 * replica, as docker-compose.yml runs it: further processes of the API beside the first, on the same database.
 */
export class ServerUnderTest {
  private readonly processes: ApiProcess[] = [];

  private constructor(
    readonly dataDir: string,
    private readonly ownsData: boolean,
  ) {}

  /**
   * Starts it and waits until it is ready.
   * @param options `dataDir` to run on a database that is there already; `env` for further settings; `replicas` of the API, one unless told
   */
  static async start(options: { dataDir?: string; env?: Record<string, string>; replicas?: number } = {}): Promise<ServerUnderTest> {
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'onewindow-bench-')));
    const server = new ServerUnderTest(dataDir, options.dataDir === undefined);
    try {
      await server.spawn('embedded.js', { ...options.env });
      while (server.processes.length < (options.replicas ?? 1)) {
        await server.spawn('main.js', { ...options.env, DATABASE_URL: runningDatabase(dataDir)?.url ?? '' });
      }
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Of every replica. */
  get origins(): URL[] {
    return this.processes.map(({ origin }) => origin);
  }

  get origin(): URL {
    return this.first.origin;
  }

  /** Resident memory of the first process of the API in MiB; NaN where the system does not tell. */
  async memory(): Promise<number> {
    try {
      const status = await readFile(`/proc/${this.first.child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  /** Processor time since the start, by who used it. @param postmaster process id of its database server */
  processorTime(postmaster: number): ProcessorTime {
    const pids = this.processes.map(({ child }) => child.pid ?? 0);
    return processorTime(pids, postmaster);
  }

  /** The first holds the database: it ends last. */
  async stop(): Promise<void> {
    for (const { child } of this.processes.toReversed()) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode !== null) continue;
      child.kill('SIGTERM');
      await ended;
    }
    if (this.ownsData) await rm(this.dataDir, { recursive: true, force: true });
  }

  private get first(): ApiProcess {
    const [first] = this.processes;
    if (!first) throw new Error('The server was not started');
    return first;
  }

  private async spawn(entry: 'embedded.js' | 'main.js', env: Record<string, string>): Promise<void> {
    const port = await freePort();
    const child = spawn(process.execPath, [new URL(`../${entry}`, import.meta.url).pathname], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: this.dataDir, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const one = { origin: new URL(`http://127.0.0.1:${port}`), child };
    this.processes.push(one);
    await ready(one);
  }
}

async function ready({ origin, child }: ApiProcess): Promise<void> {
  for (let waited = 0; waited < START_SECONDS * 4; waited += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode} before it was ready`);
    try {
      const health = await fetch(new URL('/api/health', origin));
      if (health.ok) return;
    } catch {
      // Not listening yet.
    }
    await delay(250);
  }
  throw new Error('The server was not ready in time');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address === 'string' || address === null) throw new Error('No free port');
  return address.port;
}
