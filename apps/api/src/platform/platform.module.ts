import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock/clock.js';
import { CommandRunner } from './commands/command-runner.js';
import { AppConfig } from './config/app-config.js';
import { SuiteSealer } from './crypto/suite-sealer.js';
import { Sealer } from './crypto/sealer.js';
import { createDataSource, type Schema } from './database/data-source.js';
import { Database } from './database/database.js';
import { LookUps } from './database/look-ups.js';
import { Downloads } from './files/downloads.js';
import { createFileStore } from './files/file-store.factory.js';
import { FileStore } from './files/file-store.js';
import { OrphanSweep } from './files/orphan-sweep.js';
import { ResumableUploads } from './files/resumable-uploads.js';
import { UploadsController } from './files/uploads.controller.js';
import { Uploads } from './files/uploads.js';
import { Housekeeping } from './housekeeping.js';
import { AccessGuard } from './http/access.guard.js';
import { HealthController } from './http/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SignalBus } from './live/signal-bus.js';
import { StreamController } from './live/stream.controller.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { JobRegistry } from './queues/job-registry.js';
import { JobRunner } from './queues/job-runner.js';
import { createQueueBackend, type QueueBackend } from './queues/queue-backend.js';
import { JOB_QUEUE, QUEUE_BACKEND } from './queues/queue-tokens.js';
import { Sweeper } from './queues/sweeper.js';
import { WorkerRuntime } from './queues/worker-runtime.js';

/** What is given from outside when the application is put together. */
export interface PlatformOptions {
  readonly config: AppConfig;
  /** Entities and migrations of the features. */
  readonly schema: Schema;
  /** Tests bring their own. */
  readonly clock?: Clock;
}

async function connect(schema: Schema, config: AppConfig): Promise<DataSource> {
  const { url, poolSize } = config.database;
  return await createDataSource({ schema, url, poolSize, applicationName: 'onewindow' }).initialize();
}

const SHARED = [
  AppConfig,
  Clock,
  CommandRunner,
  Database,
  Downloads,
  FileStore,
  JobRegistry,
  LookUps,
  OutboxRelay,
  ResumableUploads,
  Sealer,
  SignalBus,
  Sweeper,
  Uploads,
  WorkerRuntime,
  JOB_QUEUE,
  QUEUE_BACKEND,
];

/** Everything that features stand on; global, so that they need not import it. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, schema, clock = new Clock() }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, StreamController, UploadsController],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: DataSource, useFactory: () => connect(schema, config) },
        { provide: Sealer, useFactory: () => new SuiteSealer(config.keys) },
        { provide: FileStore, useFactory: () => createFileStore(config) },
        {
          provide: SignalBus,
          useFactory: async () => {
            const signals = new SignalBus(config);
            await signals.start();
            return signals;
          },
        },
        { provide: QUEUE_BACKEND, useFactory: () => createQueueBackend(config) },
        { provide: JOB_QUEUE, useFactory: (backend: QueueBackend) => backend.openQueue(), inject: [QUEUE_BACKEND] },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        CommandRunner,
        Database,
        Downloads,
        Housekeeping,
        JobRegistry,
        JobRunner,
        LookUps,
        OrphanSweep,
        OutboxRelay,
        ResumableUploads,
        Sweeper,
        Uploads,
        WorkerRuntime,
      ],
      exports: SHARED,
    };
  }
}
