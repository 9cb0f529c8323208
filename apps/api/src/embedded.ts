import 'reflect-metadata';
import { dataDirOf, readEnvironment } from './platform/config/environment.js';
import { loadConfig, wantsEmbeddedDatabase } from './platform/config/load-config.js';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './platform/database/embedded/embedded-database.js';
import { reportAndExit, runUntilSignal } from './platform/process/run.js';
import { SignInPage } from './people/index.js';
import { seedDemonstration } from './seed/index.js';
import { type RunningHttp, startHttp } from './start-http.js';

const started = Date.now();
const say = (words: string): void => {
  process.stdout.write(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)}s] ${words}\n`);
};

/** Addresses and demonstration accounts, as the last thing on the screen. */
function farewell(host: string, port: number, accounts: readonly { staffNo: string; duty: string; password: string }[]): void {
  const base = `http://${host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
  const lines = [
    '',
    '一窗已启动',
    `  前台  ${base}/front/`,
    `  后台  ${base}/back/`,
    `  接口  ${base}/api/docs`,
    `  健康  ${base}/api/health`,
  ];
  if (accounts.length > 0) {
    lines.push('', '演示账号（密码相同）');
    for (const { staffNo, duty, password } of accounts) lines.push(`  ${staffNo}  ${password}  ${duty}`);
  }
  lines.push('', '按 Ctrl+C 停止', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function openDatabase(): Promise<EmbeddedDatabase | undefined> {
  const environment = readEnvironment(process.env);
  return wantsEmbeddedDatabase(environment) ? await startEmbeddedDatabase(dataDirOf(environment), say) : undefined;
}

/** Everything in one process: embedded PostgreSQL, HTTP, relay and worker. */
async function main(): Promise<void> {
  const opening = openDatabase();
  let running: RunningHttp | undefined;
  const close = async (): Promise<void> => {
    await running?.close();
    // A start that failed has said why, and left nothing running.
    const database = await opening.catch(() => undefined);
    await database?.stop();
  };
  const isStopping = runUntilSignal(async () => {
    say('正在停止…');
    await close();
    say('已停止');
  });
  try {
    const config = loadConfig(process.env, await opening);
    say('更新数据库结构');
    running = await startHttp(
      { config },
      { withWorker: process.env.WORKER !== 'off', beforeListening: (app) => seedDemonstration(app, say).then(() => undefined) },
    );
    farewell(config.host, running.port, (await running.app.get(SignInPage).read()).demonstrationAccounts);
  } catch (error) {
    // Stopped in the middle of the start: the database going away is no failure.
    if (isStopping()) return;
    await close();
    throw error;
  }
}

main().catch(reportAndExit);
