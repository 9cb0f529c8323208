import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { assertReadyForProduction, assertSchemaCurrent } from './platform/database/start-checks.js';
import { createHttpApp } from './platform/http/http-server.js';
import { PinoLogger } from './platform/logging/pino-logger.js';
import { listenRefusal } from './platform/process/run.js';
import { WorkerRuntime } from './platform/queues/worker-runtime.js';
import type { PlatformOptions } from './platform/platform.module.js';

/** A listening HTTP process. */
export interface RunningHttp {
  readonly app: NestFastifyApplication;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Checks the schema, starts the application and listens.
 * @param options configuration, and the clock in tests
 * @param mode `withWorker` also relays and does jobs in this process
 */
export async function startHttp(options: PlatformOptions, mode: { withWorker: boolean }): Promise<RunningHttp> {
  const { config } = options;
  await assertSchemaCurrent(config);
  await assertReadyForProduction(config);
  const app = await createHttpApp(AppModule.forRoot(options), config, new PinoLogger(config.logLevel));
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw listenRefusal(error, config.host, config.port);
  }
  if (mode.withWorker) app.get(WorkerRuntime).start();
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return { app, port, close: () => app.close() };
}
