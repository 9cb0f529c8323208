import { DatabaseError, type PoolClient } from 'pg';
import type { Database, Transaction } from './database.js';
import { heardElsewhere, submit } from './database.js';
import type { Asked } from './prepared-batch.js';
import type { Statement } from './sql.js';

/**
 * A reader for one presentation: what is asked in one turn of the event loop travels on one connection in one packet, instead of waking a
 * process of the server for each. Only for look-ups, which change nothing and are quick, because they wait for one another; it holds no
 * connection between turns.
 * @param later how long it gathers: by default until what is running now has asked
 */
export function gatheredReader(database: Database, later: (send: () => void) => void = process.nextTick): Pick<Transaction, 'query'> {
  let asked: Asked[] = [];
  const send = async (together: readonly Asked[]): Promise<void> => {
    const client = await database.pool.connect();
    // As in a transaction: a lent connection that the server ends also says so by itself, and unheard that would end the process.
    client.on('error', heardElsewhere);
    const { isRefused, left } = await answered(client, together);
    // A read fails so seldom that its connection need not be asked whether it lives: it is thrown away, and may still speak.
    if (!isRefused) client.off('error', heardElsewhere);
    client.release(isRefused);
    if (left.length > 0) await send(left);
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

/** @returns what was not run, because another look-up ahead of it was refused: that is no affair of theirs */
async function answered(client: PoolClient, together: readonly Asked[]): Promise<{ isRefused: boolean; left: readonly Asked[] }> {
  const left: Asked[] = [];
  const heard = together.map((one) => ({
    ...one,
    skip: (refusal: unknown) => void (isOfOneStatement(refusal) ? left.push(one) : one.reject(refusal)),
  }));
  const refusal = await submit(client, heard);
  return { isRefused: refusal !== null, left };
}

/** And not of the connection, which is the same for all. */
function isOfOneStatement(refusal: unknown): boolean {
  return refusal instanceof DatabaseError && refusal.severity === 'ERROR';
}
