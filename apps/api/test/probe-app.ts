import type { TestDatabase } from './databases.js';
import { createDepartment, createStaff, TEST_PASSWORD } from './people-factory.js';
import { PROBE_TABLE, ProbeLog, ProbeModule } from './probe.module.js';
import { startApp, type TestApp, type TestAppOptions } from './start-app.js';
import type { TestClient } from './test-client.js';

/** The application with the probe's endpoints, and somebody signed in. */
export interface ProbeApp extends TestApp {
  readonly log: ProbeLog;
  readonly staffNo: string;
  readonly staffId: string;
  readonly departmentId: string;
  signedIn(): Promise<TestClient>;
}

async function prepare(database: TestDatabase): Promise<void> {
  await database.query(PROBE_TABLE);
  await database.query('GRANT ALL ON probe_note TO onewindow_app');
}

export async function startProbeApp(options: TestAppOptions = {}): Promise<ProbeApp> {
  const app = await startApp({ ...options, modules: [ProbeModule] });
  await prepare(app.database);
  const departmentId = await createDepartment(app.database);
  const { id: staffId, staffNo } = await createStaff(app.database, { roles: ['approver'], departmentId });
  return Object.assign(app, {
    log: app.get(ProbeLog),
    staffNo,
    staffId,
    departmentId,
    signedIn: async () => {
      const client = app.client();
      await client.signIn(staffNo, TEST_PASSWORD);
      return client;
    },
  });
}
