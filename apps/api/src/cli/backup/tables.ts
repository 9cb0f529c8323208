import type pg from 'pg';
import { REFERENCE_COLUMNS, type ReferenceColumn, referencedSql } from '../../platform/index.js';

/** What follows from other tables: restoring those makes it anew. */
export const DERIVED = ['desk_tally'] as const;
/** Of no use to another day: open sessions are ended by a restore, and job queues are found again from the outbox. */
const LEFT_OUT = new Set<string>(['session', 'schema_migration', ...DERIVED]);

/** The application's tables, each after those that it refers to, so that rows can be loaded with all checks in force. */
export async function tablesInOrder(client: pg.ClientBase): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT f.relname AS "from", t.relname AS "to" FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.oid <> t.oid`,
  );
  const left = new Set(tables.map((table) => table.name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const ready = [...left].filter((name) => references.every(({ from, to }) => from !== name || !left.has(to)));
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...left].join(', ')}`);
    for (const name of ready) left.delete(name);
    ordered.push(...ready);
  }
  return ordered.filter((name) => !LEFT_OUT.has(name));
}

/** Names of the migrations that made this schema, oldest first. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
  return rows.map((row) => row.name);
}

/** Columns of a table in their order: a backup names them, so that a later schema may order them otherwise. */
export async function columnsOf(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`public.${client.escapeIdentifier(table)}`],
  );
  return rows.map((row) => row.name);
}

/** Hashes of all kept files that any row names: the same columns that keep bytes from being swept away. */
export async function namedFiles(client: pg.ClientBase): Promise<string[]> {
  const { rows: columns } = await client.query<ReferenceColumn>(REFERENCE_COLUMNS.text);
  const { rows } = await client.query<{ sha256: string }>(referencedSql(columns));
  return rows.map((row) => row.sha256);
}
