import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Batch } from '@onewindow/contracts';
import { type JsonValue, verifyChain } from '@onewindow/domain';
import { randomUUID } from 'node:crypto';
import { createGround, createOpenTask, type Ground, type OpenTask } from '../../test/open-work-factory.js';
import { createDepartment, createStaff, TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { type CaseEvent, eventContent, sha256Hex } from '../cases/index.js';
import { Organisation } from '../organisation/index.js';
import { BatchSteps } from './batch-steps.js';
import { RunBatch } from './jobs/run-batch.processor.js';

type Person = Awaited<ReturnType<typeof createStaff>>;
const REASON = '连续停滞 3 个工作日以上，均衡负荷';

let app: TestApp;
let ground: Ground;
let departmentId: string;
let officers: Person[];
let chief: Person;
let person: Person;
let supervisor: TestClient;

beforeAll(async () => {
  app = await startApp();
  departmentId = await createDepartment(app.database, '市场监管局');
  ground = await createGround(app.database, departmentId);
  person = await createStaff(app.database, { roles: ['supervisor'], name: '何静' });
  supervisor = await signedIn(person);
});
afterAll(() => app.close());

/** Every test has a department of its own. */
beforeEach(async () => {
  departmentId = await createDepartment(app.database, '市场监管局');
  app.get(Organisation).refresh();
  officers = [];
  for (let i = 0; i < 6; i++) officers.push(await createStaff(app.database, { roles: ['approver'], departmentId }));
  chief = await createStaff(app.database, { roles: ['chief'], departmentId });
});
afterEach(() => app.database.query(`UPDATE review_task SET status = 'done' WHERE status IN ('pooled', 'claimed')`));

async function signedIn({ staffNo }: Person): Promise<TestClient> {
  const client = app.client();
  await client.signIn(staffNo, TEST_PASSWORD);
  return client;
}

const officer = (i: number): Person => officers[i % officers.length] as Person;

/** Tasks held by these officers in turn, or lying in the pool. */
async function tasksOf(
  count: number,
  holders: (Person | null)[],
  more: Parameters<typeof createOpenTask>[2] | object = {},
): Promise<OpenTask[]> {
  const tasks: OpenTask[] = [];
  for (let i = 0; i < count; i++) {
    const holderId = holders[i % holders.length]?.id ?? null;
    tasks.push(
      await createOpenTask(app.database, ground, { departmentId, holderId, promisedDue: '2026-03-02', stepDue: '2026-02-27', ...more }),
    );
  }
  return tasks;
}

const idsOf = (tasks: readonly { id: string }[]): string[] => tasks.map(({ id }) => id);
const order = (tasks: readonly OpenTask[], strategy: 'balanced' | 'familiar' = 'balanced'): Promise<Batch> =>
  supervisor.api.reassignTasks({ body: { taskIds: idsOf(tasks), strategy, reason: REASON } });
const batchOf = (id: string): Promise<Batch> => supervisor.api.getBatch({ params: { id } });

const CLOCK_COLUMNS = `id, step_started_on, step_due, statutory_due, promised_due, nearest_due, idle_since, received_at, pooled_at`;
const clocksOf = (tasks: readonly OpenTask[]): Promise<object[]> =>
  app.database.query(`SELECT ${CLOCK_COLUMNS} FROM review_task WHERE id = ANY($1::uuid[]) ORDER BY id`, [idsOf(tasks)]);

interface EventRow extends CaseEvent {
  headCount: number;
  head: string;
}
/** Checks the chain of the case and returns its events. */
async function chainOf({ caseId }: OpenTask): Promise<EventRow[]> {
  const rows = await app.database.query<EventRow>(
    `SELECT e.case_id AS "caseId", e.seq, e.action, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName", e.actor_no AS "actorNo",
            e.place, e.ip, e.from_status AS "fromStatus", e.to_status AS "toStatus", e.task_id AS "taskId", e.data, e.hash,
            c.event_count AS "headCount", c.event_head AS head
     FROM case_event e JOIN cases c ON c.id = e.case_id WHERE e.case_id = $1 ORDER BY e.seq`,
    [caseId],
  );
  const head = { count: rows[0]?.headCount ?? 0, headHash: rows[0]?.head ?? '' };
  expect(
    verifyChain(
      rows.map((row) => ({ content: eventContent(row) as { [key: string]: JsonValue } & { seq: number }, hash: row.hash })),
      head,
      sha256Hex,
    ),
  ).toEqual({
    ok: true,
  });
  return rows;
}

describe('200 tasks at once', () => {
  it('moves what can be moved, and says of the others why not and what to do next', async () => {
    const [first, second, third] = officers;
    const tasks = await tasksOf(199, [first ?? null, second ?? null, third ?? null]);
    const own = await tasksOf(1, [first ?? null], { applicantIdentityIndex: 'index-of-wang' });
    const all = [...tasks, ...own];
    const before = await clocksOf(all);

    const given = await order(all);
    expect(given).toMatchObject({
      state: 'running',
      total: 200,
      done: 0,
      failed: 0,
      kind: 'reassign',
      reason: REASON,
      notified: 0,
      finishedAt: null,
    });
    expect(given.number).toMatch(/^20260302-\d\d$/);
    expect(idsOf(given.items.map(({ taskId }) => ({ id: taskId })))).toEqual(idsOf(all));

    // Meanwhile the world goes on.
    const [taken, released, needsChief] = tasks as [OpenTask, OpenTask, OpenTask];
    const other = await createStaff(app.database, { roles: ['supervisor'], name: '钟立' });
    const planned = (task: OpenTask) => given.items.find(({ taskId }) => taskId === task.id)?.to;
    const elsewhere = officers.find(({ id }) => id !== planned(taken)?.id && id !== first?.id) as Person;
    await (await signedIn(other)).api.reassignTask({ params: { id: taken.id }, body: { toStaffId: elsewhere.id, reason: '先行调整' } });
    await (await signedIn(second as Person)).api.releaseTask({ params: { id: released.id } });
    await app.database.query(`UPDATE review_task SET role = 'chief' WHERE id = $1`, [needsChief.id]);
    await app.database.query(`UPDATE staff SET identity_index = 'index-of-wang' WHERE id = $1`, [planned(own[0] as OpenTask)?.id]);

    expect(await app.drain()).toBeGreaterThan(0);
    const batch = await batchOf(given.id);
    expect(batch).toMatchObject({ state: 'finished', total: 200, done: 196, failed: 4 });
    expect(
      batch.items.slice(0, 4).map(({ taskId, state, code, message, nextAction }) => ({ taskId, state, code, message, nextAction })),
    ).toEqual([
      {
        taskId: taken.id,
        state: 'failed',
        code: 'task.holder-changed',
        message: `已被改派：钟立 09:00 先改派给${elsewhere.name}`,
        nextAction: 'openCase',
      },
      {
        taskId: released.id,
        state: 'failed',
        code: 'task.back-in-pool',
        message: `已回到部门池：${second?.name ?? ''} 09:00 放回`,
        nextAction: 'retry',
      },
      {
        taskId: needsChief.id,
        state: 'failed',
        code: 'task.target-outside',
        message: '接收人不在承办部门或没有相应角色。另选一人',
        nextAction: 'chooseOther',
      },
      {
        taskId: own[0]?.id,
        state: 'failed',
        code: 'task.target-recusal',
        message: '接收人是申请人或代理人，须回避。另选一人',
        nextAction: 'chooseOther',
      },
    ]);
    expect(batch.items.slice(4).every(({ state, from, to }) => state === 'done' && from && to && from.id !== to.id)).toBe(true);

    // R5.5: the holder changes, never the clock; both are told, the chief hears once.
    const moved = batch.items.filter(({ state }) => state === 'done');
    const rows = await app.database.query<{ id: string; holder: string; status: string }>(
      `SELECT id, holder_id AS holder, status FROM review_task WHERE id = ANY($1::uuid[])`,
      [moved.map(({ taskId }) => taskId)],
    );
    expect(new Map(rows.map(({ id, holder }) => [id, holder]))).toEqual(new Map(moved.map(({ taskId, to }) => [taskId, to?.id])));
    const untouched = (list: object[]) => list.filter((row) => (row as { id: string }).id !== released.id);
    expect(untouched(await clocksOf(all))).toEqual(untouched(before));
    const notes = await app.database.query<{ words: string; staffId: string }>(
      `SELECT words, staff_id AS "staffId" FROM notification WHERE words LIKE '何静%' AND staff_id = ANY($1::uuid[])`,
      [[...idsOf(officers), chief.id]],
    );
    expect(notes).toHaveLength(2 * 196 + 1);
    expect(notes.find(({ staffId }) => staffId === chief.id)?.words).toBe(`何静改派了市场监管局的 196 件：${REASON}。时限不变`);
    expect(batch.notified).toBe(7);
    expect(batch.receivers.reduce((sum, { received }) => sum + received, 0)).toBe(196);

    const [event] = await chainOf(tasks[10] as OpenTask);
    expect(event).toMatchObject({
      action: 'task.reassign',
      actorId: person.id,
      actorName: '何静',
      taskId: tasks[10]?.id,
      data: { reason: REASON },
    });
    expect(event?.ip).toMatch(/127\.0\.0\.1/);
  });

  it('evens the loads out as the preview has shown', async () => {
    const tasks = await tasksOf(100, officers.slice(0, 2));
    const preview = await supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'balanced' } });
    expect(preview).toMatchObject({
      moving: 100,
      excluded: [],
      notTaking: [{ staff: { id: chief.id }, reason: '没有所选环节的审批角色' }],
    });
    const [group] = preview.departments;
    expect(group).toMatchObject({ department: { id: departmentId }, moving: 100, average: 16.7 });
    expect(group?.officers.map(({ before, after }) => [before, after])).toEqual(
      [
        [50, 17],
        [50, 17],
        [0, 17],
        [0, 17],
        [0, 16],
        [0, 16],
      ].map((p) => expect.arrayContaining(p)),
    );
    const { id } = await order(tasks);
    await app.drain();
    const { items } = await supervisor.api.officers({ query: { departmentId } });
    const after = new Map(items.map(({ id: officerId, load }) => [officerId, load]));
    for (const row of group?.officers ?? []) expect(after.get(row.staff.id)).toBe(row.after);
    const { receivers } = await batchOf(id);
    expect(receivers.map(({ staff, load }) => [staff.id, load])).toEqual(
      expect.arrayContaining(receivers.map(({ staff }) => [staff.id, after.get(staff.id)])),
    );
  });

  it('killed in the middle, goes on with what is waiting and does nothing twice', async () => {
    const tasks = await tasksOf(60, officers.slice(0, 2));
    const { id } = await order(tasks);
    const given = await app.get(RunBatch).orderOf(id);
    if (!given) throw new Error('the batch is not running');
    let position: number | null = -1;
    for (let i = 0; i < 30 && position !== null; i++) position = await app.get(BatchSteps).next(given, position);
    expect(await batchOf(id)).toMatchObject({ state: 'running', done: 30, failed: 0, finishedAt: null });

    await app.drain();
    const ended = await batchOf(id);
    expect(ended).toMatchObject({ state: 'finished', done: 60, failed: 0 });
    await app.get(RunBatch).run(id);
    expect(await batchOf(id)).toEqual(ended);
    for (const task of tasks) expect((await chainOf(task)).map(({ action }) => action)).toEqual(['task.reassign']);
  });

  it('two workers with the same batch share it', async () => {
    const tasks = await tasksOf(40, officers.slice(0, 2));
    const { id } = await order(tasks);
    await Promise.all([app.get(RunBatch).run(id), app.get(RunBatch).run(id), app.get(RunBatch).run(id)]);
    expect(await batchOf(id)).toMatchObject({ state: 'finished', done: 40, failed: 0 });
    for (const task of tasks) expect(await chainOf(task)).toHaveLength(1);
    const notes = await app.database.query(`SELECT 1 FROM notification WHERE staff_id = $1`, [chief.id]);
    expect(notes).toHaveLength(1);
  });

  it('an unexpected error on one task stops neither the others nor the end', async () => {
    const [broken, ...others] = await tasksOf(3, officers.slice(0, 1));
    const { id } = await order([broken as OpenTask, ...others]);
    await app.database.query(`ALTER TABLE notification ADD CONSTRAINT broken CHECK (task_id <> '${broken?.id ?? ''}')`);
    await app.drain();
    await app.database.query(`ALTER TABLE notification DROP CONSTRAINT broken`);
    const batch = await batchOf(id);
    expect(batch).toMatchObject({ state: 'finished', done: 2, failed: 1 });
    expect(batch.items[0]).toMatchObject({ taskId: broken?.id, code: 'batch.item-failed', nextAction: 'retry' });
    const [row] = await app.database.query(`SELECT holder_id AS "holderId", version FROM review_task WHERE id = $1`, [broken?.id]);
    expect(row).toEqual({ holderId: officers[0]?.id, version: 1 });
  });
});

