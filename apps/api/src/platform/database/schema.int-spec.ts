import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/databases.js';
import { SCHEMA } from '../../schema.js';
import { createDataSource } from './data-source.js';
import { APPEND_ONLY_TABLES } from './grants.js';
import { migrate, pendingMigrations } from './migrate.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('migrations', () => {
  it('make what the entities say', async () => {
    const dataSource = await createDataSource({
      schema: SCHEMA,
      url: database.ownerUrl,
      poolSize: 2,
      applicationName: 'test',
    }).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    // Keys to other tables and checks stand in the migrations alone: entities hold columns.
    const differences = upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT/.test(query));
    expect(differences).toEqual([]);
  });

  it('can be run again, by several starters at once, and change nothing', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => migrate(SCHEMA, database.ownerUrl, database.url)));
    expect(reports.map((report) => report.executed)).toEqual([[], [], []]);
    expect(await pendingMigrations(SCHEMA, database.url)).toEqual([]);
  });

  it('can be taken back and made again', async () => {
    const other = await createTestDatabase();
    const dataSource = await createDataSource({ schema: SCHEMA, url: other.ownerUrl, poolSize: 2, applicationName: 'test' }).initialize();
    for (let left = SCHEMA.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    const left = await other.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'schema_migration'`,
    );
    expect(left).toEqual([]);
    expect(await pendingMigrations(SCHEMA, other.url)).toHaveLength(SCHEMA.migrations.length);
    await dataSource.destroy();
    expect((await migrate(SCHEMA, other.ownerUrl, other.url)).executed).toHaveLength(SCHEMA.migrations.length);
    await other.drop();
  });
});

describe("the application's role", () => {
  let application: pg.Client;
  beforeAll(async () => {
    application = new pg.Client({ connectionString: database.url });
    await application.connect();
  });
  afterAll(() => application.end());

  it.each([
    'CREATE TABLE public.mine (id integer)',
    'ALTER TABLE staff ADD COLUMN x integer',
    'DROP TABLE staff',
    'CREATE INDEX ON staff (name)',
    'TRUNCATE staff CASCADE',
    'CREATE SCHEMA mine',
    "INSERT INTO schema_migration (timestamp, name) VALUES (1, 'x')",
    'CREATE ROLE mine',
    "ALTER ROLE onewindow PASSWORD 'x'",
    'SET ROLE onewindow',
    ...APPEND_ONLY_TABLES.flatMap((table) => [`DELETE FROM ${table}`, `TRUNCATE ${table}`]),
    "UPDATE case_event SET action = 'x'",
    "UPDATE audit_entry SET action = 'x'",
    "UPDATE audit_link SET hash = 'x'",
  ])('may not: %s', async (statement) => {
    await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('may write rows, and what the queue needs', async () => {
    await application.query(`INSERT INTO sweep_run (name, last_run_at) VALUES ('x', now())`);
    await application.query(`DELETE FROM sweep_run WHERE name = 'x'`);
    await application.query('CREATE SEQUENCE bullmq.test_seq');
  });
});

describe('the server', () => {
  it('speaks UTF-8 with a locale of its own', async () => {
    const [row] = await database.query<{ encoding: string; provider: string }>(
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b' });
  });
});
