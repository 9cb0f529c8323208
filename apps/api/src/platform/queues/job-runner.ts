import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../commands/command-tx.js';
import { CommandRunner } from '../commands/command-runner.js';
import { Database } from '../database/database.js';
import { sql } from '../database/sql.js';
import { JobRegistry } from './job-registry.js';
import type { QueuedJob } from './job-worker.js';

const IS_PROCESSED = sql(`SELECT 1 FROM processed_message WHERE message_id = $1`);
const MARK_PROCESSED = sql(
  `WITH fresh AS (
     INSERT INTO processed_message (message_id, processed_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING message_id
   )
   UPDATE outbox_message SET processed_at = $2, dead_at = NULL, last_error = NULL FROM fresh WHERE id = fresh.message_id RETURNING id`,
);
const MARK_DEAD = sql(`UPDATE outbox_message SET dead_at = $2, last_error = $3 WHERE id = $1 AND processed_at IS NULL`);

/** A message names a job that no feature does. */
export class UnknownJob extends Error {
  constructor(topic: string) {
    super(`No handler for job ${topic}`);
  }
}

/** Does one delivered job: its effects and the mark that it was processed are one transaction. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly runner: CommandRunner,
  ) {}

  async work(job: QueuedJob): Promise<void> {
    const { id: messageId, name: topic } = job;
    const registered = this.registry.find(topic);
    if (!registered || !messageId) throw new UnknownJob(topic);
    if ((await this.database.query(IS_PROCESSED, [messageId])).length > 0) return;
    const finish = await registered(job.data as JsonObject);
    await this.runner.runSystem(async (tx) => {
      const fresh = await tx.query(MARK_PROCESSED, [messageId, tx.now]);
      if (fresh.length > 0) await finish(tx);
    });
  }

  /** Keeps a job that failed for the last time where an administrator sees it. */
  async bury(messageId: string, error: string): Promise<void> {
    await this.runner.runSystem((tx) => tx.query(MARK_DEAD, [messageId, tx.now, error.slice(0, 2_000)]));
  }
}
