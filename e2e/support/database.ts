import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The embedded database of the product under test, as its owner: to look behind the screens. */
function address(): string {
  const dataDir = process.env.ONEWINDOW_DATA_DIR;
  if (!dataDir) throw new Error('The product is not running: the global set-up starts it');
  const { port, ownerPassword } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')) as {
    port: number;
    ownerPassword: string;
  };
  return `postgresql://onewindow:${encodeURIComponent(ownerPassword)}@127.0.0.1:${port}/onewindow`;
}

/** Reads rows. @param sql with $1 … for the parameters */
export async function rowsOf<Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address() });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}

/** Reads the one row that there must be. */
export async function rowOf<Row extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
  const [row, ...more] = await rowsOf<Row>(sql, parameters);
  if (!row || more.length > 0) throw new Error(`${row ? more.length + 1 : 0} rows instead of one: ${sql}`);
  return row;
}
