import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { AppConfig } from '../platform/config/app-config.js';
import { dataDirOf, readEnvironment } from '../platform/config/environment.js';
import { loadConfig, wantsEmbeddedDatabase } from '../platform/config/load-config.js';
import { startEmbeddedDatabase } from '../platform/database/embedded/embedded-database.js';
import { runningDatabase } from '../platform/database/embedded/running-database.js';
import { migrate } from '../platform/database/migrate.js';
import { SCHEMA } from '../schema.js';
import { reportAndExit, StartRefused } from '../platform/process/run.js';

/** What an operation works with. */
export interface Operation {
  readonly config: AppConfig;
  readonly url: string;
  /** The schema's owner. */
  readonly ownerUrl: string;
  /** The embedded database serves the product at this moment. */
  readonly running: boolean;
  say(words: string): void;
}

const started = Date.now();
const say = (words: string): void => {
  process.stdout.write(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)}s] ${words}\n`);
};

async function open(): Promise<{ operation: Operation; close: () => Promise<void> }> {
  const environment = readEnvironment(process.env);
  if (!wantsEmbeddedDatabase(environment)) {
    const config = loadConfig(process.env);
    const { url, ownerUrl } = config.database;
    if (ownerUrl === null) throw new StartRefused('缺少 DATABASE_OWNER_URL：这项操作要用数据库属主的连接。');
    return { operation: { config, url, ownerUrl, running: true, say }, close: () => Promise.resolve() };
  }
  const dataDir = dataDirOf(environment);
  const access = runningDatabase(dataDir);
  if (access)
    return { operation: { config: loadConfig(process.env, access), ...access, running: true, say }, close: () => Promise.resolve() };
  const database = await startEmbeddedDatabase(dataDir, say);
  const operation = { config: loadConfig(process.env, database), url: database.url, ownerUrl: database.ownerUrl, running: false, say };
  return { operation, close: () => database.stop() };
}

/**
 * Runs one operation of the product: on DATABASE_URL, on the running embedded database, or on one started for it.
 * @param options `migrate`: bring the schema up to date first, where nothing else runs on it
 * @param work returns the exit code
 */
export function runOperation(options: { migrate: boolean }, work: (operation: Operation) => Promise<number>): void {
  const main = async (): Promise<void> => {
    const { operation, close } = await open();
    try {
      if (options.migrate && !operation.running) await migrate(SCHEMA, operation.ownerUrl, operation.url);
      process.exitCode = await work(operation);
    } finally {
      await close();
    }
  };
  main().catch(reportAndExit);
}

/** Reads the command line. An unknown option ends with one sentence and the usage. */
export function argumentsOf<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    process.stderr.write(`✗ ${error instanceof Error ? error.message : String(error)}\n用法：${usage}\n`);
    process.exit(1);
  }
}
