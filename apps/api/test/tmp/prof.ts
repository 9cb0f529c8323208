import 'reflect-metadata';
import { sampleIdentity, samplePdf } from '@onewindow/contracts';
import { startTestCluster } from '../test-cluster.js';
import { startReviewWorld } from '../review-world.js';
import { HttpSession } from '../../src/bench/http-session.js';
import { runClients } from '../../src/bench/run-clients.js';
import { timesTable } from '../../src/bench/report.js';
import { TEST_PASSWORD } from '../people-factory.js';
const cluster = await startTestCluster();
process.env.ONEWINDOW_TEST_OWNER_URL = cluster.ownerUrl;
const world = await startReviewWorld();
const origin = new URL(world.baseUrl);
const definition = { ...world.items.plain.definition, form: world.items.plain.definition.form } as never;
const crews = [];
for (let i = 0; i < 16; i++) {
  const clerk = new HttpSession(origin), approver = new HttpSession(origin), chief = new HttpSession(origin);
  await clerk.signIn(world.clerk.staffNo, TEST_PASSWORD); await approver.signIn(world.approver.staffNo, TEST_PASSWORD); await chief.signIn(world.chief.staffNo, TEST_PASSWORD);
  crews.push({ clerk, approver, chief });
}
const n = Number(process.argv[2] ?? 8);
await runClients(crews.slice(0, 2), { versionId: world.items.plain.versionId, definition }, { seconds: 3, cases: 100 }, 1000);
for (const c of [8]) {
  const cpu = process.cpuUsage();
  const r = await runClients(crews.slice(0, c), { versionId: world.items.plain.versionId, definition }, { seconds: n, cases: 10000 }, 100000 * c);
  const used = process.cpuUsage(cpu);
  console.log(c, 'clients', (r.cases / r.seconds).toFixed(1), 'cases/s; node cpu ms/case', ((used.user + used.system) / 1000 / r.cases).toFixed(1), 'writes/case', r.writes / r.cases);
  if (c === 16) console.log(timesTable(r.times));
}
crews.forEach((c) => { c.clerk.close(); c.approver.close(); c.chief.close(); });
await world.close(); await cluster.stop();
