import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import { Database, run } from './database.js';
import { sql } from './sql.js';

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
