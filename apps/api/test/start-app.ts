import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEFAULT_LIGHT_THRESHOLDS, DEFAULT_STALLED_AFTER, type LightThresholds } from '@onewindow/domain';
import { AppModule } from '../src/app.module.js';
import { AppConfig, type CryptoSuite, type S3Config } from '../src/platform/config/app-config.js';
import { createHttpApp } from '../src/platform/http/http-server.js';
import { SignalBus } from '../src/platform/live/signal-bus.js';
import { PinoLogger } from '../src/platform/logging/pino-logger.js';
import { Sweeper } from '../src/platform/queues/sweeper.js';
import { WorkerRuntime } from '../src/platform/queues/worker-runtime.js';
import { createTestDatabase, type TestDatabase } from './databases.js';
import { TestClient } from './test-client.js';
import { TestClock } from './test-clock.js';

export interface TestAppOptions {
  /** Several applications on one database are several processes of one installation. */
  readonly database?: TestDatabase;
  readonly clock?: TestClock;
  readonly redisUrl?: string;
  readonly dataDir?: string;
  readonly s3?: S3Config;
  readonly uploadLimitBytes?: number;
  readonly sessionIdleMinutes?: number;
  readonly sessionHours?: number;
  readonly demonstration?: boolean;
  /** SM4 and SM3 instead of AES and SHA-256. */
  readonly cryptoSuite?: CryptoSuite;
  readonly lights?: LightThresholds;
  readonly stalledAfter?: number;
  /** Lines of the access log from this level on go to `write`. */
  readonly accessLog?: { readonly level: string; write(line: string): void };
  /** Further modules, such as a feature that only a test has. */
  readonly modules?: readonly Type<unknown>[];
}

/** The real application, listening on a port of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly baseUrl: string;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly config: AppConfig;
  /** A new browser. */
  client(): TestClient;
  /** Relays the outbox and does all jobs, until nothing is left; returns how many were tried. */
  drain(): Promise<number>;
  /** Runs the sweeps that are due at the clock's time. */
  sweep(): Promise<string[]>;
  /** Sends the signals of finished commits now. */
  flushSignals(): Promise<void>;
  get<T>(type: abstract new (...parameters: never[]) => T): T;
  close(): Promise<void>;
}

// The same for all applications of a run: what one seals, another opens.
const ENCRYPTION = Buffer.alloc(32, 7);
const KEYS = {
  encryption: new Map([['test', ENCRYPTION]]),
  currentEncryptionKeyId: 'test',
  blindIndex: Buffer.alloc(32, 8),
  suite: 'aes' as const,
  session: Buffer.alloc(32, 9),
};

function configFor(database: TestDatabase, dataDir: string, options: TestAppOptions): AppConfig {
  return Object.assign(Object.create(AppConfig.prototype) as AppConfig, {
    production: false,
    host: '127.0.0.1',
    port: 0,
    trustProxy: 'loopback',
    sessionIdleMinutes: options.sessionIdleMinutes ?? 30,
    sessionHours: options.sessionHours ?? 12,
    secureCookies: false,
    dataDir,
    keys: { ...KEYS, suite: options.cryptoSuite ?? KEYS.suite },
    database: { url: database.url, ownerUrl: null, poolSize: 8 },
    redisUrl: options.redisUrl ?? null,
    s3: options.s3 ?? null,
    uploadLimitBytes: options.uploadLimitBytes ?? 20 * 1024 * 1024,
    logLevel: process.env.TEST_LOG_LEVEL ?? 'fatal',
    accessLogLevel: options.accessLog?.level ?? 'silent',
    demonstration: options.demonstration ?? true,
    regionName: '临江区',
    deferralPercentages: { A: 30, B: 20, C: 0 },
    cardReaderOrigin: null,
    signInNotes: { announcement: null, helpDesk: null },
    publicUrl: 'http://localhost:3000',
    lights: options.lights ?? DEFAULT_LIGHT_THRESHOLDS,
    stalledAfter: options.stalledAfter ?? DEFAULT_STALLED_AFTER,
  } satisfies AppConfig);
}

/** Starts the application on a database of its own, with a clock that the test moves. Relay and worker only run when drained. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const clock = options.clock ?? new TestClock();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), `onewindow-app-${randomBytes(3).toString('hex')}-`));
  const config = configFor(database, dataDir, options);
  const base = AppModule.forRoot({ config, clock });
  const module = { ...base, imports: [...(base.imports ?? []), ...(options.modules ?? [])] };
  const app = await createHttpApp(module, config, new PinoLogger(config.logLevel, options.accessLog));
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address();
  if (typeof address !== 'object' || address === null) throw new Error('The test application listens nowhere');
  const baseUrl = `http://127.0.0.1:${address.port}`;
  return {
    app,
    baseUrl,
    clock,
    database,
    config,
    client: () => new TestClient(baseUrl),
    drain: () => app.get(WorkerRuntime).drain(),
    sweep: () => app.get(Sweeper).runDue(),
    flushSignals: () => app.get(SignalBus).flush(),
    get: (type) => app.get(type),
    close: async () => {
      await app.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
      if (!options.database) await database.drop();
    },
  };
}
