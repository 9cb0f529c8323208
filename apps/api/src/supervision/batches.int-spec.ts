import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { topicOf } from '@onewindow/contracts';
import type { OpenTask } from '../../test/open-work-factory.js';
import { createStaff } from '../../test/people-factory.js';
import { idsOf, type Person, REASON, ReassignWorld } from '../../test/reassign-world.js';
import { SignalBus } from '../platform/live/signal-bus.js';
import { BatchSteps } from './batch-steps.js';
import { RunBatch } from './jobs/run-batch.processor.js';

let world: ReassignWorld;
beforeAll(async () => {
  world = await ReassignWorld.open();
});
beforeEach(() => world.newDepartment());
afterAll(() => world.app.close());

describe('200 tasks at once', () => {
  it('moves what can be moved, and says of the others why not and what to do next', async () => {
    const [first, second, third] = world.officers;
    const tasks = await world.tasks(199, [first ?? null, second ?? null, third ?? null]);
    const own = await world.tasks(1, [first ?? null], { applicantIdentityIndex: 'index-of-wang' });
    const all = [...tasks, ...own];
    const before = await world.clocksOf(all);

    const given = await world.order(all);
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
    const other = await createStaff(world.app.database, { roles: ['supervisor'], name: '钟立' });
    const planned = (task: OpenTask) => given.items.find(({ taskId }) => taskId === task.id)?.to;
    const elsewhere = world.officers.find(({ id }) => id !== planned(taken)?.id && id !== first?.id) as Person;
    await (
      await world.signedIn(other)
    ).api.reassignTask({ params: { id: taken.id }, body: { toStaffId: elsewhere.id, reason: '先行调整' } });
    await (await world.signedIn(second as Person)).api.releaseTask({ params: { id: released.id } });
    await world.app.database.query(`UPDATE review_task SET role = 'chief' WHERE id = $1`, [needsChief.id]);
    await world.app.database.query(`UPDATE staff SET identity_index = 'index-of-wang' WHERE id = $1`, [planned(own[0] as OpenTask)?.id]);

    expect(await world.app.drain()).toBeGreaterThan(0);
    const batch = await world.batch(given.id);
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
    const rows = await world.app.database.query<{ id: string; holder: string; status: string }>(
      `SELECT id, holder_id AS holder, status FROM review_task WHERE id = ANY($1::uuid[])`,
      [moved.map(({ taskId }) => taskId)],
    );
    expect(new Map(rows.map(({ id, holder }) => [id, holder]))).toEqual(new Map(moved.map(({ taskId, to }) => [taskId, to?.id])));
    // What was put back into the pool has been idle since today: that was its holder's act.
    const untouched = (list: { id: string }[]) => list.filter(({ id }) => id !== released.id);
    expect(untouched(await world.clocksOf(all))).toEqual(untouched(before));
    const notes = await world.app.database.query<{ words: string; staffId: string }>(
      `SELECT words, staff_id AS "staffId" FROM notification WHERE words LIKE '何静%' AND staff_id = ANY($1::uuid[])`,
      [[...idsOf(world.officers), world.chief.id]],
    );
    expect(notes).toHaveLength(2 * 196 + 1);
    expect(notes.find(({ staffId }) => staffId === world.chief.id)?.words).toBe(`何静改派了市场监管局的 196 件：${REASON}。时限不变`);
    expect(batch.notified).toBe(7);
    expect(batch.receivers.reduce((sum, { received }) => sum + received, 0)).toBe(196);

    const { events, verdict } = await world.chainOf(tasks[10] as OpenTask);
    const [event] = events;
    expect(verdict).toEqual({ ok: true });
    expect(event).toMatchObject({
      action: 'task.reassign',
      actorId: world.person.id,
      actorName: '何静',
      taskId: tasks[10]?.id,
      data: { reason: REASON },
    });
    expect(event?.ip).toMatch(/127\.0\.0\.1/);
  });

  it('evens the loads out as the preview has shown', async () => {
    const tasks = await world.tasks(100, world.officers.slice(0, 2));
    const preview = await world.supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'balanced' } });
    expect(preview).toMatchObject({
      moving: 100,
      excluded: [],
      notTaking: [{ staff: { id: world.chief.id }, reason: '没有所选环节的审批角色' }],
    });
    const [group] = preview.departments;
    expect(group).toMatchObject({ department: { id: world.departmentId }, moving: 100, average: 16.7 });
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
    const { id } = await world.order(tasks);
    await world.app.drain();
    const { items } = await world.supervisor.api.officers({ query: { departmentId: world.departmentId } });
    const after = new Map(items.map(({ id: officerId, load }) => [officerId, load]));
    for (const row of group?.officers ?? []) expect(after.get(row.staff.id)).toBe(row.after);
    const { receivers } = await world.batch(id);
    expect(receivers.map(({ staff, load }) => [staff.id, load])).toEqual(
      expect.arrayContaining(receivers.map(({ staff }) => [staff.id, after.get(staff.id)])),
    );
  });

  it('killed in the middle, goes on with what is waiting and does nothing twice', async () => {
    const tasks = await world.tasks(60, world.officers.slice(0, 2));
    const { id } = await world.order(tasks);
    const given = await world.app.get(RunBatch).orderOf(id);
    if (!given) throw new Error('the batch is not running');
    let position: number | null = -1;
    for (let i = 0; i < 30 && position !== null; i++) position = await world.app.get(BatchSteps).next(given, position);
    expect(await world.batch(id)).toMatchObject({ state: 'running', done: 30, failed: 0, finishedAt: null });

    await world.app.drain();
    const ended = await world.batch(id);
    expect(ended).toMatchObject({ state: 'finished', done: 60, failed: 0 });
    await world.app.get(RunBatch).run(id);
    expect(await world.batch(id)).toEqual(ended);
    for (const task of tasks) {
      const { events, verdict } = await world.chainOf(task);
      expect({ actions: events.map(({ action }) => action), verdict }).toEqual({ actions: ['task.reassign'], verdict: { ok: true } });
    }
  });

  it('two workers with the same batch share it', async () => {
    const tasks = await world.tasks(40, world.officers.slice(0, 2));
    const { id } = await world.order(tasks);
    await Promise.all([world.app.get(RunBatch).run(id), world.app.get(RunBatch).run(id), world.app.get(RunBatch).run(id)]);
    expect(await world.batch(id)).toMatchObject({ state: 'finished', done: 40, failed: 0 });
    for (const task of tasks) expect((await world.chainOf(task)).events).toHaveLength(1);
    const notes = await world.app.database.query(`SELECT 1 FROM notification WHERE staff_id = $1`, [world.chief.id]);
    expect(notes).toHaveLength(1);
  });

  it('tells open boards and the supervisor who ordered it, task by task', async () => {
    const { id } = await world.order(await world.tasks(2, world.officers.slice(0, 1)));
    await world.app.flushSignals();
    const given = await world.app.get(RunBatch).orderOf(id);
    const wanted = [topicOf.supervision, topicOf.staff(world.person.id)];
    const told = new Promise<void>((resolve) => {
      const stop = world.app.get(SignalBus).subscribe(({ groups }) => {
        if (!groups.some((topics) => wanted.every((topic) => topics.includes(topic)))) return;
        stop();
        resolve();
      });
    });
    if (given) await world.app.get(BatchSteps).next(given, -1);
    await told;
    expect(await world.batch(id)).toMatchObject({ state: 'running', done: 1 });
    await world.app.drain();
  });

  it('left behind with its job, is found again', async () => {
    const tasks = await world.tasks(3, world.officers.slice(0, 1));
    const { id } = await world.order(tasks);
    await world.app.database.query(`UPDATE outbox_message SET relayed_at = now(), dead_at = now() WHERE topic = 'run-batch'`);
    world.app.clock.advance({ minutes: 11 });
    expect(await world.app.sweep()).toContain('resume-batches');
    await world.app.drain();
    expect(await world.batch(id)).toMatchObject({ state: 'finished', done: 3 });
  });

  it('an unexpected error on one task stops neither the others nor the end', async () => {
    const [broken, ...others] = await world.tasks(3, world.officers.slice(0, 1));
    const { id } = await world.order([broken as OpenTask, ...others]);
    await world.app.database.query(`ALTER TABLE notification ADD CONSTRAINT broken CHECK (task_id <> '${broken?.id ?? ''}')`);
    await world.app.drain();
    await world.app.database.query(`ALTER TABLE notification DROP CONSTRAINT broken`);
    const batch = await world.batch(id);
    expect(batch).toMatchObject({ state: 'finished', done: 2, failed: 1 });
    expect(batch.items[0]).toMatchObject({ taskId: broken?.id, code: 'batch.item-failed', nextAction: 'retry' });
    const [row] = await world.app.database.query(`SELECT holder_id AS "holderId", version FROM review_task WHERE id = $1`, [broken?.id]);
    expect(row).toEqual({ holderId: world.officers[0]?.id, version: 1 });
  });
});
