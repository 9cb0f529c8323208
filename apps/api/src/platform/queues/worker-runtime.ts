import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { JobRunner } from './job-runner.js';
import type { JobWorker } from './job-worker.js';
import type { JobQueue } from './job-queue.js';
import type { QueueBackend } from './queue-backend.js';
import { JOB_QUEUE, QUEUE_BACKEND } from './queue-tokens.js';
import { Sweeper } from './sweeper.js';

/** Relay, worker and sweeps of one process. Started in worker.ts, and in main when everything runs in one process. */
@Injectable()
export class WorkerRuntime implements BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerRuntime.name);
  private worker: JobWorker | undefined;
  private started = false;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly jobs: JobRunner,
    private readonly sweeper: Sweeper,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
  ) {}

  start(): void {
    this.started = true;
    this.open().start();
    this.relay.start();
    this.sweeper.start();
  }

  /** Relays and does everything that is waiting, including what that work asks for; returns how many jobs were tried. For tests. */
  async drain(): Promise<number> {
    let tried = 0;
    for (;;) {
      await this.relay.drain();
      const now = await this.open().drain();
      if (now === 0) return tried;
      tried += now;
    }
  }

  /** Before anything else closes: no new jobs, then finish those in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.started) {
      await this.relay.stop();
      await this.sweeper.stop();
    }
    await this.worker?.close();
    await this.queue.close();
  }

  private open(): JobWorker {
    if (this.worker) return this.worker;
    const worker = this.backend.openWorker((job) => this.jobs.work(job));
    worker.onDead(async (job, error) => {
      this.logger.error({ job: job.id, topic: job.name, error }, 'a job failed for the last time');
      await this.jobs
        .bury(job.id ?? '', error.message)
        .catch((failure: unknown) => this.logger.error({ error: failure }, 'a dead job was not recorded'));
    });
    this.worker = worker;
    return worker;
  }
}
