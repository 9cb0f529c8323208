import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../process/error-code.js';
import { StartRefused } from '../../process/run.js';
import { APPLICATION_ROLE } from '../grants.js';
import { type Binaries, findBinaries } from './binaries.js';
import { Cluster, type ClusterInput, damagedData, dataVersion, initialise, isForeignFolder, PortTaken, socketFolder } from './cluster.js';
import { isAlive, stopOrphan } from './orphan.js';
import { place } from './placement.js';
import { databaseUser } from './system-user.js';

const DATABASE = 'onewindow';
const storedSchema = z.object({ port: z.number().int(), ownerPassword: z.string(), applicationPassword: z.string() });
type Stored = z.output<typeof storedSchema>;

/** The embedded PostgreSQL with its two connections. */
export interface EmbeddedDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function openDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartRefused(`不能写数据文件夹 ${dataDir}：请改正它的权限，或用 DATA_DIR 指定另一个文件夹。`);
  }
}

async function storedAccess(file: string): Promise<Stored> {
  if (!existsSync(file)) {
    const secret = (): string => randomBytes(24).toString('base64url');
    const fresh = { port: await freePort(), ownerPassword: secret(), applicationPassword: secret() };
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
    return fresh;
  }
  try {
    return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'EACCES') throw new StartRefused(`没有权限读 ${file}：请用当初启动一窗的那个用户运行，或改正权限。`);
    throw new StartRefused(`文件 ${file} 已损坏，里面是数据库密码：请放回原来的它，或换一个 DATA_DIR，再用 npm run restore 从备份恢复。`);
  }
}

/** One process at a time owns a data folder. */
function takeFolder(dataDir: string): () => void {
  const file = join(dataDir, 'running.pid');
  const holder = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  if (holder > 1 && holder !== process.pid && isAlive(holder) && isNode(holder)) {
    throw new StartRefused(`另一个一窗（进程 ${holder}）正在使用 ${dataDir}：请先停掉它，或用 DATA_DIR 指定另一个文件夹。`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** After a restart of the machine the number may belong to anybody. */
export function isNode(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? /node/.test(readFileSync(file, 'utf8')) : process.platform !== 'linux';
}

function refuseForeignData(folder: string, binaries: Binaries): void {
  const version = dataVersion(folder);
  if (version !== null && version !== binaries.major) {
    throw new StartRefused(
      `数据文件夹 ${folder} 是 PostgreSQL ${version} 的数据，本程序自带 ${binaries.major}：请用当初的程序版本运行 npm run backup，把 DATA_DIR 改到新的文件夹，用本版本运行 npm run restore，再启动。`,
    );
  }
  if (isForeignFolder(folder)) throw new StartRefused(`数据文件夹 ${folder} 里没有数据库，却有别的文件：请把它移走，或从备份恢复。`);
}

/** The same connection by the server's socket, where it has one. */
function throughSocket(url: string, folder: string): string {
  const socket = socketFolder(folder);
  return socket === null ? url : `${url}?host=${encodeURIComponent(socket)}`;
}

async function startOnSomePort(input: ClusterInput, stored: Stored, file: string): Promise<Cluster> {
  try {
    return await Cluster.start(input, stored.port);
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    const port = await freePort();
    writeFileSync(file, `${JSON.stringify({ ...stored, port }, null, 2)}\n`, { mode: 0o600 });
    return await Cluster.start(input, port);
  }
}

/** A server that runs on damaged files, or on somebody else's, is not left behind. */
async function openDatabase(cluster: Cluster, folder: string): Promise<void> {
  try {
    await cluster.ensureDatabase(DATABASE);
  } catch (error) {
    await cluster.stop();
    if (errorCode(error) !== '28P01') throw damagedData(folder, error instanceof Error ? error.message : String(error));
    throw new StartRefused(
      `数据库拒绝了保存的密码，database.json 不是 ${folder} 里这个数据库的：请放回原来的 database.json；要重新开始或从备份恢复，先把 ${folder} 移走。`,
    );
  }
}

/**
 * Starts the PostgreSQL that npm brought along, on the project's data folder.
 * @param dataDir absolute path of the data folder
 * @param say told in Chinese what is being done
 */
export async function startEmbeddedDatabase(dataDir: string, say: (words: string) => void): Promise<EmbeddedDatabase> {
  openDataDir(dataDir);
  const leaveFolder = takeFolder(dataDir);
  try {
    const user = databaseUser();
    const { binaries, folder, moved } = place(dataDir, await findBinaries(), user);
    if (moved) say(`数据库用户 ${user?.name ?? ''} 进不了本文件夹，数据库程序和数据放在 ${folder}`);
    refuseForeignData(folder, binaries);
    const file = join(dataDir, 'database.json');
    const stored = await storedAccess(file);
    const input = { binaries, folder, user, password: stored.ownerPassword, logFile: join(dataDir, 'pg.log') };
    if (dataVersion(folder) === null) {
      say(`初始化 PostgreSQL ${binaries.version}：${folder}`);
      initialise(input);
    } else if (await stopOrphan(folder)) say('上次没有正常停止，已收回留下的数据库进程');
    say('启动数据库');
    const cluster = await startOnSomePort(input, stored, file);
    await openDatabase(cluster, folder);
    return {
      url: throughSocket(`postgresql://${APPLICATION_ROLE}:${stored.applicationPassword}@127.0.0.1:${cluster.port}/${DATABASE}`, folder),
      ownerUrl: cluster.ownerUrl(DATABASE),
      folder,
      stop: async () => {
        await cluster.stop();
        leaveFolder();
      },
    };
  } catch (error) {
    leaveFolder();
    throw error;
  }
}
