import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OpenTask } from '../../test/open-work-factory.js';
import { createDepartment, createStaff } from '../../test/people-factory.js';
import { idsOf, REASON, ReassignWorld } from '../../test/reassign-world.js';

let world: ReassignWorld;
beforeAll(async () => {
  world = await ReassignWorld.open();
});
beforeEach(() => world.newDepartment());
afterAll(() => world.app.close());

describe('orders', () => {
  it('the same key is the same batch, another content under it is refused', async () => {
    const tasks = await world.tasks(2, [world.officer(0)]);
    const body = { taskIds: idsOf(tasks), strategy: 'balanced' as const, reason: REASON };
    const idempotencyKey = randomUUID();
    const first = await world.supervisor.api.reassignTasks({ body }, { idempotencyKey });
    expect(await world.supervisor.api.reassignTasks({ body }, { idempotencyKey })).toEqual(first);
    await expect(world.supervisor.api.reassignTasks({ body: { ...body, reason: '别的理由' } }, { idempotencyKey })).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.key-reused',
    });
  });

  it('numbers of a day run on, also for orders given at once', async () => {
    const tasks = await world.tasks(8, [world.officer(0)]);
    const batches = await Promise.all(tasks.map((task) => world.order([task])));
    const serials = batches.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
  });

  it('a task named twice is one task', async () => {
    const [task] = await world.tasks(1, [world.officer(0)]);
    expect(await world.order([task as OpenTask, task as OpenTask])).toMatchObject({ total: 1 });
  });

  it('of another district: not there', async () => {
    const [mine] = await world.tasks(1, [world.officer(0)]);
    const [foreign] = await world.tasks(1, [world.officer(0)], { districtCode: '440198' });
    const notThere = { status: 404, code: 'task.not-found' };
    await expect(world.order([mine as OpenTask, foreign as OpenTask])).rejects.toMatchObject(notThere);
    await expect(
      world.supervisor.api.previewReassign({ body: { taskIds: [foreign?.id ?? ''], strategy: 'balanced' } }),
    ).rejects.toMatchObject(notThere);
    await expect(world.order([{ id: randomUUID() }])).rejects.toMatchObject(notThere);

    const { id } = await world.order([mine as OpenTask]);
    const other = await createStaff(world.app.database, { roles: ['supervisor'] });
    await world.app.database.query(
      `INSERT INTO region (code, name, level, district_code) VALUES ('440198000000', '邻区', 'district', '440198') ON CONFLICT DO NOTHING`,
    );
    await world.app.database.query(`UPDATE staff SET region_code = '440198000000' WHERE id = $1`, [other.id]);
    await expect((await world.signedIn(other)).api.getBatch({ params: { id } })).rejects.toMatchObject({
      status: 404,
      code: 'batch.not-found',
    });
    await expect(world.batch(randomUUID())).rejects.toMatchObject({ status: 404, code: 'batch.not-found' });
  });

  it('are a supervisor’s in the district, a chief’s in the department: a chief reaches nothing beyond it', async () => {
    const [task] = await world.tasks(1, [world.officer(0)]);
    const client = await world.signedIn(world.chief);
    const body = { taskIds: [task?.id ?? ''], strategy: 'balanced' as const };
    expect(await client.api.previewReassign({ body })).toMatchObject({ moving: 1, excluded: [] });
    const outsider = await createStaff(world.app.database, { roles: ['chief'], departmentId: await createDepartment(world.app.database) });
    const { api } = await world.signedIn(outsider);
    const hidden = { status: 404, code: 'task.not-found' };
    await expect(api.previewReassign({ body })).rejects.toMatchObject(hidden);
    await expect(api.reassignTasks({ body: { ...body, reason: REASON } })).rejects.toMatchObject(hidden);
    const { id } = await client.api.reassignTasks({ body: { ...body, reason: REASON } });
    expect(await client.api.getBatch({ params: { id } })).toMatchObject({ id, total: 1 });
    await expect(api.getBatch({ params: { id } })).rejects.toMatchObject({ status: 404, code: 'batch.not-found' });
    await expect((await world.signedIn(world.officer(0))).api.getBatch({ params: { id } })).rejects.toMatchObject({ status: 403 });
    const { items } = await client.api.officers({ query: {} });
    expect(new Set(idsOf(items))).toEqual(new Set([...idsOf(world.officers), world.chief.id]));
    expect(items.find((one) => one.id === world.officer(0).id)?.load).toBe(1);
    const elsewhere = await createDepartment(world.app.database);
    await expect(client.api.officers({ query: { departmentId: elsewhere } })).rejects.toMatchObject({ status: 404 });
  });

  it('a phone number in the reason is refused before anything is written', async () => {
    const tasks = await world.tasks(1, [world.officer(0)]);
    const body = { taskIds: idsOf(tasks), strategy: 'balanced' as const, reason: '请电 13800138000' };
    await expect(world.supervisor.api.reassignTasks({ body })).rejects.toMatchObject({ status: 422, code: 'event.personal-data' });
  });

  it('to nobody known: 422', async () => {
    const tasks = await world.tasks(1, [world.officer(0)]);
    const body = { taskIds: idsOf(tasks), strategy: 'one' as const, toStaffId: randomUUID() };
    await expect(world.supervisor.api.previewReassign({ body })).rejects.toMatchObject({ status: 422, code: 'task.target-unknown' });
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
    const { status, body } = await world.supervisor.raw('POST', '/api/supervision/reassignments', request);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: expect.stringMatching(/^request\./), title: expect.any(String) } });
    expect((await world.supervisor.raw('GET', '/api/supervision/batches/7')).status).toBe(400);
  });
});