describe('the plan', () => {
  it('one person: says of each task why that person can’t take it', async () => {
    const to = officer(1);
    await app.database.query(`UPDATE staff SET identity_index = 'index-of-su' WHERE id = $1`, [to.id]);
    const [free] = await tasksOf(1, [officer(0)]);
    const [theirs] = await tasksOf(1, [to]);
    const [recused] = await tasksOf(1, [officer(0)], { applicantIdentityIndex: 'index-of-su' });
    const [forChief] = await tasksOf(1, [null], { role: 'chief', kind: 'decision' });
    const [ended] = await tasksOf(1, [officer(0)]);
    await app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE id = $1`, [ended?.id]);
    const tasks = [free, theirs, recused, forChief, ended] as OpenTask[];
    const preview = await supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'one', toStaffId: to.id } });
    expect(preview.moving).toBe(1);
    expect(preview.excluded.map(({ taskId, reason }) => [taskId, reason])).toEqual([
      [theirs?.id, '接收人正持有本件。另选一人'],
      [recused?.id, '接收人是申请人或代理人，须回避。另选一人'],
      [forChief?.id, '接收人不在承办部门或没有相应角色。另选一人'],
      [ended?.id, '本环节“已取消”，改派限于“待签收”、“已签收”时'],
    ]);
    expect(preview.departments).toMatchObject([
      {
        moving: 1,
        officers: [
          { staff: { id: officer(0).id }, before: 2, delta: -1 },
          { staff: { id: to.id }, before: 1, delta: 1 },
        ],
      },
    ]);

    // An order of the same tasks keeps the reasons on its items.
    const { id } = await supervisor.api.reassignTasks({
      body: { taskIds: idsOf(tasks), strategy: 'one', toStaffId: to.id, reason: REASON },
    });
    await app.drain();
    const batch = await batchOf(id);
    expect(batch).toMatchObject({ total: 5, done: 1, failed: 4 });
    expect(batch.items.map(({ code, nextAction }) => [code, nextAction])).toEqual([
      ['task.target-is-holder', 'chooseOther'],
      ['task.target-recusal', 'chooseOther'],
      ['task.target-outside', 'chooseOther'],
      ['task.not-reassignable', 'openCase'],
      [null, null],
    ]);
  });

  it('familiar: to whoever concluded most of that item in ninety days', async () => {
    const done = await tasksOf(5, [officer(0)]);
    const old = await tasksOf(9, [officer(0)]);
    await app.database.query(
      `UPDATE review_task SET status = 'done', done_at = '2026-02-01', completed_by = $2 WHERE id = ANY($1::uuid[])`,
      [idsOf(done), officer(3).id],
    );
    await app.database.query(
      `UPDATE review_task SET status = 'done', done_at = '2025-11-01', completed_by = $2 WHERE id = ANY($1::uuid[])`,
      [idsOf(old), officer(4).id],
    );
    const tasks = await tasksOf(3, [officer(0)]);
    const preview = await supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'familiar' } });
    expect(preview.departments[0]?.officers.find(({ delta }) => delta > 0)).toMatchObject({ staff: { id: officer(3).id }, delta: 3 });
  });

  it('leaves out who must recuse, who is inactive, and says so', async () => {
    await app.database.query(`UPDATE staff SET identity_index = 'index-of-li' WHERE id = $1`, [officer(1).id]);
    await app.database.query(`UPDATE staff SET active = false WHERE id = $1`, [officer(2).id]);
    const tasks = await tasksOf(20, [officer(0), officer(2)], { applicantIdentityIndex: undefined });
    await app.database.query(`UPDATE cases SET agent_identity_index = 'index-of-li' WHERE id = ANY($1::uuid[])`, [
      tasks.map(({ caseId }) => caseId),
    ]);
    const preview = await supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'balanced' } });
    expect(preview.moving).toBe(20);
    expect(preview.notTaking).toEqual([
      { staff: expect.objectContaining({ id: officer(1).id }), reason: '是申请人或代理人，须回避' },
      { staff: expect.objectContaining({ id: officer(2).id }), reason: '已停用' },
      { staff: expect.objectContaining({ id: chief.id }), reason: '没有所选环节的审批角色' },
    ]);
    const rows = preview.departments[0]?.officers ?? [];
    expect(rows.find(({ staff }) => staff.id === officer(2).id)).toMatchObject({ before: 10, delta: -10, after: 0 });
    expect(rows.some(({ staff }) => staff.id === officer(1).id)).toBe(false);
    expect(rows.reduce((sum, { delta }) => sum + delta, 0)).toBe(0);
  });

  it('what went to somebody else since the preview is left alone', async () => {
    const tasks = await tasksOf(2, [officer(0)]);
    const target = { taskIds: idsOf(tasks), strategy: 'balanced' as const };
    const { asOf } = await supervisor.api.previewReassign({ body: target });
    app.clock.advance({ minutes: 1 });
    const other = await createStaff(app.database, { roles: ['supervisor'], name: '钟立' });
    await (
      await signedIn(other)
    ).api.reassignTask({ params: { id: tasks[0]?.id ?? '' }, body: { toStaffId: officer(1).id, reason: '先行调整' } });
    const batch = await supervisor.api.reassignTasks({ body: { ...target, reason: REASON, previewedAt: asOf } });
    expect(batch).toMatchObject({ total: 2, failed: 1 });
    expect(batch.items[0]).toMatchObject({ taskId: tasks[0]?.id, code: 'task.holder-changed', nextAction: 'openCase' });
    expect(batch.items[0]?.message).toMatch(/^已被改派：钟立 \d\d:\d\d 先改派给/);
  });

  it('a reroute goes to a clerk of the receiving hall (R5.3)', async () => {
    const clerk = await createStaff(app.database, { roles: ['clerk'], hallId: ground.hallId });
    const [task] = await tasksOf(1, [null], { kind: 'reroute', role: 'clerk' });
    const preview = await supervisor.api.previewReassign({ body: { taskIds: [task?.id ?? ''], strategy: 'one', toStaffId: clerk.id } });
    expect(preview).toMatchObject({ moving: 1, excluded: [], departments: [{ officers: [{ staff: { id: clerk.id }, delta: 1 }] }] });
    const refused = await supervisor.api.previewReassign({
      body: { taskIds: [task?.id ?? ''], strategy: 'one', toStaffId: officer(0).id },
    });
    expect(refused).toMatchObject({ moving: 0, excluded: [{ reason: '接收人不在承办部门或没有相应角色。另选一人' }] });
  });
});

describe('orders', () => {
  it('the same key is the same batch, another content under it is refused', async () => {
    const tasks = await tasksOf(2, [officer(0)]);
    const body = { taskIds: idsOf(tasks), strategy: 'balanced' as const, reason: REASON };
    const idempotencyKey = randomUUID();
    const first = await supervisor.api.reassignTasks({ body }, { idempotencyKey });
    expect(await supervisor.api.reassignTasks({ body }, { idempotencyKey })).toEqual(first);
    await expect(supervisor.api.reassignTasks({ body: { ...body, reason: '别的理由' } }, { idempotencyKey })).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.key-reused',
    });
  });

  it('numbers of a day run on, also for orders given at once', async () => {
    const tasks = await tasksOf(8, [officer(0)]);
    const batches = await Promise.all(tasks.map((task) => order([task])));
    const serials = batches.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
  });

  it('a task named twice is one task', async () => {
    const [task] = await tasksOf(1, [officer(0)]);
    expect(await order([task as OpenTask, task as OpenTask])).toMatchObject({ total: 1 });
  });

  it('of another district: not there', async () => {
    const [mine] = await tasksOf(1, [officer(0)]);
    const [foreign] = await tasksOf(1, [officer(0)], { districtCode: '440198' });
    const notThere = { status: 404, code: 'task.not-found' };
    await expect(order([mine as OpenTask, foreign as OpenTask])).rejects.toMatchObject(notThere);
    await expect(supervisor.api.previewReassign({ body: { taskIds: [foreign?.id ?? ''], strategy: 'balanced' } })).rejects.toMatchObject(
      notThere,
    );
    await expect(order([{ id: randomUUID(), caseId: '' }])).rejects.toMatchObject(notThere);

    const { id } = await order([mine as OpenTask]);
    const other = await createStaff(app.database, { roles: ['supervisor'] });
    await app.database.query(
      `INSERT INTO region (code, name, level, district_code) VALUES ('440198000000', '邻区', 'district', '440198') ON CONFLICT DO NOTHING`,
    );
    await app.database.query(`UPDATE staff SET region_code = '440198000000' WHERE id = $1`, [other.id]);
    await expect((await signedIn(other)).api.getBatch({ params: { id } })).rejects.toMatchObject({ status: 404, code: 'batch.not-found' });
    await expect(batchOf(randomUUID())).rejects.toMatchObject({ status: 404, code: 'batch.not-found' });
  });

  it('are a supervisor’s; a chief sees the own officers only', async () => {
    const [task] = await tasksOf(1, [officer(0)]);
    const client = await signedIn(chief);
    const body = { taskIds: [task?.id ?? ''], strategy: 'balanced' as const };
    const forbidden = { status: 403, code: 'access.role-missing' };
    await expect(client.api.previewReassign({ body })).rejects.toMatchObject(forbidden);
    await expect(client.api.reassignTasks({ body: { ...body, reason: REASON } })).rejects.toMatchObject(forbidden);
    await expect(client.api.getBatch({ params: { id: randomUUID() } })).rejects.toMatchObject(forbidden);
    const { items } = await client.api.officers({ query: {} });
    expect(new Set(idsOf(items))).toEqual(new Set([...idsOf(officers), chief.id]));
    expect(items.find(({ id }) => id === officer(0).id)?.load).toBe(1);
    const elsewhere = await createDepartment(app.database);
    await expect(client.api.officers({ query: { departmentId: elsewhere } })).rejects.toMatchObject({ status: 404 });
  });

  it('a phone number in the reason is refused before anything is written', async () => {
    const tasks = await tasksOf(1, [officer(0)]);
    const body = { taskIds: idsOf(tasks), strategy: 'balanced' as const, reason: '请电 13800138000' };
    await expect(supervisor.api.reassignTasks({ body })).rejects.toMatchObject({ status: 422, code: 'event.personal-data' });
  });

  it('to nobody known: 422', async () => {
    const tasks = await tasksOf(1, [officer(0)]);
    const body = { taskIds: idsOf(tasks), strategy: 'one' as const, toStaffId: randomUUID() };
    await expect(supervisor.api.previewReassign({ body })).rejects.toMatchObject({ status: 422, code: 'task.target-unknown' });
  });

  it.each([
    [{ taskIds: [], strategy: 'balanced', reason: REASON }],
    [{ taskIds: ['1'], strategy: 'balanced', reason: REASON }],
    [{ taskIds: [randomUUID()], strategy: 'fair', reason: REASON }],
    [{ taskIds: [randomUUID()], strategy: 'one', reason: REASON }],
    [{ taskIds: [randomUUID()], strategy: 'balanced' }],
    [{ taskIds: [randomUUID()], strategy: 'balanced', reason: ' ' }],
    [{ taskIds: [randomUUID()], strategy: 'balanced', reason: '长'.repeat(301) }],
    [{ taskIds: [randomUUID()], strategy: 'balanced', reason: REASON, clock: 'reset' }],
    [{ taskIds: [randomUUID()], strategy: 'balanced', reason: REASON, previewedAt: 'yesterday' }],
    [{ taskIds: Array.from({ length: 2001 }, () => randomUUID()), strategy: 'balanced', reason: REASON }],
    ['{'],
  ])('bad input %#', async (json) => {
    const request = typeof json === 'string' ? { body: json, headers: { 'content-type': 'application/json' } } : { json };
    const { status, body } = await supervisor.raw('POST', '/api/supervision/reassignments', request);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: expect.stringMatching(/^request\./), title: expect.any(String) } });
    expect((await supervisor.raw('GET', '/api/supervision/batches/7')).status).toBe(400);
  });
});
