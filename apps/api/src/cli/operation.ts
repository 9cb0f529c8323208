import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppConfig } from '../platform/config/app-config.js';
import { dataDirOf, type Environment, readEnvironment } from '../platform/config/environment.js';
import { loadConfig, wantsEmbeddedDatabase } from '../platform/config/load-config.js';
import { startEmbeddedDatabase } from '../platform/database/embedded/embedded-database.js';
import { runningDatabase } from '../platform/database/embedded/running-database.js';
import { migrate, pendingMigrations } from '../platform/database/migrate.js';
import { StartRefused } from '../platform/process/run.js';
import { SCHEMA } from '../schema.js';
import { reportFailure } from './report-failure.js';

/** What an operation works with. */
export interface Operation {
  readonly config: AppConfig;
  /** The application's connection. */
  readonly url: string;
  /** The schema owner's connection. @throws StartRefused where nobody gave one */
  readonly ownerUrl: string;
  /** `external`: a database of DATABASE_URL. `running`: the embedded one that serves the product now. `own`: the embedded one, started for this operation. */
  readonly database: 'external' | 'running' | 'own';
  say(words: string): void;
}

/** What the operation needs to find. */
export type Ground =
  /** A database with the schema of this program; an empty data folder is a mistake. */
  | 'current'
  /** Made where there is none; its schema is brought up to date first, unless the product runs on it. */
  | 'made'
  /** Made where there is none; the schema is the operation's own affair. */
  | 'any';

const started = Date.now();
const say = (words: string): void => {
  process.stdout.write(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)}s] ${words}\n`);
};

type Access = Pick<Operation, 'url' | 'database'> & { readonly owner: string | null; close(): Promise<void> };
const nothingToClose = (): Promise<void> => Promise.resolve();

async function openDatabase(environment: Environment, ground: Ground): Promise<Access> {
  if (!wantsEmbeddedDatabase(environment)) {
    return {
      url: environment.DATABASE_URL ?? '',
      owner: environment.DATABASE_OWNER_URL ?? null,
      database: 'external',
      close: nothingToClose,
    };
  }
  const dataDir = dataDirOf(environment);
  const running = runningDatabase(dataDir);
  if (running) return { url: running.url, owner: running.ownerUrl, database: 'running', close: nothingToClose };
  if (ground === 'current' && !existsSync(join(dataDir, 'database.json')))
    throw new StartRefused(`数据文件夹 ${dataDir} 里还没有数据库：先用 npm start 启动一次，或用 DATA_DIR 指定数据文件夹。`);
  const database = await startEmbeddedDatabase(dataDir, say);
  return { url: database.url, owner: database.ownerUrl, database: 'own', close: () => database.stop() };
}

function operationOn({ url, owner, database }: Access): Operation {
  const config = loadConfig(process.env, { url, ownerUrl: owner });
  return {
    config,
    url,
    get ownerUrl(): string {
      if (owner === null) throw new StartRefused('缺少 DATABASE_OWNER_URL：这项操作要用数据库属主的连接。');
      return owner;
    },
    database,
    say,
  };
}

async function prepareSchema(operation: Operation, ground: Ground): Promise<void> {
  if (ground === 'any') return;
  if (ground === 'made' && operation.database !== 'running') {
    await migrate(SCHEMA, operation.ownerUrl, operation.url);
    return;
  }
  const pending = await pendingMigrations(SCHEMA, operation.url);
  if (pending.length > 0) throw new StartRefused(`数据库结构落后 ${pending.length} 个版本：请先运行 npm run migrate，或重新启动一窗。`);
}

/**
 * Runs one operation of the product: on DATABASE_URL, on the running embedded database, or on one started for it. Ctrl+C ends it and
 * stops the database that was started for it.
 * @param work returns the exit code
 */
export function runOperation(ground: Ground, work: (operation: Operation) => Promise<number>): void {
  let opening: Promise<Access> | undefined;
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    process.stderr.write('已中断\n');
    // Connections break as the database goes: what fails now is no news.
    process.on('uncaughtException', () => undefined);
    // A database that is just starting is waited for, not left behind.
    void Promise.resolve(opening?.then((access) => access.close())).finally(() => process.exit(130));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const main = async (): Promise<void> => {
    opening = openDatabase(readEnvironment(process.env), ground);
    const access = await opening;
    try {
      const operation = operationOn(access);
      await prepareSchema(operation, ground);
      process.exitCode = await work(operation);
    } finally {
      if (!stopping) await access.close();
    }
  };
  main().catch((error: unknown) => {
    if (!stopping) reportFailure(error);
  });
}
