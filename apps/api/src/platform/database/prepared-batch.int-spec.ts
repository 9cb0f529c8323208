import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import { Database, run, submit } from './database.js';
import { gatheredReader } from './gathered-reader.js';
import type { Asked } from './prepared-batch.js';
import { sql, type Statement } from './sql.js';

let app: ProbeApp;
let database: Database;
beforeAll(async () => {
  app = await startProbeApp();
  database = app.get(Database);
});
afterAll(() => app.close());

/** Counts the requests for columns that leave on a connection. */
function countDescribing(client: PoolClient): { count: number } {
  const { connection } = client as unknown as { connection: { describe(message: object): void } };
  const counted = { count: 0 };
  const original = connection.describe;
  connection.describe = function (message) {
    counted.count += 1;
    original.call(this, message);
  };
  return counted;
}

async function on<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Counts the packets in which the server answers. */
function countAnswers(client: PoolClient): { count: number } {
  const { connection } = client as unknown as { connection: { stream: NodeJS.ReadableStream } };
  const counted = { count: 0 };
  connection.stream.on('data', () => (counted.count += 1));
  return counted;
}

/** Asks in one packet; for each its rows or its refusal. */
async function together(client: PoolClient, ...asked: [Statement<unknown>, readonly unknown[]][]): Promise<unknown[]> {
  const answers: Promise<unknown>[] = [];
  const batch = asked.map(([statement, values]): Asked => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    answers.push(promise.catch((error: unknown) => error));
    return { statement, values, resolve, reject, skip: () => resolve('skipped') };
  });
  await submit(client, batch);
  return await Promise.all(answers);
}

