// One PostgreSQL for the whole run of integration tests, with a migrated template database.
import '../../../.jest/ts-hooks.mjs';

export default async function globalSetup() {
  await import('reflect-metadata');
  const { startTestCluster } = await import('./test-cluster.ts');
  const cluster = await startTestCluster();
  globalThis.onewindowTestCluster = cluster;
  process.env.ONEWINDOW_TEST_OWNER_URL = cluster.ownerUrl;
}
