import type { CommandTx } from '../commands/command-tx.js';
import { sql } from '../database/sql.js';
import type { JobRegistry } from './job-registry.js';

/**
 * Work that falls due by the law's clock. The rows themselves carry their due dates, under partial indexes; there is no table of timers that
 * a command would have to keep, and none that a lost queue could lose.
 */
export interface DueWork {
  /** Name of the sweep. */
  readonly name: string;
  readonly everyMinutes: number;
  /** The job that does one of them; imperative. */
  readonly topic: string;
  /** Member of the job's payload that holds the row's id. */
  readonly subject: string;
  /** Ids of the rows that are due now, the longest due first; a standstill of months is worked off in portions. */
  readonly find: (tx: CommandTx) => Promise<readonly { id: string }[]>;
  /**
   * Does one: locks its row, looks whether it is still due, acts, and leaves the row so that it is found no more, all in one transaction. Dates
   * what it writes as the law says, however late it comes.
   */
  readonly act: (tx: CommandTx, id: string) => Promise<void>;
}

/** A row whose job is on its way is left to it; one whose job failed for good is tried anew. */
const ON_THEIR_WAY = sql<{ id: string }>(
  `SELECT payload->>$2 AS id FROM outbox_message WHERE topic = $1 AND processed_at IS NULL AND dead_at IS NULL`,
);

/** find by partial index → one job each through the outbox → lock → act → mark: the one shape of everything that time drives. */
export function registerDueWork(registry: JobRegistry, { name, everyMinutes, topic, subject, find, act }: DueWork): void {
  registry.sweep({
    name,
    everyMinutes,
    run: async (tx) => {
      const due = await find(tx);
      if (due.length === 0) return;
      const underway = new Set((await tx.query(ON_THEIR_WAY, [topic, subject])).map(({ id }) => id));
      for (const { id } of due) if (!underway.has(id)) tx.appendOutbox(topic, { [subject]: id });
    },
  });
  registry.handle(topic, async (tx, payload) => {
    const id = payload[subject];
    if (typeof id !== 'string') throw new Error(`Job ${topic} names no ${subject}`);
    await act(tx, id);
  });
}
