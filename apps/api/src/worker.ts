import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { loadConfig } from './platform/config/load-config.js';
import { assertKeysOpen, assertReadyForProduction, assertSchemaCurrent } from './platform/database/start-checks.js';
import { PinoLogger } from './platform/logging/pino-logger.js';
import { reportAndExit, runUntilSignal } from './platform/process/run.js';
import { giveBackMemory } from './platform/process/spare-memory.js';
import { SCHEMA } from './schema.js';
import { WorkerRuntime } from './platform/queues/worker-runtime.js';

/** One of any number of worker processes: relay, jobs, sweeps. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await assertSchemaCurrent(SCHEMA, config);
  await assertReadyForProduction(config);
  await assertKeysOpen(config);
  const logger = new PinoLogger(config.logLevel);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ config }), { logger, abortOnError: false });
  await giveBackMemory();
  app.get(WorkerRuntime).start();
  logger.log('working', 'worker');
  runUntilSignal(() => app.close());
}

main().catch(reportAndExit);
