import type { Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppOptions } from './app.module.js';
import { assertKeysOpen, assertReadyForProduction, assertSchemaCurrent } from './platform/database/start-checks.js';
import { createHttpApp } from './platform/http/http-server.js';
import { PinoLogger } from './platform/logging/pino-logger.js';
import { listenRefusal } from './platform/process/run.js';
import { giveBackMemory } from './platform/process/spare-memory.js';
import { WorkerRuntime } from './platform/queues/worker-runtime.js';
import { SCHEMA } from './schema.js';

/** A stop waits this long for answers under way, then cuts the lines. */
const PATIENCE_MS = 10_000;

/** A listening HTTP process. */
export interface RunningHttp {
  readonly app: NestFastifyApplication;
  readonly port: number;
  close(): Promise<void>;
}

export interface HttpMode {
  /** Relays and does jobs in this process too. */
  readonly withWorker: boolean;
  /** Runs when everything stands and nobody can call yet: the demonstration is seeded here. */
  readonly beforeListening?: (app: INestApplicationContext) => Promise<void>;
}

/**
 * Checks the schema, starts the application and listens.
 * @param options configuration, and the clock in tests
 */
export async function startHttp(options: AppOptions, mode: HttpMode): Promise<RunningHttp> {
  const { config } = options;
  await assertSchemaCurrent(SCHEMA, config);
  await assertReadyForProduction(config);
  await assertKeysOpen(config);
  const logger = new PinoLogger(config.logLevel);
  const app = await createHttpApp(AppModule.forRoot(options), config, logger);
  try {
    await app.init();
    await mode.beforeListening?.(app);
    await giveBackMemory();
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw listenRefusal(error, config.host, config.port);
  }
  if (mode.withWorker) app.get(WorkerRuntime).start();
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  logger.log({ host: config.host, port }, 'listening', 'main');
  const close = async (): Promise<void> => {
    const impatience = setTimeout(() => (app.getHttpServer() as Server).closeAllConnections(), PATIENCE_MS);
    await app.close();
    clearTimeout(impatience);
  };
  return { app, port, close };
}
