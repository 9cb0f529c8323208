import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Endpoints, HEAT_BUCKET_KEYS, type RequestOf } from '@onewindow/contracts';
import { addCalendarDays, CONCLUSION_KINDS, heatBucketOf, publishedCalendar, stalledDays } from '@onewindow/domain';
import { Organisation } from '../organisation/index.js';
import { createGround, createOpenTask, type Ground, type OpenTaskInput } from '../../test/open-work-factory.js';
import { createDepartment, createStaff, TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';

// A Saturday that is worked, in front of the Spring Festival of 2026: dates around it skip nine days.
const TODAY = '2026-02-14';
const TASKS = 260;
const CLOCKS = ['promised', 'statutory', 'step'] as const;

let app: TestApp;
let ground: Ground;
let departments: string[];
let holders: string[];
let supervisor: TestClient;
let stranger: TestClient;

/** Numbers that look thrown and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function randomTask(roll: (sides: number) => number): OpenTaskInput {
  const due = () => addCalendarDays(TODAY, roll(61) - 30);
  const departmentId = departments[roll(departments.length)] ?? '';
  const issue = roll(8) === 0;
  return {
    departmentId,
    holderId: roll(3) === 0 ? null : (holders[roll(holders.length)] ?? null),
    kind: issue ? 'issue' : 'review',
    promisedDue: issue || roll(12) === 0 ? null : due(),
    statutoryDue: issue ? null : due(),
    stepDue: due(),
    idleSince: addCalendarDays(TODAY, -roll(30)),
    paused: roll(9) === 0,
  };
}

beforeAll(async () => {
  app = await startApp();
  app.clock.set(`${TODAY}T02:00:00.000Z`);
  departments = [
    await createDepartment(app.database, '市场监管局'),
    await createDepartment(app.database, '卫生健康局'),
    await createDepartment(app.database, '民政局'),
  ];
  app.get(Organisation).refresh();
  ground = await createGround(app.database, departments[0] ?? '');
  const approvers = await Promise.all(
    [0, 1, 2].map((i) => createStaff(app.database, { roles: ['approver'], departmentId: departments[i] ?? '' })),
  );
  holders = approvers.map(({ id }) => id);
  const roll = dice(7);
  for (let i = 0; i < TASKS; i++) await createOpenTask(app.database, ground, randomTask(roll));
  for (let i = 0; i < 5; i++) await createOpenTask(app.database, ground, { ...randomTask(roll), districtCode: '440100' });
  const chief = await createStaff(app.database, { roles: ['supervisor'] });
  supervisor = app.client();
  await supervisor.signIn(chief.staffNo, TEST_PASSWORD);
  const other = await createStaff(app.database, { roles: ['supervisor'] });
  await app.database.query(`INSERT INTO region (code, name, level, district_code) VALUES ('440198000000', '邻区', 'district', '440198')`);
  await app.database.query(`UPDATE staff SET region_code = '440198000000' WHERE id = $1`, [other.id]);
  stranger = app.client();
  await stranger.signIn(other.staffNo, TEST_PASSWORD);
});
afterAll(() => app.close());

describe('the overview', () => {
  it.each(CLOCKS)('adds up, and every count opens to just as many tasks: %s', async (clock) => {
    const overview = await supervisor.api.supervisionOverview({ query: { clock } });
    const { counts, total, rows } = overview;
    expect(total.open).toBe(TASKS);
    expect(counts.all).toBe(TASKS);
    expect(counts.red + counts.yellow + counts.green + counts.paused).toBe(TASKS);
    expect(counts.today + counts.soon).toBe(counts.yellow);
    expect(rows.reduce((sum, row) => sum + row.open, 0)).toBe(TASKS);
    const opened = async (query: NonNullable<RequestOf<Endpoints['listStalled']>['query']>) =>
      (await supervisor.api.listStalled({ query: { clock, minStalled: 0, limit: 1, ...query } })).total;
    for (const row of rows) {
      expect(await opened({ departmentIds: row.department.id })).toBe(row.open);
      for (const [column, count] of row.counts.entries())
        expect(await opened({ departmentIds: row.department.id, buckets: HEAT_BUCKET_KEYS[column] ?? '' })).toBe(count);
    }
    for (const [column, count] of total.counts.entries()) expect(await opened({ buckets: HEAT_BUCKET_KEYS[column] ?? '' })).toBe(count);
    expect(await opened({ buckets: 'over6,over3,over1' })).toBe(counts.red);
    expect(await opened({ buckets: 'left1,left2' })).toBe(counts.soon);
    expect(await opened({})).toBe(counts.all);
    expect(await opened({ minStalled: 3 })).toBe(overview.stalled);
    expect(overview.stalled).toBeGreaterThan(20);
  });

  it.each(CLOCKS)('puts each task where its own clock says, or the nearest it has: %s', async (clock) => {
    const calendar = publishedCalendar();
    for (const key of HEAT_BUCKET_KEYS) {
      const { items } = await supervisor.api.listStalled({ query: { clock, minStalled: 0, buckets: key, limit: 200 } });
      for (const task of items) {
        const own = task.clocks[clock]?.remaining;
        const nearest = [task.clocks.promised, task.clocks.statutory, task.clocks.step].flatMap((one) => one?.remaining ?? []);
        expect(heatBucketOf(own ?? Math.min(...nearest), task.light === 'paused')).toBe(key);
        expect(task.stalledDays).toBe(stalledDays({ since: idleOf(task.id), today: TODAY, calendar }));
      }
    }
  });

  it('shows the worst department first and keeps a row for one that only concluded', async () => {
    const { rows } = await supervisor.api.supervisionOverview({ query: {} });
    const red = rows.map((row) => row.counts.slice(0, 3).reduce((a, b) => a + b, 0));
    expect(red).toEqual([...red].sort((a, b) => b - a));
  });

  it('tells the share of this month’s conclusions that kept the promise', async () => {
    const department = await createDepartment(app.database, '科技局');
    app.get(Organisation).refresh();
    const decide = async (on: string, promised: string | null) => {
      const task = await createOpenTask(app.database, ground, { departmentId: department, districtCode: '440199', promisedDue: promised });
      await app.database.query(`UPDATE cases SET status = 'decided', decision = 'grant', decided_on = $2 WHERE id = $1`, [task.caseId, on]);
      await app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE id = $1`, [task.id]);
    };
    await decide('2026-02-03', '2026-02-03');
    await decide('2026-02-04', '2026-02-03');
    await decide('2026-02-05', null);
    await decide('2026-02-06', '2026-02-28');
    await decide('2026-01-30', '2026-01-01');
    const { rows, total } = await supervisor.api.supervisionOverview({ query: {} });
    expect(rows.find((row) => row.department.id === department)).toMatchObject({ open: 0, onTimeRate: 0.75 });
    expect(total.onTimeRate).toBe(0.75);
    expect(rows.at(-1)?.department.id).toBe(department);
    await decide('2026-02-07', '2026-02-28');
    const counts = { instant: 1, early: 2, onTime: 1, late: 1, all: 5 };
    const again = await supervisor.api.supervisionOverview({ query: {} });
    expect([again.total.concluded, again.rows.at(-1)?.concluded]).toEqual([counts, counts]);
    const opened = async (query: object) => await supervisor.api.listConclusions({ query: { departmentIds: department, ...query } });
    const all = await opened({});
    expect([all.counts, all.items.map(({ decidedOn, kind, due }) => [decidedOn, kind, due])]).toEqual([
      counts,
      [
        ['2026-02-07', 'early', '2026-02-28'],
        ['2026-02-06', 'early', '2026-02-28'],
        ['2026-02-05', 'instant', null],
        ['2026-02-04', 'late', '2026-02-03'],
        ['2026-02-03', 'onTime', '2026-02-03'],
      ],
    ]);
    for (const kind of CONCLUSION_KINDS) {
      const { items, nextCursor } = await opened({ kind });
      expect([items.length, nextCursor, new Set(items.map((one) => one.kind))]).toEqual([counts[kind], null, new Set([kind])]);
    }
    const first = await opened({ limit: 3 });
    const rest = await opened({ limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(await stranger.api.listConclusions()).toEqual({
      items: [],
      nextCursor: null,
      counts: { instant: 0, early: 0, onTime: 0, late: 0, all: 0 },
    });
  });
});

describe('the stalled list', () => {
  it('pages through everything once, longest idle first', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof supervisor.api.listStalled>> = await supervisor.api.listStalled({
        query: { minStalled: 0, limit: 37, ...(cursor ? { cursor } : {}) },
      });
      expect(page.total).toBe(TASKS);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(TASKS);
    expect(seen).toHaveLength(TASKS);
    const idle = seen.map(idleOf);
    expect(idle).toEqual([...idle].sort());
    const { ids, total } = await supervisor.api.listStalledIds({ query: { minStalled: 0 } });
    expect({ ids, total }).toEqual({ ids: seen, total: TASKS });
  });

  it('leaves out what has not stalled, and what stands still', async () => {
    const { items, total } = await supervisor.api.listStalled({ query: { minStalled: 12, limit: 200 } });
    expect(items).toHaveLength(total);
    for (const task of items) {
      expect(task.stalledDays).toBeGreaterThanOrEqual(12);
      expect(task.light).not.toBe('paused');
      expect(task.actions.find(({ action }) => action === 'reassign')).toEqual({ action: 'reassign', allowed: true });
    }
  });

  it('finds by holder, item and words, and takes % for a letter', async () => {
    const itemId = await createGround(app.database, departments[0] ?? '').then((other) => other.itemId);
    const holderId = (await createStaff(app.database, { roles: ['approver'], departmentId: departments[0] ?? '' })).id;
    const task = await createOpenTask(app.database, ground, {
      departmentId: departments[0] ?? '',
      holderId,
      itemId,
      title: '锦绣里 7 幢 100%',
      stepDue: TODAY,
    });
    const one = { items: [expect.objectContaining({ id: task.id })], total: 1 };
    expect(await supervisor.api.listStalled({ query: { minStalled: 0, holderId } })).toMatchObject(one);
    expect(await supervisor.api.listStalled({ query: { minStalled: 0, itemId } })).toMatchObject(one);
    expect(await supervisor.api.listStalled({ query: { minStalled: 0, q: '锦绣里' } })).toMatchObject(one);
    expect(await supervisor.api.listStalled({ query: { minStalled: 0, q: '100%' } })).toMatchObject(one);
    expect((await supervisor.api.listStalled({ query: { minStalled: 0, q: '%' } })).total).toBe(1);
    expect((await supervisor.api.listStalledIds({ query: { minStalled: 0, q: '锦绣里', clock: 'step', buckets: 'today' } })).ids).toEqual([
      task.id,
    ]);
    await app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE id = $1`, [task.id]);
  });

  it('finds by parts of a name in any case, by the item’s name, by a case number as it is printed', async () => {
    const { itemId } = await createGround(app.database, departments[0] ?? '');
    await app.database.query(`UPDATE item SET name = '既有住宅增设电梯' WHERE id = $1`, [itemId]);
    const task = await createOpenTask(app.database, ground, { departmentId: departments[0] ?? '', itemId, title: '临江 ABC Café' });
    const caseNo = '440199202601058888881';
    await app.database.query(`UPDATE review_task SET case_no = $2 WHERE id = $1`, [task.id, caseNo]);
    for (const q of ['abc', 'CAFÉ', '江 A', '增设电梯', caseNo, '440199 20260105 888888 1', '8888881', ' 临江 ']) {
      expect({ q, ...(await supervisor.api.listStalledIds({ query: { minStalled: 0, q } })) }).toEqual({ q, ids: [task.id], total: 1 });
    }
    for (const q of ['abd', '增设_梯', '888 888 2']) {
      expect((await supervisor.api.listStalledIds({ query: { minStalled: 0, q } })).total).toBe(0);
    }
    await app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE id = $1`, [task.id]);
  });
});

describe('who sees the board', () => {
  it('a supervisor of another district sees none of it', async () => {
    expect((await stranger.api.supervisionOverview({ query: {} })).counts.all).toBe(0);
    expect(await stranger.api.listStalled({ query: { minStalled: 0 } })).toEqual({ items: [], nextCursor: null, total: 0 });
    expect(await stranger.api.listStalledIds({ query: { minStalled: 0 } })).toEqual({ ids: [], total: 0 });
    expect((await stranger.api.officers({ query: {} })).items).toEqual([]);
  });

  it.each(['/api/supervision/overview', '/api/supervision/tasks', '/api/supervision/task-ids', '/api/supervision/conclusions'])(
    'nobody else opens %s',
    async (path) => {
      const approver = await createStaff(app.database, { roles: ['approver', 'chief'], departmentId: departments[0] ?? '' });
      const client = app.client();
      await client.signIn(approver.staffNo, TEST_PASSWORD);
      expect(await client.raw('GET', path)).toMatchObject({ status: 403, body: { code: 'access.role-missing' } });
      expect((await app.client().raw('GET', path)).status).toBe(401);
    },
  );
});

describe('bad input', () => {
  it.each([
    ['overview?clock=lunar', 'query.clock'],
    ['overview?Clock=step', 'query'],
    ['tasks?minStalled=-1', 'query.minStalled'],
    ['tasks?minStalled=many', 'query.minStalled'],
    ['tasks?buckets=today,yesterday', 'query.buckets.1'],
    ['tasks?departmentIds=1', 'query.departmentIds.0'],
    ['tasks?holderId=me', 'query.holderId'],
    ['tasks?limit=500', 'query.limit'],
    ['tasks?q=', 'query.q'],
    ['task-ids?cursor=x', 'query'],
    ['conclusions?kind=punctual', 'query.kind'],
    ['conclusions?departmentIds=1', 'query.departmentIds.0'],
  ])('%s', async (address, path) => {
    const { status, body } = await supervisor.raw('GET', `/api/supervision/${address}`);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ path }] } });
  });

  it.each(['nonsense', Buffer.from('["2026-02-30","x"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
    'a cursor that is none of ours: %s',
    async (cursor) => {
      const { status, body } = await supervisor.raw('GET', `/api/supervision/tasks?cursor=${cursor}`);
      expect(status).toBe(400);
      expect((body as { code: string }).code).toMatch(/^request\./);
    },
  );
});

const idleById = new Map<string, string>();
beforeAll(async () => {
  const rows = await app.database.query<{ id: string; idle: string }>('SELECT id, idle_since AS idle FROM review_task');
  for (const { id, idle } of rows) idleById.set(id, idle);
});
function idleOf(id: string): string {
  return idleById.get(id) ?? '';
}
