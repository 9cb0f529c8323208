import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { managerOn } from './bound-query-runner.js';
import { PreparedQuery } from './prepared-query.js';
import type { Statement } from './sql.js';
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

class OpenTransaction implements Transaction {
  private lazyManager: EntityManager | undefined;
  private held: Write[] = [];
  private readonly sent: Promise<unknown>[] = [];
  /** What refused a held-back write: the statements after it fail only because of it. */
  refusal: { readonly error: unknown } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: PoolClient,
  ) {}

  async query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    gather(this.client);
    this.send();
    return await run(this.client, statement, values);
  }

  write(write: Write): void {
    if (write.rows.some((row) => this.held.some((other) => other.rows.includes(row)))) this.send();
    this.held.push(write);
    if (this.held.length >= MOST_TOGETHER) this.send();
  }

  get manager(): EntityManager {
    this.lazyManager ??= managerOn(this.dataSource, this.client, () => this.send());
    return this.lazyManager;
  }

  /** Sends what was held back. */
  send(): void {
    if (this.held.length === 0) return;
    const { statement, values } = together(this.held);
    this.held = [];
    gather(this.client);
    const sent = run(this.client, statement, values);
    sent.catch((error: unknown) => {
      this.refusal ??= { error };
    });
    this.sent.push(sent);
  }

  /** All writes, arrived. */
  async written(): Promise<void> {
    await Promise.all(this.sent);
  }
}

/** The socket under a connection; `pg` does not type it. */
interface WithSocket {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

/** Everything that is asked in one turn of the event loop leaves in one packet: a system call for each statement costs more than the statement. */
export function gather(client: PoolClient): void {
  const socket = (client as unknown as WithSocket).connection?.stream;
  if (!socket) return;
  socket.cork();
  process.nextTick(() => socket.uncork());
}

/** Pools and clients take a query of one's own with a callback; `pg` types it for neither. */
interface Submits {
  query(query: PreparedQuery, done: (error: unknown) => void): void;
}

/** One prepared statement on a connection. */
export async function run<Row>(on: Pool | PoolClient, statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  const query = new PreparedQuery(statement, values);
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const done = (error: unknown): void => (error ? reject(error) : resolve(query.found as Row[]));
      (on as Submits).query(query, done);
    });
  } catch (error) {
    // From here, and not from the socket's read.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
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
      gather(client);
      const began = client.query('BEGIN');
      // Awaited below; a failed connection rejects both this and the first statement.
      began.catch(() => undefined);
      const result = await work(tx);
      beforeCommit?.(result, tx);
      gather(client);
      tx.send();
      const commit = client.query('COMMIT');
      const [, , ended] = await Promise.all([began, tx.written(), commit]);
      if (ended.command !== 'COMMIT') throw new CommitRefused();
      return result;
    } catch (error) {
      broken = await this.rollback(client);
      throw tx.refusal ? tx.refusal.error : error;
    } finally {
      // A broken client is thrown away and may still speak.
      if (!broken) client.off('error', heardElsewhere);
      client.release(broken);
    }
  }

  private async rollback(client: PoolClient): Promise<Error | undefined> {
    try {
      await client.query('ROLLBACK');
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error('rollback failed');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
