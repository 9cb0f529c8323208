import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { APPLICATION_ROLE } from '../grants.js';
import { CLUSTER_OWNER } from './cluster.js';
import { isNode } from './embedded-database.js';
import { isAlive } from './orphan.js';

const storedSchema = z.object({ port: z.number().int(), ownerPassword: z.string(), applicationPassword: z.string() });

/** Connections of an embedded database. */
export interface DatabaseAccess {
  readonly url: string;
  readonly ownerUrl: string;
}

/**
 * The embedded database of this data folder while the product runs on it: operations may work beside it.
 * @returns null when nothing runs there
 */
export function runningDatabase(dataDir: string, database = 'onewindow'): DatabaseAccess | null {
  const pidFile = join(dataDir, 'running.pid');
  const accessFile = join(dataDir, 'database.json');
  if (!existsSync(pidFile) || !existsSync(accessFile)) return null;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (!(pid > 1) || !isAlive(pid) || !isNode(pid)) return null;
  const stored = storedSchema.parse(JSON.parse(readFileSync(accessFile, 'utf8')));
  const at = `127.0.0.1:${stored.port}/${database}`;
  return {
    url: `postgresql://${APPLICATION_ROLE}:${encodeURIComponent(stored.applicationPassword)}@${at}`,
    ownerUrl: `postgresql://${CLUSTER_OWNER}:${encodeURIComponent(stored.ownerPassword)}@${at}`,
  };
}
