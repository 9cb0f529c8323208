import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '../../platform/process/run.js';
import { keyMarksSchema } from './key-marks.js';

export const manifestSchema = z.object({
  format: z.literal(1),
  at: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int(), sha256: z.string() })),
  /** Files of the cases by their SHA-256; null where they were left to the backup of the object store. */
  files: z.array(z.string()).nullable(),
  /** Files that the database names and the store no longer had, or had damaged. */
  lostFiles: z.array(z.string()),
  /** keys.json lies beside; false where the keys come from the environment. */
  keys: z.boolean(),
  keyMarks: keyMarksSchema,
});
export type Manifest = z.output<typeof manifestSchema>;

/** Reads the manifest of a backup. @throws StartRefused in one sentence */
export function readManifest(folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  } catch {
    throw new StartRefused(`${folder} 不是完整的备份：没有 manifest.json，或它已损坏。`);
  }
}

/** Where a table's rows lie. */
export function tableFile(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.copy.gz`);
}

/** Where a file lies: two characters of its SHA-256, then all of it. */
export function caseFile(folder: string, sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256);
}
