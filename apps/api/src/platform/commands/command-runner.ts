import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { INSERT_AUDIT, auditRow } from '../audit/audit-statements.js';
import type { AuditInput } from '../audit/audit-input.js';
import { Clock } from '../clock/clock.js';
import { Sealer } from '../crypto/sealer.js';
import { Database, type Transaction } from '../database/database.js';
import { isRetryable } from '../database/database-errors.js';
import { newId } from '../database/new-id.js';
import type { Statement } from '../database/sql.js';
import { SignalBus } from '../live/signal-bus.js';
import { INSERT_OUTBOX, outboxValues, type OutboxMessage } from '../outbox/outbox-statements.js';
import type { CommandContext } from './command-context.js';
import type { CommandTx, JsonObject } from './command-tx.js';
import { isKeyUsed, keepAnswer, keptAnswer } from './idempotency.js';

/** Purpose of the keyed hash by which a repeated request is known. */
const REQUEST_PURPOSE = 'request';
/** A deadlock or a serialization failure is tried again this often. */
const RETRIES = 2;

class CollectingTx implements CommandTx {
  readonly messages: OutboxMessage[] = [];
  readonly audits: AuditInput[] = [];
  readonly topics = new Set<string>();

  constructor(
    private readonly tx: Transaction,
    readonly now: Date,
  ) {}

  get manager(): EntityManager {
    return this.tx.manager;
  }

  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]> {
    return this.tx.query(statement, values);
  }

  write(statement: Statement<unknown>, values: readonly unknown[], rows: readonly string[] = []): void {
    this.tx.write({ statement, values, rows });
  }

  appendOutbox(topic: string, payload: JsonObject): string {
    const id = newId();
    this.messages.push({ id, topic, payload });
    return id;
  }

  touch(...topics: string[]): void {
    for (const topic of topics) this.topics.add(topic);
  }

  audit(entry: AuditInput): void {
    this.audits.push(entry);
  }

  /** What goes out together with COMMIT. */
  flush(): void {
    if (this.messages.length > 0) this.write(INSERT_OUTBOX, outboxValues(this.messages, this.now));
    for (const entry of this.audits) this.write(INSERT_AUDIT, auditRow(entry, this.now));
  }
}

/** Runs commands: one command, one transaction, one answer per idempotency key. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: SignalBus,
    private readonly sealer: Sealer,
  ) {}

  /**
   * Runs a person's command.
   * @param ctx who asks, and under which idempotency key
   * @param work the command; what it returns is the presented answer, kept for 7 days and replayed to the same key
   */
  async run<T>(ctx: CommandContext, work: (tx: CommandTx) => Promise<T>): Promise<T> {
    const asked = this.marked(ctx);
    try {
      return await this.once(work, (answer, tx, now) => keepAnswer(tx, asked, now, answer));
    } catch (error) {
      // Whatever refused it: what was done under this key already has its answer. The endpoint's response schema checks it like a fresh one.
      const kept = await keptAnswer(this.database, asked);
      if (kept) return kept.answer as T;
      throw error;
    }
  }

  /** R10.2: a request may hold little but a number of a person, and whoever tries all numbers finds the one behind a plain hash. Kept is a keyed one. */
  private marked(ctx: CommandContext): CommandContext {
    if (ctx.idempotency === null) return ctx;
    const { key, requestHash } = ctx.idempotency;
    return { ...ctx, idempotency: { key, requestHash: this.sealer.blindIndex(requestHash, REQUEST_PURPOSE) } };
  }

  /** Was this request done already? Then its kept answer counts, whatever its case has become since. */
  wasDone(ctx: CommandContext): Promise<boolean> {
    return isKeyUsed(this.database, ctx);
  }

  /** Runs the system's own work (jobs, sweeps, sign-in) in one transaction, without a key. */
  async runSystem<T>(work: (tx: CommandTx) => Promise<T>): Promise<T> {
    return await this.once(work);
  }

  private async once<T>(work: (tx: CommandTx) => Promise<T>, beforeCommit?: (answer: T, tx: Transaction, now: Date) => void): Promise<T> {
    return await this.attempt(async (now) => {
      let collected: CollectingTx | undefined;
      const result = await this.database.transaction(
        async (transaction) => {
          collected = new CollectingTx(transaction, now);
          return await work(collected);
        },
        (answer, transaction) => {
          collected?.flush();
          beforeCommit?.(answer, transaction, now);
        },
      );
      if (collected) this.announce(collected);
      return result;
    });
  }

  private announce(tx: CollectingTx): void {
    if (tx.topics.size > 0 || tx.messages.length > 0) this.signals.publish(tx.topics, tx.messages.length > 0);
  }

  private async attempt<T>(once: (now: Date) => Promise<T>): Promise<T> {
    for (let tried = 0; ; tried += 1) {
      try {
        return await once(this.clock.now());
      } catch (error) {
        if (tried >= RETRIES || !isRetryable(error)) throw error;
      }
    }
  }
}
