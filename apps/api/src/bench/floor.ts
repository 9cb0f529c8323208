import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient, QueryConfig } from 'pg';

/** How much the database wrote for one complete case, as its own statistics count it. */
export interface WrittenPerCase {
  table: string;
  inserted: number;
  updated: number;
}

/** Tables of queues and sessions are not part of a case. */
const STATISTICS = `SELECT relname AS "table", n_tup_ins AS inserted, n_tup_upd AS updated FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname`;

export type Counters = Map<string, { inserted: number; updated: number }>;

export async function writeCounters(pool: Pool): Promise<Counters> {
  // Backends hand in their counts at most once a second; asking for it here makes what they did visible.
  await pool.query('SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()');
  const { rows } = await pool.query<{ table: string; inserted: number | string; updated: number | string }>(STATISTICS);
  return new Map(rows.map((row) => [row.table, { inserted: Number(row.inserted), updated: Number(row.updated) }]));
}

/** Rows per case and table between two readings. */
export function perCase(before: Counters, after: Counters, cases: number): WrittenPerCase[] {
  return [...after].flatMap(([table, now]) => {
    const was = before.get(table) ?? { inserted: 0, updated: 0 };
    const inserted = Math.round((now.inserted - was.inserted) / cases);
    const updated = Math.round((now.updated - was.updated) / cases);
    return inserted + updated > 0 ? [{ table, inserted, updated }] : [];
  });
}

interface FloorTable extends WrittenPerCase {
  insert: string;
  update: string;
  sample: unknown;
}

/**
 * The floor: the same number of rows into copies of the same tables, in the same number of transactions, by bare `pg` — no rules, no
 * HTTP, no events to hash. What the API costs above it is the product.
 */
export class Floor {
  private readonly tables: FloorTable[] = [];

  private constructor(
    private readonly pool: Pool,
    private readonly transactions: number,
  ) {}

  static async prepare(pool: Pool, written: readonly WrittenPerCase[], transactions: number): Promise<Floor> {
    const floor = new Floor(pool, transactions);
    await pool.query('DROP SCHEMA IF EXISTS bench_floor CASCADE; CREATE SCHEMA bench_floor');
    for (const row of written) {
      await pool.query(`CREATE TABLE bench_floor.${row.table} (LIKE public.${row.table} INCLUDING DEFAULTS INCLUDING STORAGE)`);
      await pool.query(`ALTER TABLE bench_floor.${row.table} ADD COLUMN floor_id uuid PRIMARY KEY`);
      const { rows } = await pool.query<{ sample: unknown }>(`SELECT to_jsonb(s) AS sample FROM public.${row.table} s LIMIT 1`);
      floor.tables.push({
        ...row,
        sample: rows[0]?.sample ?? {},
        insert: `INSERT INTO bench_floor.${row.table} SELECT * FROM jsonb_populate_record(NULL::bench_floor.${row.table}, $1::jsonb)`,
        update: `UPDATE bench_floor.${row.table} SET floor_id = floor_id WHERE floor_id = $1`,
      });
    }
    return floor;
  }

  /** Writes complete cases with so many clients; gives cases per second. */
  async run(clients: number, cases: number): Promise<number> {
    let left = cases;
    const began = performance.now();
    const client = async (): Promise<void> => {
      const connection = await this.pool.connect();
      try {
        while (left > 0) {
          left -= 1;
          await this.oneCase(connection);
        }
      } finally {
        connection.release();
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return cases / ((performance.now() - began) / 1000);
  }

  async drop(): Promise<void> {
    await this.pool.query('DROP SCHEMA IF EXISTS bench_floor CASCADE');
  }

  private async oneCase(connection: PoolClient): Promise<void> {
    const work = this.tables.flatMap((table) => statementsOf(table));
    const share = Math.ceil(work.length / this.transactions);
    for (let at = 0; at < this.transactions; at += 1) {
      const begun = connection.query('BEGIN');
      const statements = work.slice(at * share, (at + 1) * share).map((statement) => connection.query(statement));
      await Promise.all([begun, ...statements, connection.query('COMMIT')]);
    }
  }
}

function statementsOf(table: FloorTable): QueryConfig[] {
  const ids = Array.from({ length: Math.max(1, table.inserted) }, () => randomUUID());
  const sample = table.sample as object;
  const inserts = ids
    .slice(0, table.inserted)
    .map((id) => ({ name: `i-${table.table}`, text: table.insert, values: [JSON.stringify({ ...sample, floor_id: id })] }));
  const updates = Array.from({ length: table.updated }, (_, i) => ({
    name: `u-${table.table}`,
    text: table.update,
    values: [ids[i % ids.length]],
  }));
  return [...inserts, ...updates];
}
