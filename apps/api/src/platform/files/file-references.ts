import { sql, type Statement } from '../database/sql.js';

/** A column that names kept bytes: one hash, or a jsonb list of files. */
export interface ReferenceColumn {
  readonly table: string;
  readonly column: string;
  readonly isList: boolean;
}

/** Every such column of the schema, found by its name: a table that comes later is seen without anybody thinking of it. */
export const REFERENCE_COLUMNS: Statement<ReferenceColumn> = sql(
  `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type = 'jsonb' AS "isList"
   FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
   WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
     AND ((c.column_name ~ '(^|_)sha256$' AND c.data_type IN ('character varying', 'text')) OR (c.column_name = 'files' AND c.data_type = 'jsonb'))
   ORDER BY 1, 2`,
);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** SQL for all hashes that a column names, as rows of one column `sha256`. */
function hashesOf({ table, column, isList }: ReferenceColumn): string {
  const from = `public.${quoted(table)} r`;
  return isList
    ? `SELECT e->>'sha256' AS sha256 FROM ${from}, jsonb_array_elements(r.${quoted(column)}) e`
    : `SELECT r.${quoted(column)} AS sha256 FROM ${from} WHERE r.${quoted(column)} IS NOT NULL`;
}

/** SQL for every hash that some row names, each once and in order. */
export function referencedSql(columns: readonly ReferenceColumn[]): string {
  return `SELECT sha256 FROM (${columns.map(hashesOf).join(' UNION ')}) AS named ORDER BY 1`;
}

/** Of the hashes `$1`, those that no row names. */
export function orphansAmong(columns: readonly ReferenceColumn[]): Statement<{ sha256: string }> {
  const named = columns.map((column) => `AND NOT EXISTS (SELECT 1 FROM (${hashesOf(column)}) AS n WHERE n.sha256 = f.sha256)`);
  return sql(`SELECT f.sha256 FROM unnest($1::text[]) AS f(sha256) WHERE true ${named.join(' ')}`);
}
