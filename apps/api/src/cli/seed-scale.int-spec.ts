import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shanghaiToday } from '@onewindow/domain';
import { acceptedShopCase, type HallAtWork, openHall } from '../../test/hall-factory.js';
import { createStaff, TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { wrongTallies } from '../../test/desk-tally.js';
import type { TestClient } from '../../test/test-client.js';
import { FileStore, Sealer } from '../platform/index.js';
import { loadCases } from './scale/load.js';
import { readingPool } from './verify/reading.js';
import { verifyEvents } from './verify/verify-events.js';

const CASES = 300;
const OPEN = 60;
const PAPER = Buffer.from('%PDF-1.4 a paper');

let app: TestApp;
let hall: HallAtWork;
let approver: TestClient;
let written: Record<string, number>;

const load = async (): Promise<Record<string, number>> =>
  await loadCases({
    url: app.database.ownerUrl,
    cases: CASES,
    open: OPEN,
    today: shanghaiToday(app.clock.now()),
    sealer: app.get(Sealer),
    file: { sha256: createHash('sha256').update(PAPER).digest('hex'), size: PAPER.length, mediaType: 'application/pdf' },
    progress: () => undefined,
  });

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  approver = await hall.staff(['approver']);
  await createStaff(app.database, { roles: ['chief'], departmentId: hall.departmentId });
  await app.get(FileStore).put(PAPER);
  written = await load();
});
afterAll(() => app.close());

const count = async (statement: string): Promise<number> => (await app.database.query<{ n: number }>(statement))[0]?.n ?? -1;

describe('seed:scale', () => {
  it('writes what it was asked for, open and concluded', async () => {
    expect(written).toMatchObject({ cases: CASES, results: CASES - OPEN, pickups: CASES - OPEN });
    expect(await count(`SELECT count(*) AS n FROM cases WHERE status = 'concluded'`)).toBe(CASES - OPEN);
    expect(await count(`SELECT count(*) AS n FROM cases WHERE status = 'accepted'`)).toBe(OPEN);
    expect(await count(`SELECT count(*) AS n FROM review_task WHERE status IN ('pooled', 'claimed')`)).toBe(OPEN);
    expect(await wrongTallies(app.database)).toEqual([]);
  });

  it('leaves no reference into nowhere, though COPY checked none', async () => {
    const references = await app.database.query<{ from: string; to: string; column: string; target: string }>(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to",
              (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) AS "column",
              (SELECT attname FROM pg_attribute WHERE attrelid = confrelid AND attnum = confkey[1]) AS "target"
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    expect(references.length).toBeGreaterThan(15);
    for (const { from, to, column, target } of references) {
      const broken = `SELECT count(*) AS n FROM ${from} f WHERE f.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${to} t WHERE t.${target} = f.${column})`;
      expect({ from, to, broken: await count(broken) }).toEqual({ from, to, broken: 0 });
    }
  });

  it('chains every story', async () => {
    const pool = readingPool(app.database.url);
    const report = await verifyEvents(pool, undefined, () => undefined).finally(() => pool.end());
    expect(report).toMatchObject({ cases: CASES, faults: [] });
    expect(report.events).toBe(written.events);
  });

  it('makes cases that are listed, opened, claimed and read like any other', async () => {
    const { items } = await hall.clerk.api.searchCases({ query: { limit: 20 } });
    expect(items).toHaveLength(20);
    const id = items[0]?.id ?? '';
    const detail = await hall.clerk.api.getCase({ params: { id } });
    expect(detail.materials.flatMap((one) => one.files)).not.toEqual([]);
    const file = detail.materials.flatMap((one) => one.files)[0]?.id;
    expect((await hall.clerk.raw('GET', `/api/cases/${id}/files/${file}`)).text).toBe(PAPER.toString());
    const shown = await hall.clerk.api.revealNumber({ params: { id }, body: { field: 'applicantIdentity' } });
    expect(shown.value).toMatch(/^\d{17}[\dX]$/);
    const pool = await approver.api.listTasks({ query: { tab: 'pool', limit: 5 } });
    expect(pool.items.length).toBeGreaterThan(0);
    const claimed = await approver.api.claimTask({ params: { id: pool.items[0]?.id ?? '' } });
    expect(claimed.status).toBe('claimed');
  });

  it('goes on behind its own numbers, and can be done again', async () => {
    const mine = await acceptedShopCase(hall, 71);
    await load();
    expect(await count('SELECT count(*) AS n FROM cases')).toBe(2 * CASES + 1);
    expect(await count('SELECT count(DISTINCT case_no) AS n FROM cases')).toBe(2 * CASES + 1);
    expect(mine.caseNo).not.toBeNull();
    const clerk = app.client();
    await clerk.signIn(hall.clerk.session?.staff.staffNo ?? '', TEST_PASSWORD, hall.counterIds[1]);
    expect((await acceptedShopCase(hall, 72, clerk)).caseNo).not.toBe(mine.caseNo);
  });
});

it('says so where there is no hall yet', async () => {
  const empty = await startApp();
  const sealer = empty.get(Sealer);
  const file = { sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf' };
  const input = { url: empty.database.ownerUrl, cases: 1, open: 0, today: '2026-03-02', sealer, file, progress: () => undefined };
  await expect(loadCases(input)).rejects.toThrow(/还没有演示大厅/);
  await empty.close();
});
