import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { APPLICATION_ROLE } from '../src/platform/database/grants.js';
import { TYPE_PARSERS } from '../src/platform/database/type-parsers.js';

export const TEMPLATE = 'onewindow_template';
const APPLICATION_PASSWORD = 'test-application';

/** The application's connection to the database that an owner's connection names. */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = APPLICATION_ROLE;
  url.password = APPLICATION_PASSWORD;
  return url.href;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A database of one test file: a clone of the migrated template. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly url: string;
  /** Runs SQL as the owner: for facts that no command can make, and for looking behind the API. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

async function asClusterOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.ONEWINDOW_TEST_OWNER_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Clones the template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asClusterOwner(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const ownerUrl = withDatabase(process.env.ONEWINDOW_TEST_OWNER_URL ?? '', name);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, types: TYPE_PARSERS });
  // A pool calls itself ended before its lines are down: the database dropped behind it is no failure.
  pool.on('error', () => undefined);
  // Dropping with FORCE may cut a connection that is just saying goodbye.
  pool.on('error', () => undefined);
  return {
    ownerUrl,
    url: applicationUrl(ownerUrl),
    query: async <Row extends object>(text: string, values: unknown[] = []) => (await pool.query<Row>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await asClusterOwner(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
