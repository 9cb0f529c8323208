import type { Database, Transaction } from './database.js';
import { gather, heardElsewhere, run } from './database.js';
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
 * @param later how long it gathers: by default until what is running now has asked
 */
export function gatheredReader(database: Database, later: (send: () => void) => void = process.nextTick): Pick<Transaction, 'query'> {
  let asked: Asked[] = [];
  const send = async (together: readonly Asked[]): Promise<void> => {
    const client = await database.pool.connect();
    // As in a transaction: a lent connection that the server ends also says so by itself, and unheard that would end the process.
    client.on('error', heardElsewhere);
    let failed = false;
    const fail = (reject: Asked['reject']) => (error: unknown) => {
      failed = true;
      reject(error);
    };
    gather(client);
    await Promise.all(together.map(({ statement, values, resolve, reject }) => run(client, statement, values).then(resolve, fail(reject))));
    // A read fails so seldom that its connection need not be asked whether it lives: it is thrown away, and may still speak.
    if (!failed) client.off('error', heardElsewhere);
    client.release(failed);
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
        if (asked.length === 0) later(flush);
        asked.push({ statement, values, resolve: (rows) => resolve(rows as Row[]), reject });
      });
    },
  };
}
