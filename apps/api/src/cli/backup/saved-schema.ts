import pg from 'pg';
import type { Schema } from '../../platform/database/data-source.js';
import { migrate } from '../../platform/database/migrate.js';
import { StartRefused } from '../../platform/process/run.js';
import type { Manifest } from './manifest.js';
import { migrationsOf } from './tables.js';

const nameOf = (migration: Schema['migrations'][number]): string => migration.name;

async function appliedIn(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-restore' });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('public.schema_migration') IS NOT NULL AS found`);
    return rows[0]?.found ? await migrationsOf(client) : [];
  } finally {
    await client.end();
  }
}

/**
 * Brings an empty database to the schema in which a backup was made, which may be an older one of this program; what came later is done to
 * the restored rows by `migrate`, as an upgrade in place would do it.
 * @throws StartRefused where the backup is of a newer program, or the database is further than the backup
 */
export async function migrateAsSaved(schema: Schema, manifest: Manifest, urls: { ownerUrl: string; url: string }): Promise<void> {
  const known = schema.migrations.map(nameOf);
  const saved = manifest.migrations;
  if (saved.length === 0 || saved.some((name, at) => name !== known[at]))
    throw new StartRefused(`备份的数据库结构（${saved.at(-1) ?? '无'}）本版本不认识：请用做备份时的或更新的程序版本恢复。`);
  const applied = await appliedIn(urls.ownerUrl);
  if (applied.length > saved.length)
    throw new StartRefused(`这个数据库的结构（${applied.at(-1)}）比备份的（${saved.at(-1)}）新：请恢复到空的 DATA_DIR，或空的数据库。`);
  await migrate({ ...schema, migrations: schema.migrations.slice(0, saved.length) }, urls.ownerUrl, urls.url);
}
