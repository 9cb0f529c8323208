import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewed, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { decide, openTaskOf, pass, review } from '../../test/route-steps.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
});
afterAll(() => world.close());

const openTask = (caseId: string, stepKey: string) => openTaskOf(world, caseId, stepKey);

describe('branches that go back (R5.3, R5.8)', () => {
  const parallel = () =>
    world.itemWith([review('a'), review('b', { after: ['a'] }), review('p'), review('q', { after: ['p'] }), decide(['b', 'q'])]);

  it('tells of each refused branch its own step and reason, page by page, with how many there are (R5.3)', async () => {
    const steps = [review('a', { name: '排水审查' }), review('p', { name: '消防审查' }), decide(['a', 'p'])];
    const { id } = await world.accepted(await world.itemWith(steps));
    for (const [key, reason] of [
      ['a', '排水归水务'],
      ['p', '消防归救援'],
    ] as const) {
      const params = { id: await openTask(id, key) };
      const { version } = await world.approver.client.api.claimTask({ params });
      await world.approver.client.api.refuseTask({ params, body: { expectedVersion: version, reason } });
    }
    const pages = async (cursor?: string): Promise<{ refusedStep: string; reason: string; caseId: string }[]> => {
      const page = await world.clerk.client.api.listReroutes({ query: { limit: 1, ...(cursor === undefined ? {} : { cursor }) } });
      expect(page.items).toHaveLength(1);
      return [...page.items, ...(page.nextCursor === null ? [] : await pages(page.nextCursor))];
    };
    const all = await pages();
    expect((await world.clerk.client.api.listReroutes()).total).toBe(all.length);
    expect(all.filter(({ caseId }) => caseId === id).map(({ refusedStep, reason }) => [refusedStep, reason])).toEqual(
      expect.arrayContaining([
        ['排水审查', '排水归水务'],
        ['消防审查', '消防归救援'],
      ]),
    );
    expect((await world.clerk.client.raw('GET', '/api/reroutes?cursor=xx')).status).toBe(400);
  });

  it('taking one branch back leaves the other and its reroute alone', async () => {
    const { id } = await world.accepted(await parallel());
    const a = await openTask(id, 'a');
    await pass(world.approver, a);
    const p = await openTask(id, 'p');
    const { version } = await world.approver.client.api.claimTask({ params: { id: p } });
    await world.approver.client.api.refuseTask({ params: { id: p }, body: { expectedVersion: version, reason: '不归本部门' } });
    expect((await world.approver.client.api.retrieveTask({ params: { id: a } })).status).toBe('claimed');
    const rows = await world.database.query<{ step: string; status: string }>(
      `SELECT step_key AS step, status FROM review_task WHERE case_id = $1 AND step_key IN ('b', 'reroute.p') ORDER BY step_key`,
      [id],
    );
    expect(rows).toEqual([
      { step: 'b', status: 'waiting' },
      { step: 'reroute.p', status: 'pooled' },
    ]);
  });

  it('what waits behind a rerouted step goes with it, and is not done twice nor left over', async () => {
    const { id } = await world.accepted(await parallel());
    const a = await openTask(id, 'a');
    const { version } = await world.approver.client.api.claimTask({ params: { id: a } });
    await world.approver.client.api.refuseTask({ params: { id: a }, body: { expectedVersion: version, reason: '不归本部门' } });
    const reroute = { id: await openTask(id, 'reroute.a') };
    const rerouted = await world.clerk.client.api.rerouteTask({ params: reroute, body: { departmentId: world.otherId } });
    expect(rerouted.status).toBe('done');
    expect(await refusal(world.clerk.client.api.rerouteTask({ params: reroute, body: { departmentId: world.leadId } }))).toMatchObject({
      status: 409,
    });
    await pass(world.stranger, await openTask(id, 'a'));
    await pass(world.approver, await openTask(id, 'b'));
    await pass(world.approver, await openTask(id, 'p'));
    await pass(world.approver, await openTask(id, 'q'));
    const detail = await world.chief.client.api.getCase({ params: { id } });
    const body = { expectedVersion: detail.version, decision: 'grant' as const };
    expect((await world.chief.client.api.decideCase({ params: { id }, body })).status).toBe('decided');
  });

  it('a refused decision goes to a department with a chief, and to no other', async () => {
    const { id } = await world.accepted(await world.itemWith([decide([])]));
    const task = await openTask(id, 'decide');
    const { version } = await world.chief.client.api.claimTask({ params: { id: task } });
    await world.chief.client.api.refuseTask({ params: { id: task }, body: { expectedVersion: version, reason: '不归本部门' } });
    const reroute = { id: await openTask(id, 'reroute.decide') };
    const to = (departmentId: string) => world.clerk.client.api.rerouteTask({ params: reroute, body: { departmentId } });
    expect(await refusal(to(world.otherId))).toMatchObject({ status: 422, code: 'task.department-unstaffed' });
    expect((await to(world.leadId)).status).toBe('done');
  });
});

