import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { IQueueBackend, Job, Worker } from 'bullmq';
import type { Opened } from './opened.js';

/** A queue that could not be opened is tried again after this time. */
const RETRY_MS = 5_000;

/** What a worker is given: the message's id, its topic, its payload. */
export interface QueuedJob {
  readonly id?: string | undefined;
  readonly name: string;
  readonly data: unknown;
}
export type WorkJob = (job: QueuedJob) => Promise<void>;
/** A job has failed for the last time; resolves when that is on record. Never rejects. */
export type DeadJobListener = (job: QueuedJob, error: Error) => Promise<void>;

/** The receiving end of the queue. */
export interface JobWorker {
  /** Works until closed. */
  start(): void;
  onDead(listener: DeadJobListener): void;
  /** Does what is waiting now, one after the other, and returns how many were tried. For tests: nothing else is running. */
  drain(): Promise<number>;
  /** Waits for the jobs in hand, takes no more. */
  close(): Promise<void>;
}

export type AnyJob = Job<unknown, void>;
/** The part of BullMQ's worker that is used, whichever back end it has. */
type BullWorker = Pick<Worker<unknown, void, string, IQueueBackend>, 'run' | 'getNextJob' | 'waitUntilReady'>;

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

export class BullJobWorker implements JobWorker {
  private readonly logger = new Logger(BullJobWorker.name);
  private readonly deadListeners: DeadJobListener[] = [];
  private readonly closing = new AbortController();

  constructor(
    private readonly worker: Opened<BullWorker>,
    private readonly work: WorkJob,
    private readonly hangUp: () => void,
  ) {}

  start(): void {
    void this.runWhenOpen();
  }

  private async runWhenOpen(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        const worker = await this.worker.ready();
        if (!signal.aborted) await worker.run();
        return;
      } catch (error) {
        this.logger.error({ error }, 'the queue could not be opened; tried again shortly');
        await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  onDead(listener: DeadJobListener): void {
    this.deadListeners.push(listener);
  }

  async drain(): Promise<number> {
    const worker = await this.worker.ready();
    await worker.waitUntilReady();
    let tried = 0;
    for (;;) {
      const token = randomUUID();
      const job = (await worker.getNextJob(token, { block: false })) as AnyJob | undefined;
      if (!job) return tried;
      tried += 1;
      try {
        await this.work(job);
        await job.moveToCompleted(undefined, token, false);
      } catch (error) {
        await job.moveToFailed(asError(error), token, false);
        await this.reportIfDead(job, asError(error));
      }
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.worker.close();
    this.hangUp();
  }

  /** To be called for every failed attempt. */
  async reportIfDead(job: AnyJob, error: Error): Promise<void> {
    if (job.attemptsMade < (job.opts.attempts ?? 1)) return;
    await Promise.all(this.deadListeners.map((listener) => listener(job, error)));
  }
}
