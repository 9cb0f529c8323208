import type { ClientBase } from 'pg';

/** The role under which the API and the workers run. */
export const APPLICATION_ROLE = 'onewindow_app';
/** Rows of these tables are written once (R10.1): the application may insert and read, nothing else. */
export const APPEND_ONLY_TABLES = ['case_event', 'audit_entry', 'audit_link'] as const;
/** Schema of BullMQ's PostgreSQL back end, which creates sequences at run time. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Gives the application's role what it needs and no more. Idempotent; runs as the owner after every migration.
 * @param owner a connection of the schema's owner
 * @param role the application's role, which must exist
 */
export async function applyGrants(owner: ClientBase, role: string = APPLICATION_ROLE): Promise<void> {
  const app = owner.escapeIdentifier(role);
  await owner.query(`
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app};
    REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM ${app};
    GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${app};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${app};
  `);
  const { rows } = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name = ANY($1)`,
    [[...APPEND_ONLY_TABLES]],
  );
  for (const { name } of rows) {
    await owner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${owner.escapeIdentifier(name)} FROM ${app}`);
  }
}

/** Creates the application's role, or sets its password anew when one is given. */
export async function ensureApplicationRole(owner: ClientBase, password: string, role: string = APPLICATION_ROLE): Promise<void> {
  const name = owner.escapeIdentifier(role);
  const found = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await owner.query(`
    ${verb} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${owner.escapeLiteral(password)};
    ALTER ROLE ${name} SET statement_timeout = '60s';
    ALTER ROLE ${name} SET lock_timeout = '10s';
    ALTER ROLE ${name} SET idle_in_transaction_session_timeout = '60s';
  `);
}
