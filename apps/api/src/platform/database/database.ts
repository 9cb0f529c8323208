import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { managerOn } from './bound-query-runner.js';
import { type Asked, PreparedBatch } from './prepared-batch.js';
import { sql, type Statement } from './sql.js';
import { together, type Write } from './write-batch.js';

/** The transaction that `Database.transaction` hands out. */
export interface Transaction {
  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** Holds back a write until the next query or the COMMIT, where all that were held back travel as one statement. */
  write(write: Write): void;
  /** TypeORM inside the same transaction; made when first asked for. */
  readonly manager: EntityManager;
}

/** Thrown when COMMIT was answered by ROLLBACK: a statement had failed and nobody listened. */
export class CommitRefused extends Error {
  constructor() {
    super('The transaction was rolled back by the server at commit');
  }
}

/** What a command writes fits in; work in bulk, such as a seed, must not make statements without end. */
const MOST_TOGETHER = 10;

const BEGIN = sql('BEGIN');
const COMMIT = sql('COMMIT');

class OpenTransaction implements Transaction {
  private lazyManager: EntityManager | undefined;
  private held: Write[] = [];
  private readonly sent: Promise<unknown>[] = [];
  /** What leaves in one packet: everything that is asked in one turn of the event loop, the first with the BEGIN ahead of it. */
  private leaving: Asked[] = [];
  private isLeaving = false;
  /** What refused a held-back write: the statements after it fail only because of it. */
  refusal: { readonly error: unknown } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: PoolClient,
  ) {
    const began = this.ask(BEGIN, []);
    // Awaited with the COMMIT; a failed connection rejects the first statement, too.
    began.catch(() => undefined);
    this.sent.push(began);
  }

  async query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    this.send();
    const answer = this.ask(statement, values);
    this.leaveSoon();
    const { rows } = await fromHere(answer);
    return rows as Row[];
  }

  write(write: Write): void {
    if (write.rows.some((row) => this.held.some((other) => other.rows.includes(row)))) this.send();
    this.held.push(write);
    if (this.held.length >= MOST_TOGETHER) this.send();
  }

  get manager(): EntityManager {
    this.lazyManager ??= managerOn(this.dataSource, this.client, () => {
      this.send();
      this.leave();
    });
    return this.lazyManager;
  }

  /** Sends what was held back. */
  send(): void {
    if (this.held.length === 0) return;
    const { statement, values } = together(this.held);
    this.held = [];
    const sent = this.ask(statement, values);
    sent.catch((error: unknown) => {
      this.refusal ??= { error };
    });
    this.sent.push(sent);
    this.leaveSoon();
  }

  /** @throws CommitRefused, and what refused a write */
  async commit(): Promise<void> {
    this.send();
    const ended = this.ask(COMMIT, []);
    this.leave();
    const [{ tag }] = await Promise.all([ended, ...this.sent]);
    if (tag !== 'COMMIT') throw new CommitRefused();
  }

  /** Nothing that was asked stays behind: whoever asked gets an answer. */
  async rollback(): Promise<void> {
    this.leave();
    await this.client.query('ROLLBACK');
  }

  private ask(statement: Statement<unknown>, values: readonly unknown[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.leaving.push({ statement, values, resolve: (rows, tag) => resolve({ rows, tag }), reject });
    });
  }

  private leaveSoon(): void {
    if (this.isLeaving) return;
    this.isLeaving = true;
    process.nextTick(() => this.leave());
  }

  private leave(): void {
    this.isLeaving = false;
    if (this.leaving.length === 0) return;
    const together = this.leaving;
    this.leaving = [];
    void submit(this.client, together);
  }
}

interface Answer {
  readonly rows: unknown[];
  readonly tag: string;
}

/** Pools and clients take a query of one's own; `pg` types it for neither. */
interface Submits {
  query(batch: PreparedBatch, done: (error: unknown) => void): void;
}

/**
 * Sends statements in one packet, to be answered in one; each of them hears by itself.
 * @returns when all have heard: what refused one of them, null where nothing did
 */
export function submit(on: Pool | PoolClient, together: readonly Asked[]): Promise<unknown> {
  return new Promise((heard) => (on as unknown as Submits).query(new PreparedBatch(together), (refusal) => heard(refusal ?? null)));
}

/** The refusal names who asked, and not the socket's read. */
async function fromHere<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

/** One prepared statement on a connection. */
export async function run<Row>(on: Pool | PoolClient, statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  const rows = new Promise<unknown[]>((resolve, reject) => {
    // A pool that has no connection to give tells nobody else.
    void submit(on, [{ statement, values, resolve, reject }]).then((refusal) => (refusal === null ? undefined : reject(refusal)));
  });
  return (await fromHere(rows)) as Row[];
}

export function heardElsewhere(): void {
  // The statement that was on its way has rejected with the same.
}

/**
 * How many transactions a pool has open at once; the others wait for their turn. A transaction may read beside itself (a list of departments
 * that was just changed, a registry), so connections stay free for reads: were every one in a transaction, each would wait for another for
 * ever. More of them than the processors can work on only makes each dearer: 20 at once cost PostgreSQL a fifth more than 6 on two cores.
 */
function transactionsAtOnce(poolSize: number): number {
  return Math.max(1, Math.min(poolSize - 2, 2 * availableParallelism() + 2));
}

/** Reads and transactions on the application's pool, with prepared statements. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: Pool;
  private readonly turn: LimitFunction;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as PostgresDriver).master as Pool;
    this.turn = pLimit(transactionsAtOnce(this.pool.options.max));
  }

  /** One prepared statement outside any transaction. */
  async query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return await run(this.pool, statement, values);
  }

  /**
   * Begins, works, commits; rolls back on any error. `beforeCommit` runs after the work; what it writes travels together with the COMMIT.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, beforeCommit?: (result: T, tx: Transaction) => void): Promise<T> {
    return await this.turn(() => this.inTransaction(work, beforeCommit));
  }

  private async inTransaction<T>(
    work: (tx: Transaction) => Promise<T>,
    beforeCommit: ((result: T, tx: Transaction) => void) | undefined,
  ): Promise<T> {
    const client = await this.pool.connect();
    const tx = new OpenTransaction(this.dataSource, client);
    let broken: Error | undefined;
    // A connection that the server ends is told twice: the statement on its way rejects, and the client says so. Unheard, that would end the process.
    client.on('error', heardElsewhere);
    try {
      const result = await work(tx);
      beforeCommit?.(result, tx);
      await tx.commit();
      return result;
    } catch (error) {
      broken = await brokenBy(tx.rollback());
      throw tx.refusal ? tx.refusal.error : error;
    } finally {
      // A broken client is thrown away and may still speak.
      if (!broken) client.off('error', heardElsewhere);
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

async function brokenBy(rollback: Promise<void>): Promise<Error | undefined> {
  try {
    await rollback;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed');
  }
}
