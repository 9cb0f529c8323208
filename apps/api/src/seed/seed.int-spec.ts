import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemDefinition } from '@onewindow/contracts';
import {
  CASE_STATUSES,
  CHAIN_START,
  parseCaseNo,
  personalDataPath,
  regionContains,
  ROLES,
  routeProblems,
  verifyChain,
} from '@onewindow/domain';
import { createTestDatabase } from '../../test/databases.js';
import { processorTime } from '../../test/processor-time.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { TestClock } from '../../test/test-clock.js';
import { type Case, CASE_SELECT, type CaseEvent, EVENT_SELECT, eventContent, sha256Hex } from '../cases/index.js';
import { FormChecker } from '../catalogue/index.js';
import { DEMONSTRATION_PASSWORD } from '../people/index.js';
import { seedDemonstration } from './index.js';

/** Of processor time: what a busy machine does beside the test is not the seed's. */
const SECONDS = 10;
// A Thursday afternoon, with the story of the day behind it.
const NOW = '2026-11-05T06:20:00.000Z';

let app: TestApp;
let took: number;

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await app.database.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${sql}`, values);
  return row?.n ?? 0;
}

beforeAll(async () => {
  app = await startApp({ clock: new TestClock(new Date(NOW)) });
  const used = processorTime();
  await seedDemonstration(app.app);
  took = used() / 1000;
});

afterAll(() => app.close());

describe('the demonstration', () => {
  it(`is planted in less than ${SECONDS} s`, () => expect(took).toBeLessThan(SECONDS));

  it('has one district with three streets and a community, four halls, thirteen departments and three offices in the streets', async () => {
    const regions = await app.database.query<{ code: string; level: string; parentCode: string | null }>(
      `SELECT code, level, parent_code AS "parentCode" FROM region`,
    );
    expect(regions.map(({ level }) => level).sort()).toEqual(['community', 'district', 'street', 'street', 'street']);
    for (const { code, parentCode } of regions) expect(parentCode === null || regionContains(parentCode, code)).toBe(true);
    expect([await count('hall'), await count('department')]).toEqual([4, 13 + 3]);
    expect(await count(`hall h WHERE NOT EXISTS (SELECT 1 FROM counter c WHERE c.hall_id = h.id AND c.name = '出件窗口')`)).toBe(0);
  });

  it('has sixty people across every role and three in the streets, marked as demonstration', async () => {
    const people = await app.database.query<{ roles: string[]; staffNo: string; demonstration: boolean }>(
      `SELECT roles, staff_no AS "staffNo", demonstration FROM staff`,
    );
    expect(people).toHaveLength(60 + 3);
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(people.every(({ demonstration, staffNo }) => demonstration && /^LJ-\d{5}$/.test(staffNo))).toBe(true);
  });

  it('lets the accounts of the sign-in page sign in', async () => {
    const page = await app.client().api.signInPage();
    expect(page.demonstrationAccounts.length).toBeGreaterThanOrEqual(8);
    const clerk = page.demonstrationAccounts.find(({ staffNo }) => staffNo === 'LJ-03127');
    expect(clerk).toMatchObject({ name: '林晓雯', password: DEMONSTRATION_PASSWORD });
    const session = await app.client().signIn('LJ-03127', DEMONSTRATION_PASSWORD);
    expect(session.staff.roles).toEqual(['clerk']);
  });

  it('has ten published definitions that pass the contract and the rules of routes', async () => {
    const versions = await app.database.query<{
      name: string;
      status: string;
      initials: string;
      closedReason: string | null;
      definition: unknown;
    }>(
      `SELECT i.name, v.status, i.initials, i.closed_reason AS "closedReason", v.definition FROM item i JOIN item_version v ON v.id = i.published_version_id`,
    );
    expect(versions.filter(({ definition }) => !('onlyInBundle' in (definition as object)))).toHaveLength(10);
    expect(versions).toHaveLength(19);
    for (const { name, status, initials, definition } of versions) {
      const parsed = itemDefinition.safeParse(definition);
      expect([name, status, parsed.error?.issues ?? []]).toEqual([name, 'published', []]);
      expect(initials).toMatch(/^[a-z0-9]{4,}$/);
      if (parsed.data?.kind === 'promised') expect(routeProblems(parsed.data.route)).toEqual([]);
    }
    expect(versions.filter(({ closedReason }) => closedReason !== null)).toEqual([]);
  });
});

describe('its cases', () => {
  it('are some hundred and fifty, in every state', async () => {
    const rows = await app.database.query<{ status: string; n: number }>(
      `SELECT status, count(*)::integer AS n FROM cases GROUP BY status`,
    );
    const by = Object.fromEntries(rows.map(({ status, n }) => [status, n]));
    expect(Object.keys(by).sort()).toEqual([...CASE_STATUSES].sort());
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(150);
    expect(by.accepted).toBeGreaterThanOrEqual(65);
  });

  it('hold together: every chain of events, numbers, and no number of a person outside its sealed column', async () => {
    const cases = await app.database.query<Case>(`SELECT ${CASE_SELECT} FROM cases c`);
    const events = await app.database.query<CaseEvent>(`SELECT ${EVENT_SELECT} FROM case_event e ORDER BY e.case_id, e.seq`);
    const faults = cases.flatMap(({ id, eventCount, eventHead }) => {
      const chain = events.filter(({ caseId }) => caseId === id).map((event) => ({ content: eventContent(event), hash: event.hash }));
      const verdict = verifyChain(chain, { count: eventCount, headHash: eventHead ?? CHAIN_START }, sha256Hex);
      return verdict.ok ? [] : [{ id, ...verdict }];
    });
    expect(faults).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const numbers = await app.database.query<{ caseNo: string }>(`SELECT case_no AS "caseNo" FROM cases WHERE case_no IS NOT NULL`);
    expect(numbers.filter(({ caseNo }) => !parseCaseNo(caseNo).ok)).toEqual([]);
    for (const table of ['case_event WHERE true', 'notice', 'result']) {
      const column = table.startsWith('case_event') ? 'data' : 'content';
      const rows = await app.database.query<{ value: never }>(`SELECT ${column} AS value FROM ${table}`);
      expect(rows.map(({ value }) => personalDataPath(value)).filter((path) => path !== null)).toEqual([]);
    }
  });

  it('have a promise in place of a proof for the department to check, its notice served', async () => {
    const promises = await app.database.query<{ papers: number }>(
      `SELECT (SELECT count(*)::integer FROM notice n WHERE n.case_id = k.case_id AND n.kind = 'commitment') AS papers
         FROM commitment_check k WHERE k.outcome IS NULL`,
    );
    expect(promises).toEqual([{ papers: 1 }, { papers: 1 }]);
  });

  it('have forms and materials that their versions ask for', async () => {
    const rows = await app.database.query<{
      caseNo: string;
      form: Record<string, unknown>;
      answers: Record<string, unknown>;
      definition: unknown;
      codes: string[] | null;
      status: string;
    }>(
      `SELECT c.case_no AS "caseNo", c.form, c.answers, c.status, v.definition,
              (SELECT array_agg(m.code) FROM case_material m WHERE m.case_id = c.id) AS codes
         FROM cases c JOIN item_version v ON v.id = c.item_version_id`,
    );
    const faults = rows.flatMap(({ caseNo, form, answers, definition, codes }) => {
      const { form: schema, materials } = itemDefinition.parse(definition);
      const problems = new FormChecker(schema)
        .problems(form, { today: NOW.slice(0, 10), answers })
        .map(({ key, reason }) => `${caseNo} ${key}: ${reason}`);
      const known = new Set(materials.map(({ code }) => code));
      return [...problems, ...(codes ?? []).filter((code) => !known.has(code))];
    });
    expect(faults).toEqual([]);
  });

  it('tell nothing of the future, and of each case in the order of time', async () => {
    expect(await count('case_event WHERE at > $1', [NOW])).toBe(0);
    expect(await count('case_event e JOIN case_event b ON b.case_id = e.case_id AND b.seq = e.seq - 1 AND b.at > e.at')).toBe(0);
    expect(await count('notice WHERE issued_at > $1', [NOW])).toBe(0);
  });

  it('have open work with red, yellow and green clocks over departments, and stalled work', async () => {
    const lights = await app.database.query<{ light: string; departments: number; n: number }>(
      `SELECT CASE WHEN nearest_due < '2026-11-05' THEN 'red' WHEN nearest_due <= '2026-11-09' THEN 'yellow' ELSE 'green' END AS light,
              count(DISTINCT department_id)::integer AS departments, count(*)::integer AS n
         FROM review_task WHERE status IN ('pooled', 'claimed') GROUP BY 1`,
    );
    expect(Object.fromEntries(lights.map(({ light, n }) => [light, n]))).toEqual({
      red: expect.any(Number),
      yellow: expect.any(Number),
      green: expect.any(Number),
    });
    for (const { n } of lights) expect(n).toBeGreaterThanOrEqual(8);
    expect(await count(`(SELECT DISTINCT department_id FROM review_task WHERE status IN ('pooled', 'claimed')) d`)).toBeGreaterThanOrEqual(
      9,
    );
    expect(await count(`review_task WHERE status IN ('pooled', 'claimed') AND idle_since <= '2026-11-02'`)).toBeGreaterThanOrEqual(15);
  });

  it('leave every accepted case with open work, and every ended one without', async () => {
    const open = `EXISTS (SELECT 1 FROM review_task t WHERE t.case_id = c.id AND t.status IN ('pooled', 'claimed'))`;
    // A bundle has no work of its own: its children have.
    const underWay = `EXISTS (SELECT 1 FROM bundle_child b WHERE b.parent_case_id = c.id AND b.state = 'open')`;
    expect(await count(`cases c WHERE c.status = 'accepted' AND NOT ${open} AND NOT ${underWay}`)).toBe(0);
    expect(await count(`cases c WHERE c.status = 'accepted' AND ${underWay}`)).toBe(1);
    expect(await count(`cases c WHERE c.status = 'ready' AND EXISTS (SELECT 1 FROM bundle_child b WHERE b.parent_case_id = c.id)`)).toBe(1);
    expect(await count(`cases c WHERE c.status = 'decided' AND NOT ${open}`)).toBe(0);
    expect(await count(`cases c WHERE c.status NOT IN ('accepted', 'decided') AND ${open}`)).toBe(0);
    expect(
      await count(`cases c WHERE c.status IN ('ready', 'concluded') AND NOT EXISTS (SELECT 1 FROM result r WHERE r.case_id = c.id)`),
    ).toBe(0);
    expect(await count(`pickup WHERE at >= '2026-11-04T16:00:00Z'`)).toBeGreaterThanOrEqual(5);
  });

  it('have a refused step, with its reason, in the pool of the hall whose clerk has an account (R5.3)', async () => {
    const waiting = await app.database.query<{ refused: string; reason: string }>(
      `SELECT f.status AS refused, f.opinion AS reason FROM review_task r JOIN review_task f ON f.case_id = r.case_id AND r.step_key = 'reroute.' || f.step_key
       WHERE r.kind = 'reroute' AND r.status = 'pooled' AND r.hall_id = (SELECT hall_id FROM staff WHERE staff_no = 'LJ-03127')`,
    );
    expect(waiting).toEqual([{ refused: 'refused', reason: expect.stringContaining('不归本局') }]);
  });

  it('get every document printed by the worker', async () => {
    await app.drain();
    expect(await count('notice WHERE file_id IS NULL')).toBe(0);
    expect(await count('result WHERE file_id IS NULL')).toBe(0);
    expect(await count('outbox_message WHERE processed_at IS NULL')).toBe(0);
    expect(await count(`case_file f WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = f.case_id)`)).toBe(0);
  });

  it('are planted once', async () => {
    const before = await count('case_event');
    expect(await seedDemonstration(app.app)).toEqual({ people: false, items: 0, cases: 0 });
    expect(await count('case_event')).toBe(before);
  });
});

describe('on other days', () => {
  it.each([
    ['a Sunday before dawn', '2026-11-21T18:25:00.000Z'],
    ['the first minutes of a year whose holidays are not published', '2026-12-31T16:03:00.000Z'],
    ['the first working morning of a month', '2026-12-01T01:40:00.000Z'],
    ['the last day of a long holiday', '2026-10-07T03:00:00.000Z'],
    // Cases that were last heard of on Friday, with an earlier desk on Thursday.
    ['a Monday noon', '2026-11-23T04:22:00.000Z'],
  ])('it is planted on %s', async (_, now) => {
    const other = await startApp({ clock: new TestClock(new Date(now)) });
    try {
      expect(await seedDemonstration(other.app)).toEqual({ people: true, items: 10, cases: expect.any(Number) });
      const [told] = await other.database.query(
        `SELECT (SELECT count(*)::integer FROM case_event WHERE at > $1) AS late,
                (SELECT count(*)::integer FROM case_event e JOIN case_event b ON b.case_id = e.case_id AND b.seq = e.seq - 1 AND b.at > e.at) AS unordered,
                (SELECT count(*)::integer FROM correction) AS corrections`,
        [now],
      );
      expect(told).toEqual({ late: 0, unordered: 0, corrections: 2 });
    } finally {
      await other.close();
    }
  });

  it('never stands beside real people, nor where the demonstration is switched off', async () => {
    const database = await createTestDatabase();
    const quiet = await startApp({ database, demonstration: false });
    expect(await seedDemonstration(quiet.app)).toEqual({ people: false, items: 0, cases: 0 });
    await quiet.close();
    await database.query(`INSERT INTO region VALUES ('440199', '临江区', 'district', NULL, '440199')`);
    await database.query(
      `INSERT INTO staff (id, staff_no, name, password_hash, roles, region_code, created_at) VALUES (gen_random_uuid(), 'A1', '真人', 'x', '{system_admin}', '440199', now())`,
    );
    const real = await startApp({ database });
    expect(await seedDemonstration(real.app)).toEqual({ people: false, items: 0, cases: 0 });
    await real.close();
    await database.drop();
  });
});
