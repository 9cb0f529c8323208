import {
  createPostgresBackend,
  createRedisBackend,
  type JobProgress,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { AppConfig } from '../config/app-config.js';
import { QUEUE_SCHEMA } from '../database/grants.js';
import { BullJobQueue, type JobQueue } from './job-queue.js';
import { BullJobWorker, type JobWorker, type WorkJob } from './job-worker.js';
import { opened, openedAnew } from './opened.js';

/** The one queue of named jobs. */
const QUEUE_NAME = 'onewindow';
const CONCURRENCY = 4;

/** What the rest of the program knows of a queue: it can be filled, and a worker can empty it. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  openQueue(): JobQueue;
  openWorker(work: WorkJob): JobWorker;
}

const WORKER = {
  autorun: false,
  concurrency: CONCURRENCY,
  lockDuration: 30_000,
  // A worker that is killed again and again is not the job's fault.
  maxStalledCount: 50,
} as const satisfies Omit<WorkerOptions, 'connection'>;
const QUEUE = { streams: { events: { maxLen: 1_000 } } } as const satisfies Omit<QueueOptions, 'connection'>;

/** Chooses where the queue lives: Redis when REDIS_URL is set, PostgreSQL otherwise. The only place that knows. */
export function createQueueBackend(config: Pick<AppConfig, 'redisUrl' | 'database'>): QueueBackend {
  return config.redisUrl === null ? postgresBackend(config.database.url) : redisBackend(config.redisUrl);
}

// Broken connections show in `ping` and in the call that fails; an unheard error event would end the process.
const heard = (): void => undefined;

function redisBackend(url: string): QueueBackend {
  // A worker waits for Redis to come back; who adds a job learns at once that it is away.
  const connect = (patient: boolean): Redis =>
    new Redis(url, patient ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 1, enableOfflineQueue: false }).on('error', heard);
  /** QUIT waits for an answer: where none can come, the line is cut. */
  const hangUp = (connection: Redis) => (): void => {
    if (connection.status !== 'ready') connection.disconnect();
    else connection.quit().catch(() => connection.disconnect());
  };
  return {
    kind: 'redis',
    openQueue: () => {
      const connection = connect(false);
      const queue = new Queue<unknown, unknown>(QUEUE_NAME, { ...QUEUE, connection }, createRedisBackend);
      queue.on('error', heard);
      return new BullJobQueue(opened(queue), hangUp(connection));
    },
    openWorker: (work) => {
      const connection = connect(true);
      const worker = new Worker<unknown, void>(QUEUE_NAME, work, { ...WORKER, connection }, createRedisBackend);
      worker.on('error', heard);
      const jobWorker = new BullJobWorker(opened(worker), work, hangUp(connection));
      worker.on('failed', (job, error) => job && void jobWorker.reportIfDead(job, error));
      return jobWorker;
    },
  };
}

function postgresBackend(connectionString: string): QueueBackend {
  // Small pools: three workers with defaults held 30 connections.
  const connection = (name: string, max: number) => ({
    connectionString,
    schema: QUEUE_SCHEMA,
    max,
    application_name: name,
    keepAlive: true,
  });
  const nothingMore = (): void => undefined;
  return {
    kind: 'postgres',
    openQueue: () => {
      const options = { ...QUEUE, connection: connection('onewindow-queue', 2) };
      const open = (): Queue<unknown, unknown, string, unknown, unknown, string, PostgresQueueBackend, PostgresConnectionOptions> =>
        new Queue(QUEUE_NAME, options, createPostgresBackend).on('error', heard);
      return new BullJobQueue(openedAnew(open), nothingMore);
    },
    openWorker: (work) => {
      const options = { ...WORKER, connection: connection('onewindow-worker', CONCURRENCY) };
      const open = (): Worker<unknown, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions> =>
        new Worker(QUEUE_NAME, work, options, createPostgresBackend)
          .on('error', heard)
          .on('failed', (job, error) => job && void jobWorker.reportIfDead(job, error));
      const jobWorker = new BullJobWorker(openedAnew(open), work, nothingMore);
      return jobWorker;
    },
  };
}
