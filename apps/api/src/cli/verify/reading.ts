import type pg from 'pg';
import type { Database, Statement } from '../../platform/index.js';

/** A pool as the platform's readers take it. */
export function reading(pool: pg.Pool): Pick<Database, 'query'> {
  return {
    query: async <Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> =>
      (await pool.query<Row & pg.QueryResultRow>({ name: statement.name, text: statement.text, values: [...values] })).rows,
  };
}
