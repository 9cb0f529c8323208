import type { IQueueBackend, Queue } from 'bullmq';
import type { OutboxMessage } from '../outbox/outbox-statements.js';
import type { Opened } from './opened.js';

/** A failed attempt is repeated this often, after 1, 2, 4 … seconds. */
const ATTEMPTS = 8;
const BACKOFF_MS = 1_000;

/** A queue that is away does not answer at all; the caller holds a transaction. */
const PATIENCE_MS = 3_000;

/** The queue did not answer in time. */
export class QueueSilent extends Error {}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueSilent(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return await Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

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
  'addBulk' | 'getJob' | 'getJobCounts' | 'promoteJobs' | 'obliterate'
>;

export class BullJobQueue implements JobQueue {
  constructor(
    private readonly queue: Opened<BullQueue>,
    private readonly hangUp: () => void,
  ) {}

  async add(messages: readonly OutboxMessage[]): Promise<void> {
    const jobs = messages.map((message) => ({
      name: message.topic,
      data: message.payload,
      opts: {
        jobId: message.id,
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: BACKOFF_MS },
        removeOnComplete: true,
        removeOnFail: { age: 30 * 24 * 3600 },
      },
    }));
    await within(this.queue.ready().then((queue) => queue.addBulk(jobs)));
  }

  async stateOf(messageId: string): Promise<JobState> {
    const job = await within(this.queue.ready().then((queue) => queue.getJob(messageId)));
    if (!job) return 'gone';
    const state = await within(job.getState());
    return state === 'failed' ? 'dead' : state === 'completed' || state === 'unknown' ? 'gone' : 'waiting';
  }

  async forget(messageId: string): Promise<void> {
    await within(this.queue.ready().then(async (queue) => (await queue.getJob(messageId))?.remove()));
  }

  async promoteDelayed(): Promise<void> {
    await (await this.queue.ready()).promoteJobs();
  }

  async ping(): Promise<void> {
    await within(this.queue.ready().then((queue) => queue.getJobCounts('active')));
  }

  async wipe(): Promise<void> {
    await (await this.queue.ready()).obliterate({ force: true });
  }

  async close(): Promise<void> {
    await within(this.queue.close()).catch(() => undefined);
    this.hangUp();
  }
}