describe('a prepared statement', () => {
  it('asks for its columns once, whatever the connection', async () => {
    const one = sql<{ n: number; word: string | null }>('SELECT $1::int AS n, $2::text AS word');
    await on(async (first) => {
      const asked = countDescribing(first);
      expect(await run(first, one, [1, 'a'])).toEqual([{ n: 1, word: 'a' }]);
      expect(await run(first, one, [2, null])).toEqual([{ n: 2, word: null }]);
      expect(asked.count).toBe(1);
      await on(async (second) => {
        const again = countDescribing(second);
        expect(await run(second, one, [3, 'c'])).toEqual([{ n: 3, word: 'c' }]);
        expect(again.count).toBe(0);
      });
    });
  });

  it('that gives no rows does not ask again either', async () => {
    const nothing = sql('UPDATE probe_note SET text = $2 WHERE id = $1');
    await on(async (client) => {
      const asked = countDescribing(client);
      for (const text of ['a', 'b']) expect(await run(client, nothing, ['00000000-0000-7000-8000-000000000000', text])).toEqual([]);
      expect(asked.count).toBe(1);
    });
  });

  it('keeps its rows apart from those of others that travel with it, also when one is refused', async () => {
    const good = sql<{ n: number }>('SELECT g AS n FROM generate_series(1, $1::int) g');
    const bad = sql('SELECT 1 / $1::int AS n');
    await on(async (client) => {
      const found = await Promise.allSettled([
        run(client, good, [2]),
        run(client, bad, [0]),
        run(client, good, [3]),
        run(client, bad, [1]),
      ]);
      expect(found).toMatchObject([
        { value: [{ n: 1 }, { n: 2 }] },
        { reason: { code: '22012' } },
        { value: [{ n: 1 }, { n: 2 }, { n: 3 }] },
        { value: [{ n: 1 }] },
      ]);
    });
  });

  it('travels with others in one packet each way, and what stands behind a refused one is not run', async () => {
    const good = sql<{ n: number }>('SELECT g AS n FROM generate_series(1, $1::int) g');
    const never = sql('SELECT 7 AS n');
    const bad = sql('SELECT 1 / $1::int AS n');
    await on(async (client) => {
      const answers = countAnswers(client);
      expect(await together(client, [good, [1]], [good, [2]])).toEqual([[{ n: 1 }], [{ n: 1 }, { n: 2 }]]);
      expect(answers.count).toBe(1);
      const refused = [[{ n: 1 }], { code: '22012' }, 'skipped', 'skipped'];
      expect(await together(client, [good, [1]], [bad, [0]], [never, []], [good, [1]])).toMatchObject(refused);
      // The server knows what was refused, and not what it never came to.
      expect(await together(client, [bad, [1]], [never, []])).toEqual([[{ n: 1 }], [{ n: 7 }]]);
    });
  });

  it('without a name is parsed for each execution, alone and between others', async () => {
    const planned = (text: string): Statement<unknown> => ({ name: '', text });
    const good = sql<{ n: number }>('SELECT $1::int AS n');
    await on(async (client) => {
      expect(await run(client, planned('SELECT $1::int AS a, $2::text AS b'), [1, 'x'])).toEqual([{ a: 1, b: 'x' }]);
      expect(await run(client, planned('SELECT 5 AS c'), [])).toEqual([{ c: 5 }]);
      const answers = [[{ n: 1 }], [{ d: 'y' }], [{ n: 2 }]];
      expect(await together(client, [good, [1]], [planned('SELECT $1::text AS d'), ['y']], [good, [2]])).toEqual(answers);
    });
  });

  it('whose text is refused is no trouble to the next', async () => {
    const wrong = sql('SELECT nothing_of_this_name($1::int)');
    const good = sql('SELECT 1 AS n');
    await on(async (client) => {
      for (let i = 0; i < 2; i += 1) expect(await together(client, [wrong, [1]], [good, []])).toMatchObject([{ code: '42883' }, 'skipped']);
      expect(await together(client, [good, []])).toEqual([[{ n: 1 }]]);
    });
  });

  it('with a value that can not be sent is refused, and the connection lives', async () => {
    const good = sql<{ n: number }>('SELECT $1::int AS n');
    const circular: { self?: unknown } = {};
    circular.self = circular;
    await on(async (client) => {
      expect(await together(client, [good, [1]], [good, [circular]], [good, [3]])).toMatchObject([
        [{ n: 1 }],
        expect.any(Error),
        'skipped',
      ]);
      expect(await together(client, [good, [4]])).toEqual([[{ n: 4 }]]);
      const divided = sql('SELECT 1 / $1::int AS n');
      expect(await together(client, [divided, [0]], [good, [circular]])).toMatchObject([{ code: '22012' }, 'skipped']);
    });
  });

  it('of a transaction is refused with what refused the first, and nothing of it stays', async () => {
    const good = sql<{ n: number }>('SELECT $1::int AS n');
    const bad = sql('SELECT 1 / $1::int AS n');
    const work = database.transaction((tx) => Promise.all([tx.query(good, [1]), tx.query(bad, [0]), tx.query(good, [2])]));
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(await database.transaction((tx) => tx.query(good, [3]))).toEqual([{ n: 3 }]);
    expect(await database.transaction(() => Promise.resolve('nothing asked'))).toBe('nothing asked');
  });

  it('that was only looked up beside a refused one gets its answer', async () => {
    const reader = gatheredReader(database);
    const good = sql<{ n: number }>('SELECT $1::int AS n');
    const bad = sql('SELECT 1 / $1::int AS n');
    const found = await Promise.allSettled([
      reader.query(good, [1]),
      reader.query(bad, [0]),
      reader.query(good, [2]),
      reader.query(bad, [0]),
      reader.query(good, [3]),
    ]);
    const refused = { reason: { code: '22012' } };
    expect(found).toMatchObject([{ value: [{ n: 1 }] }, refused, { value: [{ n: 2 }] }, refused, { value: [{ n: 3 }] }]);
  });

  it('gives the connection back to the pool, and the refusal names the caller', async () => {
    const refused = sql('SELECT $1::int / 0 AS n');
    for (let i = 0; i < 2 * database.pool.options.max; i += 1)
      await expect(database.query(refused, [1])).rejects.toMatchObject({ code: '22012' });
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
    const error: unknown = await database.query(refused, [1]).catch((thrown: unknown) => thrown);
    expect((error as Error).stack).toContain('database');
  });

  it.each([
    ['2026-10-23 17:20:30.123456+00', '2026-10-23T17:20:30.123Z'],
    ['2026-02-28 23:59:59+00', '2026-02-28T23:59:59.000Z'],
    ['2026-10-23 17:20:30+08', '2026-10-23T09:20:30.000Z'],
    ['0099-12-31 00:00:00+00', '0099-12-31T00:00:00.000Z'],
    ['12026-01-01 00:00:00+00', '+012026-01-01T00:00:00.000Z'],
  ])('reads the instant %s', async (text, iso) => {
    const instant = sql<{ at: Date | null; none: Date | null }>('SELECT $1::timestamptz AS at, NULL::timestamptz AS none');
    const [row] = await database.query(instant, [text]);
    expect(row?.at?.toISOString()).toBe(iso);
    expect(row?.none).toBeNull();
  });
});
