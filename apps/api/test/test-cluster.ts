import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBinaries } from '../src/platform/database/embedded/binaries.js';
import { Cluster, initialise } from '../src/platform/database/embedded/cluster.js';
import { freePort } from '../src/platform/database/embedded/embedded-database.js';
import { place } from '../src/platform/database/embedded/placement.js';
import { databaseUser } from '../src/platform/database/embedded/system-user.js';
import { migrate } from '../src/platform/database/migrate.js';
import { SCHEMA } from '../src/schema.js';
import { applicationUrl, TEMPLATE } from './databases.js';

/** Nothing of a test run has to survive a power cut. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  max_wal_size: '512MB',
};

/** Starts the one PostgreSQL of a test run and migrates the template from which every test file's database is cloned. */
export async function startTestCluster(): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-test-'));
  // The database's user has to get through when the tests run as root.
  chmodSync(dataDir, 0o755);
  const user = databaseUser();
  const { binaries, folder, moved } = place(dataDir, await findBinaries(), user);
  const input = { binaries, folder, user, password: 'test-owner', logFile: join(dataDir, 'pg.log') };
  initialise(input);
  const cluster = await Cluster.start(input, await freePort(), FAST);
  await cluster.ensureDatabase(TEMPLATE);
  await migrate(SCHEMA, cluster.ownerUrl(TEMPLATE), applicationUrl(cluster.ownerUrl(TEMPLATE)));
  return {
    ownerUrl: cluster.ownerUrl('postgres'),
    stop: async () => {
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
      if (moved) rmSync(dirname(folder), { recursive: true, force: true });
    },
  };
}
