import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenTask } from '../../test/open-work-factory.js';
import { createStaff } from '../../test/people-factory.js';
import { idsOf, REASON, ReassignWorld } from '../../test/reassign-world.js';

let world: ReassignWorld;
beforeAll(async () => {
  world = await ReassignWorld.open();
});
beforeEach(() => world.newDepartment());
afterAll(() => world.app.close());

describe('the plan', () => {
  it('one person: says of each task why that person can’t take it', async () => {
    const to = world.officer(1);
    await world.app.database.query(`UPDATE staff SET identity_index = 'index-of-su' WHERE id = $1`, [to.id]);
    const [free] = await world.tasks(1, [world.officer(0)]);
    const [theirs] = await world.tasks(1, [to]);
    const [recused] = await world.tasks(1, [world.officer(0)], { applicantIdentityIndex: 'index-of-su' });
    const [forChief] = await world.tasks(1, [null], { role: 'chief', kind: 'decision' });
    const [ended] = await world.tasks(1, [world.officer(0)]);
    await world.app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE id = $1`, [ended?.id]);
    const tasks = [free, theirs, recused, forChief, ended] as OpenTask[];
    const preview = await world.supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'one', toStaffId: to.id } });
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
          { staff: { id: world.officer(0).id }, before: 2, delta: -1 },
          { staff: { id: to.id }, before: 1, delta: 1 },
        ],
      },
    ]);

    // An order of the same tasks keeps the reasons on its items.
    const { id } = await world.supervisor.api.reassignTasks({
      body: { taskIds: idsOf(tasks), strategy: 'one', toStaffId: to.id, reason: REASON },
    });
    await world.app.drain();
    const batch = await world.batch(id);
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
    const done = await world.tasks(5, [world.officer(0)]);
    const old = await world.tasks(9, [world.officer(0)]);
    await world.app.database.query(
      `UPDATE review_task SET status = 'done', done_at = '2026-02-01', completed_by = $2 WHERE id = ANY($1::uuid[])`,
      [idsOf(done), world.officer(3).id],
    );
    await world.app.database.query(
      `UPDATE review_task SET status = 'done', done_at = '2025-11-01', completed_by = $2 WHERE id = ANY($1::uuid[])`,
      [idsOf(old), world.officer(4).id],
    );
    const tasks = await world.tasks(3, [world.officer(0)]);
    const preview = await world.supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'familiar' } });
    expect(preview.departments[0]?.officers.find(({ delta }) => delta > 0)).toMatchObject({ staff: { id: world.officer(3).id }, delta: 3 });
  });

  it('leaves out who must recuse, who is inactive, and says so', async () => {
    await world.app.database.query(`UPDATE staff SET identity_index = 'index-of-li' WHERE id = $1`, [world.officer(1).id]);
    await world.app.database.query(`UPDATE staff SET active = false WHERE id = $1`, [world.officer(2).id]);
    const tasks = await world.tasks(20, [world.officer(0), world.officer(2)], { applicantIdentityIndex: undefined });
    await world.app.database.query(`UPDATE cases SET agent_identity_index = 'index-of-li' WHERE id = ANY($1::uuid[])`, [
      tasks.map(({ caseId }) => caseId),
    ]);
    const preview = await world.supervisor.api.previewReassign({ body: { taskIds: idsOf(tasks), strategy: 'balanced' } });
    expect(preview.moving).toBe(20);
    expect(preview.notTaking).toEqual([
      { staff: expect.objectContaining({ id: world.officer(1).id }), reason: '是申请人或代理人，须回避' },
      { staff: expect.objectContaining({ id: world.officer(2).id }), reason: '已停用' },
      { staff: expect.objectContaining({ id: world.chief.id }), reason: '没有所选环节的审批角色' },
    ]);
    const rows = preview.departments[0]?.officers ?? [];
    expect(rows.find(({ staff }) => staff.id === world.officer(2).id)).toMatchObject({ before: 10, delta: -10, after: 0 });
    expect(rows.some(({ staff }) => staff.id === world.officer(1).id)).toBe(false);
    expect(rows.reduce((sum, { delta }) => sum + delta, 0)).toBe(0);
  });

  it('what went to somebody else since the preview is left alone', async () => {
    const tasks = await world.tasks(2, [world.officer(0)]);
    const target = { taskIds: idsOf(tasks), strategy: 'balanced' as const };
    const { asOf } = await world.supervisor.api.previewReassign({ body: target });
    world.app.clock.advance({ minutes: 1 });
    const other = await createStaff(world.app.database, { roles: ['supervisor'], name: '钟立' });
    await (
      await world.signedIn(other)
    ).api.reassignTask({ params: { id: tasks[0]?.id ?? '' }, body: { toStaffId: world.officer(1).id, reason: '先行调整' } });
    const batch = await world.supervisor.api.reassignTasks({ body: { ...target, reason: REASON, previewedAt: asOf } });
    expect(batch).toMatchObject({ total: 2, failed: 1 });
    expect(batch.items[0]).toMatchObject({ taskId: tasks[0]?.id, code: 'task.holder-changed', nextAction: 'openCase' });
    expect(batch.items[0]?.message).toMatch(/^已被改派：钟立 \d\d:\d\d 先改派给/);
  });

  it('a reroute goes to a clerk of the receiving hall (R5.3)', async () => {
    const clerk = await createStaff(world.app.database, { roles: ['clerk'], hallId: world.ground.hallId });
    const [task] = await world.tasks(1, [null], { kind: 'reroute', role: 'clerk' });
    const preview = await world.supervisor.api.previewReassign({
      body: { taskIds: [task?.id ?? ''], strategy: 'one', toStaffId: clerk.id },
    });
    expect(preview).toMatchObject({ moving: 1, excluded: [], departments: [{ officers: [{ staff: { id: clerk.id }, delta: 1 }] }] });
    const refused = await world.supervisor.api.previewReassign({
      body: { taskIds: [task?.id ?? ''], strategy: 'one', toStaffId: world.officer(0).id },
    });
    expect(refused).toMatchObject({ moving: 0, excluded: [{ reason: '接收人不在承办部门或没有相应角色。另选一人' }] });
  });
});
