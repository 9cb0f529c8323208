import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { CommandTx } from '../commands/command-tx.js';
import { Database } from '../database/database.js';
import { sql } from '../database/sql.js';
import { SignalBus } from '../live/signal-bus.js';
import type { JobQueue } from '../queues/job-queue.js';
import { JOB_QUEUE } from '../queues/queue-tokens.js';
import type { OutboxMessage } from './outbox-statements.js';

const BATCH = 200;
const POLL_MS = 500;
/** A message given to the queue this long ago and still not processed is looked for in the queue. */
const LOST_AFTER_MS = 60_000;
const SEARCH_EVERY_MS = 30_000;

const TAKE_WAITING = sql<OutboxMessage>(
  `SELECT id, topic, payload FROM outbox_message WHERE relayed_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
);
const TAKE_OVERDUE = sql<OutboxMessage>(
  `SELECT id, topic, payload FROM outbox_message
   WHERE processed_at IS NULL AND dead_at IS NULL AND relayed_at < $1 ORDER BY relayed_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
);
const MARK_RELAYED = sql(`UPDATE outbox_message SET relayed_at = $2 WHERE id = ANY($1::uuid[])`);
const MARK_DEAD = sql(`UPDATE outbox_message SET dead_at = $2, last_error = 'failed in the queue' WHERE id = $1`);

/** A job that is dead is left so for an hour: time to mend what it failed for. */
const DEAD_FOR_MS = 60 * 60_000;
/** Nobody waits any more for what failed for a quarter of a year; it stays on record. */
const GIVEN_UP_AFTER_MS = 90 * 24 * 60 * 60_000;
const TAKE_DEAD = sql<{ id: string }>(
  `SELECT id FROM outbox_message WHERE dead_at < $1 AND created_at > $2 AND topic = ANY($3::text[])
    ORDER BY dead_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
);
const REVIVE = sql(`UPDATE outbox_message SET dead_at = NULL, relayed_at = NULL WHERE id = ANY($1::uuid[])`);

/** Carries messages from the outbox to the queue, under the messages' own ids. */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private searchedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly signals: SignalBus,
    private readonly clock: Clock,
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
  ) {}

  /** Relays on every signal, and every 500 ms whatever happens. */
  start(): void {
    this.unsubscribe = this.signals.subscribe((signal) => {
      if (signal.outbox) this.wake();
    });
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  /** Relays all that is waiting; returns how many messages went out. */
  async drain(): Promise<number> {
    let sent = 0;
    for (;;) {
      const batch = await this.relayBatch();
      sent += batch;
      if (batch < BATCH) return sent;
    }
  }

  /** Finds messages whose jobs the queue has lost, and sends them again. */
  async recoverLost(relayedBefore = new Date(this.clock.now().getTime() - LOST_AFTER_MS)): Promise<number> {
    return await this.database.transaction(async (tx) => {
      const overdue = await tx.query(TAKE_OVERDUE, [relayedBefore]);
      const lost: OutboxMessage[] = [];
      const now = this.clock.now();
      for (const message of overdue) {
        const state = await this.queue.stateOf(message.id);
        if (state === 'gone') lost.push(message);
        if (state === 'dead') await tx.query(MARK_DEAD, [message.id, now]);
      }
      if (lost.length > 0) await this.queue.add(lost);
      if (overdue.length > 0) await tx.query(MARK_RELAYED, [overdue.map((message) => message.id), now]);
      return lost.length;
    });
  }

  /** Sends jobs of these topics once more that failed for good an hour ago, with all their attempts; a storm of them in portions. */
  async reviveDead(tx: Pick<CommandTx, 'query' | 'now'>, topics: readonly string[]): Promise<void> {
    const before = (ms: number): Date => new Date(tx.now.getTime() - ms);
    const dead = await tx.query(TAKE_DEAD, [before(DEAD_FOR_MS), before(GIVEN_UP_AFTER_MS), topics]);
    // The queue still knows them as failed, and would take none of them a second time.
    for (const { id } of dead) await this.queue.forget(id);
    if (dead.length > 0) await tx.query(REVIVE, [dead.map(({ id }) => id)]);
  }

  async stop(): Promise<void> {
    this.unsubscribe?.();
    clearInterval(this.timer);
    this.again = false;
    await this.running;
  }

  private async relayBatch(): Promise<number> {
    return await this.database.transaction(async (tx) => {
      const messages = await tx.query(TAKE_WAITING);
      if (messages.length === 0) return 0;
      await this.queue.add(messages);
      await tx.query(MARK_RELAYED, [messages.map((message) => message.id), this.clock.now()]);
      return messages.length;
    });
  }

  private wake(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.relayAll().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async relayAll(): Promise<void> {
    try {
      await this.drain();
      if (Date.now() - this.searchedAt > SEARCH_EVERY_MS) {
        this.searchedAt = Date.now();
        await this.recoverLost();
      }
    } catch (error) {
      this.logger.warn({ error }, 'the outbox was not relayed; tried again shortly');
    }
  }
}
