import type { Database, Transaction } from './database.js';
import { gather, run } from './database.js';
import type { Statement } from './sql.js';

interface Asked {
  readonly statement: Statement<unknown>;
  readonly values: readonly unknown[];
  resolve(rows: unknown[]): void;
  reject(error: unknown): void;
}

/**
 * A reader for one presentation: what is asked in one turn of the event loop travels on one connection in one packet, instead of waking a
 * process of the server for each. Only for look-ups that are quick, because they wait for one another; it holds no connection between turns.
 */
export function gatheredReader(database: Database): Pick<Transaction, 'query'> {
  let asked: Asked[] = [];
  const send = async (together: readonly Asked[]): Promise<void> => {
    const client = await database.pool.connect();
    try {
      gather(client);
      await Promise.allSettled(
        together.map(({ statement, values, resolve, reject }) => run(client, statement, values).then(resolve, reject)),
      );
    } finally {
      client.release();
    }
  };
  const flush = (): void => {
    const together = asked;
    asked = [];
    send(together).catch((error: unknown) => together.forEach(({ reject }) => reject(error)));
  };
  return {
    query<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
      return new Promise<Row[]>((resolve, reject) => {
        // After the promises of this turn have gone as far as they can.
        if (asked.length === 0) process.nextTick(flush);
        asked.push({ statement, values, resolve: (rows) => resolve(rows as Row[]), reject });
      });
    },
  };
}
