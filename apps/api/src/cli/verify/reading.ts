import pg from 'pg';
import { TYPE_PARSERS } from '../../platform/database/type-parsers.js';
import type { Database, Statement } from '../../platform/index.js';

/** A pool whose rows are parsed as everywhere in the program. */
export function readingPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2, types: TYPE_PARSERS, application_name: 'onewindow-verify' });
  // A pool calls itself ended before its lines are down: the database that stops behind it is no failure.
  return pool.on('error', () => undefined);
}

/** A pool as the platform's readers take it. */
export function reading(pool: pg.Pool): Pick<Database, 'query'> {
  return {
    query: async <Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> =>
      (await pool.query<Row & pg.QueryResultRow>({ name: statement.name, text: statement.text, values: [...values] })).rows,
  };
}