describe('a promised case on its route (R5)', () => {
  it('lies in the pool worst first, is claimed, completed, decided, and leaves 出证 in the pool', async () => {
    const { id } = await world.accepted('plain');
    const pool = await world.approver.client.api.listTasks({ query: { tab: 'pool' } });
    const row = pool.items.find((one) => one.caseId === id);
    expect(row).toMatchObject({
      stepName: '书面审查',
      status: 'pooled',
      light: 'green',
      clocks: { step: { remaining: 3 }, promised: { remaining: 5 }, statutory: { remaining: 20 } },
    });
    const after = await reviewed(world, id);
    expect(after.route.map((one) => one.status)).toEqual(['done', 'pooled']);
    const decided = await world.chief.client.api.decideCase({
      params: { id },
      body: { expectedVersion: after.version, decision: 'grant' },
    });
    expect(decided).toMatchObject({ status: 'decided', decision: 'grant' });
    const issue = (await world.approver.client.api.listTasks({ query: { tab: 'pool' } })).items.find((one) => one.caseId === id);
    expect(issue).toMatchObject({ kind: 'issue', stepName: '出证', clocks: { statutory: null, promised: null, step: { remaining: 10 } } });
    const { items } = await world.clerk.client.api.getCaseEvents({ params: { id } });
    expect(items.map((event) => event.seq)).toEqual(items.map((_, i) => i + 1));
    expect(items.map((event) => event.action)).toEqual(
      expect.arrayContaining(['receive', 'accept', 'task.claim', 'task.complete', 'decide', 'task.open']),
    );
  });

  it('opens parallel steps together and joins them', async () => {
    const accepted = await world.accepted('parallel');
    expect(accepted.route.map((one) => one.status)).toEqual(['pooled', 'waiting', 'waiting', 'waiting']);
    const split = await reviewed(world, accepted.id, 'site');
    expect(split.route.map((one) => one.status)).toEqual(['done', 'pooled', 'pooled', 'waiting']);
    const half = await reviewed(world, accepted.id, 'plan');
    expect(half.route.map((one) => one.status)).toEqual(['done', 'done', 'pooled', 'waiting']);
    const ask = taskOf(half, 'ask');
    expect((await world.stranger.client.api.listTasks({ query: { tab: 'consultation' } })).items.map((one) => one.id)).toContain(ask);
    const early = await refusal(
      world.chief.client.api.decideCase({ params: { id: accepted.id }, body: { expectedVersion: half.version, decision: 'grant' } }),
    );
    expect(early).toMatchObject({ status: 422, code: 'case.tasks-open' });
    const claimed = await world.stranger.client.api.claimTask({ params: { id: ask } });
    await world.stranger.client.api.completeTask({
      params: { id: ask },
      body: { expectedVersion: claimed.version, outcome: 'agreeWithConditions', opinion: '须检验合格后使用' },
    });
    expect((await world.chief.client.api.getCase({ params: { id: accepted.id } })).route.map((one) => one.status)).toEqual([
      'done',
      'done',
      'done',
      'pooled',
    ]);
  });

  it('passes over a step whose condition is not met: nothing waits for it (R5.1)', async () => {
    const accepted = await world.accepted('conditional');
    expect(accepted.route.map((one) => one.status)).toEqual(['pooled', 'skipped', 'waiting']);
    const after = await reviewed(world, accepted.id);
    expect(after.route.map((one) => one.status)).toEqual(['done', 'skipped', 'pooled']);
    const decided = await world.chief.client.api.decideCase({
      params: { id: accepted.id },
      body: { expectedVersion: after.version, decision: 'grant' },
    });
    expect(decided.status).toBe('decided');
  });

  it('returns to an earlier step in a new round; the join counts that round alone (R5.8)', async () => {
    const accepted = await world.accepted('parallel');
    const split = await reviewed(world, accepted.id, 'site');
    const plan = taskOf(split, 'plan');
    const claimed = await world.approver.client.api.claimTask({ params: { id: plan } });
    const unknown = await refusal(
      world.approver.client.api.returnTask({
        params: { id: plan },
        body: { expectedVersion: claimed.version, toStep: 'decide', reason: '退' },
      }),
    );
    expect(unknown).toMatchObject({ status: 422, code: 'task.return-target-unknown' });
    await world.approver.client.api.returnTask({
      params: { id: plan },
      body: { expectedVersion: claimed.version, toStep: 'site', reason: '图纸与现场不符' },
    });
    const back = await world.approver.client.api.getCase({ params: { id: accepted.id } });
    expect(back.route.find((one) => one.key === 'site')?.status).toBe('pooled');
    expect(back.route.find((one) => one.key === 'ask')?.status).not.toBe('pooled');
    const again = await reviewed(world, accepted.id, 'site');
    expect(again.route.map((one) => one.status)).toEqual(['done', 'pooled', 'pooled', expect.stringMatching(/waiting|future/)]);
  });

  it('retrieves what nobody has begun after it, and not later (取回)', async () => {
    const { id } = await world.accepted('plain');
    const after = await reviewed(world, id);
    const review = taskOf(after, 'review');
    const taken = await world.approver.client.api.retrieveTask({ params: { id: review } });
    expect(taken).toMatchObject({ status: 'claimed', holder: { name: '周启明' } });
    expect((await world.approver.client.api.getCase({ params: { id } })).route.map((one) => one.status)).toEqual(['claimed', 'waiting']);
    const completed = await world.approver.client.api.completeTask({
      params: { id: review },
      body: { expectedVersion: taken.version, opinion: '符合条件' },
    });
    expect(completed.status).toBe('done');
    const decide = taskOf(await world.chief.client.api.getCase({ params: { id } }), 'decide');
    await world.chief.client.api.claimTask({ params: { id: decide } });
    expect(await refusal(world.approver.client.api.retrieveTask({ params: { id: review } }))).toMatchObject({
      status: 422,
      code: 'task.later-work-begun',
    });
  });

  it('leaves alone what an assigned officer has begun by asking another department, not only by claiming (取回)', async () => {
    const item = await world.itemWith([review('a'), review('b', { after: ['a'], assignment: 'leastLoaded' }), decide(['b'])]);
    const { id } = await world.accepted(item);
    const a = await openTask(id, 'a');
    await pass(world.approver, a);
    const [given] = await world.database.query<{ id: string; holder: string }>(
      `SELECT id, holder_id AS holder FROM review_task WHERE case_id = $1 AND step_key = 'b' AND status = 'claimed'`,
      [id],
    );
    const officer = [world.approver, world.colleague, world.chief].find((one) => one.id === given?.holder);
    const asking = { departmentIds: [world.otherId], question: '可否' };
    await officer?.client.api.askConsultation({ params: { id: given?.id ?? '' }, body: asking });
    expect(await refusal(world.approver.client.api.retrieveTask({ params: { id: a } }))).toMatchObject({ code: 'task.later-work-begun' });
  });

  it('sends a refused step to the hall, and from there to the right department, its clock running on (R5.3)', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const claimed = await world.approver.client.api.claimTask({ params: { id: review } });
    await world.approver.client.api.refuseTask({
      params: { id: review },
      body: { expectedVersion: claimed.version, reason: '不归本部门' },
    });
    const { items, departments } = await world.clerk.client.api.listReroutes();
    const reroute = items.find((one) => one.caseId === id);
    expect(reroute).toMatchObject({ reason: '不归本部门', kind: 'reroute', clocks: { step: claimed.clocks.step } });
    expect(departments.map((one) => one.id)).toContain(world.otherId);
    await world.clerk.client.api.rerouteTask({ params: { id: reroute?.id ?? '' }, body: { departmentId: world.otherId } });
    const there = (await world.stranger.client.api.listTasks({ query: { tab: 'pool' } })).items.find((one) => one.caseId === id);
    expect(there).toMatchObject({ stepName: '书面审查', clocks: { step: claimed.clocks.step } });
  });
});
