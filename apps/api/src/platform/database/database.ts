import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { managerOn } from './bound-query-runner.js';
import type { Statement } from './sql.js';

/** The transaction that `Database.transaction` hands out. */
export interface Transaction {
  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** TypeORM inside the same transaction; made when first asked for. */
  readonly manager: EntityManager;
}

/** Thrown when COMMIT was answered by ROLLBACK: a statement had failed and nobody listened. */
export class CommitRefused extends Error {
  constructor() {
    super('The transaction was rolled back by the server at commit');
  }
}

class OpenTransaction implements Transaction {
  private lazyManager: EntityManager | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: PoolClient,
  ) {}

  async query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    gather(this.client);
    return await run(this.client, statement, values);
  }

  get manager(): EntityManager {
    this.lazyManager ??= managerOn(this.dataSource, this.client);
    return this.lazyManager;
  }
}

/** The socket under a connection; `pg` does not type it. */
interface WithSocket {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

/** Everything that is asked in one turn of the event loop leaves in one packet: a system call for each statement costs more than the statement. */
function gather(client: PoolClient): void {
  const socket = (client as unknown as WithSocket).connection?.stream;
  if (!socket) return;
  socket.cork();
  process.nextTick(() => socket.uncork());
}

async function run<Row>(on: Pool | PoolClient, statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  const result = await on.query<QueryResultRow>({ name: statement.name, text: statement.text, values: [...values] });
  return result.rows as Row[];
}

/** Reads and transactions on the application's pool, with prepared statements. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as PostgresDriver).master as Pool;
  }

  /** One prepared statement outside any transaction. */
  async query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return await run(this.pool, statement, values);
  }

  /**
   * Begins, works, commits; rolls back on any error. `beforeCommit` runs after the work and its statements
   * travel together with the COMMIT.
   */
  async transaction<T>(
    work: (tx: Transaction) => Promise<T>,
    beforeCommit?: (result: T, tx: Transaction) => Promise<unknown>[],
  ): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      gather(client);
      const began = client.query('BEGIN');
      // Awaited below; a failed connection rejects both this and the first statement.
      began.catch(() => undefined);
      const tx = new OpenTransaction(this.dataSource, client);
      const result = await work(tx);
      gather(client);
      const last = beforeCommit ? Promise.all(beforeCommit(result, tx)) : undefined;
      const commit = client.query('COMMIT');
      const [, , ended] = await Promise.all([began, last, commit]);
      if (ended.command !== 'COMMIT') throw new CommitRefused();
      return result;
    } catch (error) {
      broken = await this.rollback(client);
      throw error;
    } finally {
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
