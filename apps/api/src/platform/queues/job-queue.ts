import type { IQueueBackend, Queue } from 'bullmq';
import type { OutboxMessage } from '../outbox/outbox-statements.js';

/** A failed attempt is repeated this often, after 1, 2, 4 … seconds. */
const ATTEMPTS = 8;
const BACKOFF_MS = 1_000;

/** Whether the queue still knows a message's job. `gone` after a loss, and after completion. */
export type JobState = 'waiting' | 'dead' | 'gone';

/** The sending end of the queue. */
export interface JobQueue {
  /** Adds jobs under their messages' ids; an id that is already there changes nothing. */
  add(messages: readonly OutboxMessage[]): Promise<void>;
  stateOf(messageId: string): Promise<JobState>;
  /** Forgets a dead job, so that its message can be sent again. */
  forget(messageId: string): Promise<void>;
  /** Makes attempts that wait for their back-off due now. */
  promoteDelayed(): Promise<void>;
  /** Resolves when the queue answers. */
  ping(): Promise<void>;
  /** Empties the queue: what a lost Redis looks like. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/** The part of BullMQ's queue that is used, whichever back end it has. */
type BullQueue = Pick<
  Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend>,
  'addBulk' | 'getJob' | 'getJobCounts' | 'promoteJobs' | 'obliterate' | 'close'
>;

export class BullJobQueue implements JobQueue {
  constructor(
    private readonly queue: BullQueue,
    private readonly closeConnection: () => Promise<void>,
  ) {}

  async add(messages: readonly OutboxMessage[]): Promise<void> {
    await this.queue.addBulk(
      messages.map((message) => ({
        name: message.topic,
        data: message.payload,
        opts: {
          jobId: message.id,
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: BACKOFF_MS },
          removeOnComplete: true,
          removeOnFail: { age: 30 * 24 * 3600 },
        },
      })),
    );
  }

  async stateOf(messageId: string): Promise<JobState> {
    const job = await this.queue.getJob(messageId);
    if (!job) return 'gone';
    const state = await job.getState();
    return state === 'failed' ? 'dead' : state === 'completed' || state === 'unknown' ? 'gone' : 'waiting';
  }

  async forget(messageId: string): Promise<void> {
    await (await this.queue.getJob(messageId))?.remove();
  }

  async promoteDelayed(): Promise<void> {
    await this.queue.promoteJobs();
  }

  async ping(): Promise<void> {
    await this.queue.getJobCounts('active');
  }

  async wipe(): Promise<void> {
    await this.queue.obliterate({ force: true });
  }

  async close(): Promise<void> {
    await this.queue.close();
    await this.closeConnection();
  }
}
