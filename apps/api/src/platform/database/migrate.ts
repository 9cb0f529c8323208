import { runMigrations } from 'bullmq';
import pg from 'pg';
import { createDataSource, type Schema } from './data-source.js';
import { APPLICATION_ROLE, applyGrants, ensureApplicationRole, QUEUE_SCHEMA } from './grants.js';

/** Any number: all starters of one installation take the same lock, so one migrates and the others wait. */
const MIGRATION_LOCK = 70_101;

export interface MigrationReport {
  /** Names of the migrations that ran now. */
  readonly executed: readonly string[];
}

/**
 * Brings the schema up to date as its owner: application tables, then BullMQ's schema, then the grants.
 * @param schema the application's migrations
 * @param ownerUrl connection of the owner
 * @param applicationUrl connection of the application; its role is created or its password set when it is the usual role
 */
export async function migrate(schema: Schema, ownerUrl: string, applicationUrl: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const application = new URL(applicationUrl);
    const role = decodeURIComponent(application.username);
    if (role === APPLICATION_ROLE) await ensureApplicationRole(client, decodeURIComponent(application.password));
    const executed = await migrateTables(schema, ownerUrl);
    await runMigrations(client, QUEUE_SCHEMA);
    await applyGrants(client, role);
    return { executed };
  } finally {
    await client.end();
  }
}

async function migrateTables(schema: Schema, ownerUrl: string): Promise<string[]> {
  const dataSource = createDataSource({ schema, url: ownerUrl, poolSize: 2, applicationName: 'onewindow-migrate' });
  await dataSource.initialize();
  try {
    const executed = await dataSource.runMigrations();
    return executed.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Names of migrations that this program knows and the database has not seen; BullMQ's tables are one of them. */
export async function pendingMigrations(schema: Schema, url: string): Promise<string[]> {
  const known = schema.migrations.map((migration) => migration.name);
  const client = new pg.Client({ connectionString: url, application_name: 'onewindow-check' });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string | null; queue: string | null }>(
      `SELECT to_regclass('public.schema_migration') AS name, to_regclass('${QUEUE_SCHEMA}.migration') AS queue`,
    );
    if (tables[0]?.name === null) return known;
    const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration');
    const seen = new Set(rows.map((row) => row.name));
    const behind = known.filter((name) => !seen.has(name));
    return tables[0]?.queue === null ? [...behind, QUEUE_SCHEMA] : behind;
  } finally {
    await client.end();
  }
}
