import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from '../../process/run.js';
import type { Binaries } from './binaries.js';
import type { SystemUser } from './system-user.js';

/** Superuser of the cluster; it owns the schema and migrates. */
export const CLUSTER_OWNER = 'onewindow';

export interface ClusterInput {
  readonly binaries: Binaries;
  readonly folder: string;
  readonly user: SystemUser | null;
  readonly password: string;
  readonly logFile: string;
}

const as = (user: SystemUser | null) => (user ? { uid: user.uid, gid: user.gid } : {});
/** The database is the same whatever language the machine speaks. */
const ENVIRONMENT = { ...process.env, LANG: 'C', LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };

/** A sixteenth of the machine's memory: what a hall's desks read all day stays in it. Taken from the system only as it is filled. */
const SHARED_MEBIBYTES = Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 16)));

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  shared_buffers: `${SHARED_MEBIBYTES}MB`,
  max_connections: '100',
  synchronous_commit: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // A hall's first morning fills tables that were empty: until they are counted anew, statements go by plans for a few rows.
  autovacuum_naptime: '15s',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  idle_in_transaction_session_timeout: '60s',
};

/** A socket's address holds no more bytes on any supported system. */
const LONGEST_SOCKET = 103;

/**
 * Where the server's Unix socket lies: in its data folder, which only its user can enter. Through it a statement costs about half of what it
 * costs through TCP.
 * @returns null where the path is too long for a socket; then TCP on the loopback address serves
 */
export function socketFolder(folder: string): string | null {
  const usable = process.platform !== 'win32' && !/[,\s]/.test(folder) && Buffer.byteLength(`${folder}/.s.PGSQL.65535`) <= LONGEST_SOCKET;
  return usable ? folder : null;
}

/** Major version of the data in a folder; null when there is no database. */
export function dataVersion(folder: string): number | null {
  const file = join(folder, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}

/** Makes an empty cluster. It is built beside and renamed, so that an interruption leaves nothing half-made. */
export function initialise(input: ClusterInput): void {
  const { binaries, folder, user, password } = input;
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'onewindow-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [half, secrets, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=scram-sha-256'];
    const result = spawnSync(binaries.initdb, [`--pgdata=${half}`, `--username=${CLUSTER_OWNER}`, `--pwfile=${passwordFile}`, ...flags], {
      ...as(user),
      env: ENVIRONMENT,
      cwd: '/',
      encoding: 'utf8',
    });
    if (/could not look up effective user ID/.test(result.stderr))
      throw new StartRefused(
        `当前用户（编号 ${process.getuid?.()}）在本机没有名字，PostgreSQL 不肯运行：请用有用户名的用户运行 npm start。`,
      );
    if (result.status !== 0) throw new StartRefused(`数据库初始化失败：${lastLine(result.stderr)}。请检查 ${folder} 的权限和磁盘空间。`);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(half, folder);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

/** True for a folder that has something in it, but no database. */
export function isForeignFolder(folder: string): boolean {
  return existsSync(folder) && dataVersion(folder) === null && readdirSync(folder).length > 0;
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  const telling = lines.filter((line) => /error|fatal|panic/i.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? '').trim();
}

/** The way forward where the server, or one of its files, is past mending. A backup goes into an empty folder. */
export function damagedData(folder: string, reason: string): StartRefused {
  return new StartRefused(
    `数据库启动不了，数据文件夹 ${folder} 可能已损坏（${reason}）：请把它改名，再用 npm run restore 从备份恢复，或重新开始。`,
  );
}

/** Why the server did not start, as one sentence. */
function refusalOf(log: string, folder: string): StartRefused {
  const reason = lastLine(log);
  if (/Permission denied|has wrong ownership|invalid permissions/.test(log)) {
    return new StartRefused(`数据文件夹 ${folder} 的权限不对：请把它的所有者改回启动本程序的用户（或 postgres），权限改为 700。`);
  }
  if (/No space left/.test(log)) return new StartRefused(`磁盘已满：请清理 ${folder} 所在的磁盘后重新启动。`);
  if (/could not (map|create|resize).*shared memory|Cannot allocate memory/.test(log))
    return new StartRefused('内存不够启动数据库：请关掉别的程序，至少留出 1 GB 内存。');
  return damagedData(folder, reason);
}

function isReady(folder: string, pid: number | undefined): boolean {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** The port is taken by somebody else; another one will do. */
export class PortTaken extends Error {}

/** A running PostgreSQL server of our own. */
export class Cluster {
  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
    private readonly password: string,
  ) {}

  /** Starts the server and waits until it answers. */
  static async start(input: ClusterInput, port: number, settings: Readonly<Record<string, string>> = {}): Promise<Cluster> {
    const { binaries, folder, user, password, logFile } = input;
    const socket = socketFolder(folder);
    const flags = Object.entries({ ...SETTINGS, unix_socket_directories: socket ?? '', ...settings }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    // The log goes straight into a file: the server outlives a pipe to a killed parent. Its own process group keeps Ctrl+C from it.
    const log = openSync(logFile, 'w', 0o600);
    const child = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...flags], {
      ...as(user),
      env: ENVIRONMENT,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const cluster = new Cluster(child, port, password);
    try {
      await cluster.ready(folder, logFile);
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Connection of the owner to a database of this cluster. */
  ownerUrl(database: string): string {
    return `postgresql://${CLUSTER_OWNER}:${encodeURIComponent(this.password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** Creates a database unless it exists, and sees that it opens. */
  async ensureDatabase(name: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.ownerUrl('postgres') });
    await client.connect();
    try {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0`);
    } finally {
      await client.end();
    }
    // It may be listed, and its folder gone.
    const opened = new pg.Client({ connectionString: this.ownerUrl(name) });
    await opened.connect();
    await opened.end();
  }

  /** Fast shutdown: open transactions are rolled back, everything is on disk. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill('SIGINT');
    await exited;
  }

  /** The server writes `ready` into the last line of its own file; nobody else on the port is asked. */
  private async ready(folder: string, logFile: string): Promise<void> {
    for (;;) {
      if (this.process.exitCode !== null || this.process.signalCode !== null) {
        const log = readFileSync(logFile, 'utf8');
        throw /could not bind|Address already in use/.test(log) ? new PortTaken() : refusalOf(log, folder);
      }
      if (isReady(folder, this.process.pid)) return;
      await pause(20);
    }
  }
}
