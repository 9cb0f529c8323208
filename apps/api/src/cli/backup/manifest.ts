import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '../../platform/process/run.js';

export const manifestSchema = z.object({
  format: z.literal(1),
  at: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int(), sha256: z.string() })),
  /** Files of the local store by their SHA-256; null where files lie in S3 and have a backup of their own. */
  files: z.array(z.string()).nullable(),
  keys: z.boolean(),
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
