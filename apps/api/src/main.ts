import 'reflect-metadata';
import { loadConfig } from './platform/config/load-config.js';
import { reportAndExit, runUntilSignal } from './platform/process/run.js';
import { startHttp } from './start-http.js';

/** One of any number of HTTP processes on an external PostgreSQL; jobs are left to the workers. */
async function main(): Promise<void> {
  const running = await startHttp({ config: loadConfig(process.env) }, { withWorker: false });
  runUntilSignal(() => running.close());
}

main().catch(reportAndExit);
