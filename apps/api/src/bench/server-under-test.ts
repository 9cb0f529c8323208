import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ProcessorTime, processorTime } from './processor-time.js';

const START_SECONDS = 180;

/** The product as `npm start` runs it: its own database under a folder of its own, on a free port of this machine alone. */
export class ServerUnderTest {
  private constructor(
    readonly origin: URL,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly ownsData: boolean,
  ) {}

  /**
   * Starts it and waits until it is ready.
   * @param options `dataDir` to run on a database that is there already; `env` for further settings
   */
  static async start(options: { dataDir?: string; env?: Record<string, string> } = {}): Promise<ServerUnderTest> {
    const port = await freePort();
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'onewindow-bench-')));
    const entry = new URL('../embedded.js', import.meta.url);
    const child = spawn(process.execPath, [entry.pathname], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...options.env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const server = new ServerUnderTest(new URL(`http://127.0.0.1:${port}`), dataDir, child, options.dataDir === undefined);
    await server.ready();
    return server;
  }

  /** Resident memory of the API's process in MiB; NaN where the system does not tell. */
  async memory(): Promise<number> {
    try {
      const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  /** Processor time since the start, by who used it. @param postmaster process id of its database server */
  processorTime(postmaster: number): ProcessorTime {
    return processorTime(this.child.pid ?? 0, postmaster);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await ended;
    }
    if (this.ownsData) await rm(this.dataDir, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (let waited = 0; waited < START_SECONDS * 4; waited += 1) {
      if (this.child.exitCode !== null) throw new Error(`The server ended with code ${this.child.exitCode} before it was ready`);
      try {
        const health = await fetch(new URL('/api/health', this.origin));
        if (health.ok) return;
      } catch {
        // Not listening yet.
      }
      await delay(250);
    }
    throw new Error('The server was not ready in time');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address === 'string' || address === null) throw new Error('No free port');
  return address.port;
}
