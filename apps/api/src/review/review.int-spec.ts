import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { ProblemAnswer } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
});
afterAll(() => world.close());

const refusal = (work: Promise<unknown>): Promise<{ status: number; code: string; title: string }> =>
  work.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      return { status: error.status, code: error.code, title: error.problem.title };
    },
  );

async function reviewed(id: string, stepKey = 'review') {
  const detail = await world.approver.client.api.getCase({ params: { id } });
  const task = taskOf(detail, stepKey);
  const claimed = await world.approver.client.api.claimTask({ params: { id: task } });
  await world.approver.client.api.completeTask({ params: { id: task }, body: { expectedVersion: claimed.version, opinion: '符合条件' } });
  return await world.approver.client.api.getCase({ params: { id } });
}

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
    const after = await reviewed(id);
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
    const split = await reviewed(accepted.id, 'site');
    expect(split.route.map((one) => one.status)).toEqual(['done', 'pooled', 'pooled', 'waiting']);
    const half = await reviewed(accepted.id, 'plan');
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
    const after = await reviewed(accepted.id);
    expect(after.route.map((one) => one.status)).toEqual(['done', 'skipped', 'pooled']);
    const decided = await world.chief.client.api.decideCase({
      params: { id: accepted.id },
      body: { expectedVersion: after.version, decision: 'grant' },
    });
    expect(decided.status).toBe('decided');
  });

  it('returns to an earlier step in a new round; the join counts that round alone (R5.8)', async () => {
    const accepted = await world.accepted('parallel');
    const split = await reviewed(accepted.id, 'site');
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
    const again = await reviewed(accepted.id, 'site');
    expect(again.route.map((one) => one.status)).toEqual(['done', 'pooled', 'pooled', expect.stringMatching(/waiting|future/)]);
  });

  it('retrieves what nobody has begun after it, and not later (取回)', async () => {
    const { id } = await world.accepted('plain');
    const after = await reviewed(id);
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

describe('one task, one holder (R5.4, R5.5)', () => {
  it('lets one of two win and tells the other who has it', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const claims = await Promise.allSettled(
      [world.approver, world.colleague].map((one) => one.client.api.claimTask({ params: { id: review } })),
    );
    expect(claims.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = claims.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({
      problem: { status: 409, code: 'task.held-by-other', title: expect.stringMatching(/^(周启明|谢文彬) \d\d:\d\d 已签收本件/) },
    });
  });

  it('claims many and tells of each', async () => {
    const cases = [await world.accepted('plain'), await world.accepted('plain')];
    const ids = await Promise.all(
      cases.map(async ({ id }) => taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review')),
    );
    await world.colleague.client.api.claimTask({ params: { id: ids[0] ?? '' } });
    const { items } = await world.approver.client.api.claimTasks({ body: { taskIds: ids } });
    expect(items).toEqual([
      { taskId: ids[0], ok: false, code: 'task.held-by-other', message: expect.stringContaining('谢文彬') },
      { taskId: ids[1], ok: true, code: null, message: null },
    ]);
    const again = await world.approver.client.api.claimTasks({ body: { taskIds: [ids[1] ?? ''] } });
    expect(again.items).toEqual([{ taskId: ids[1], ok: true, code: null, message: null }]);
  });

  it('transfers to a colleague, keeps the clock, and tells both; refuses a stranger', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const claimed = await world.approver.client.api.claimTask({ params: { id: review } });
    const outside = await refusal(
      world.approver.client.api.transferTask({
        params: { id: review },
        body: { expectedVersion: claimed.version, toStaffId: world.stranger.id, reason: '请办' },
      }),
    );
    expect(outside).toMatchObject({ status: 422, code: 'task.target-outside' });
    const moved = await world.approver.client.api.transferTask({
      params: { id: review },
      body: { expectedVersion: claimed.version, toStaffId: world.colleague.id, reason: '休假' },
    });
    expect(moved).toMatchObject({ holder: { name: '谢文彬' }, clocks: claimed.clocks });
    const { items } = await world.colleague.client.api.myNotifications();
    expect(items[0]?.words).toContain('休假');
    const byChief = await world.chief.client.api.reassignTask({
      params: { id: review },
      body: { toStaffId: world.approver.id, reason: '均衡' },
    });
    expect(byChief.holder?.name).toBe('周启明');
    expect((await world.colleague.client.api.myNotifications()).items[0]?.words).toContain('均衡');
  });

  it('refuses a stale screen and another holder', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const claimed = await world.approver.client.api.claimTask({ params: { id: review } });
    const body = { expectedVersion: claimed.version - 1, opinion: '可' };
    expect(await refusal(world.approver.client.api.completeTask({ params: { id: review }, body }))).toMatchObject({
      status: 409,
      code: 'task.version-stale',
    });
    expect(
      await refusal(
        world.colleague.client.api.completeTask({ params: { id: review }, body: { ...body, expectedVersion: claimed.version } }),
      ),
    ).toMatchObject({ status: 409, code: 'task.held-by-other' });
  });
});

describe('decisions (R5.2, R5.6, R11)', () => {
  it('denies with a reason, serves the notice, and refuses without one', async () => {
    const { id } = await world.accepted('plain');
    const after = await reviewed(id);
    const bare = await refusal(
      world.chief.client.api.decideCase({ params: { id }, body: { expectedVersion: after.version, decision: 'deny' } }),
    );
    expect(bare).toMatchObject({ status: 400, code: 'request.invalid' });
    const denied = await world.chief.client.api.decideCase({
      params: { id },
      body: { expectedVersion: after.version, decision: 'deny', reason: '场所不符合卫生标准' },
    });
    expect(denied).toMatchObject({ status: 'ready', decision: 'deny', decisionReason: '场所不符合卫生标准', result: { denial: true } });
  });

  it('decides an instant item at the counter in the same sitting, and only there', async () => {
    const { id, version } = await world.accepted('instant');
    const decided = await world.clerk.client.api.decideCase({ params: { id }, body: { expectedVersion: version, decision: 'grant' } });
    expect(decided).toMatchObject({ status: 'ready', result: { electronic: true } });
    const promised = await world.accepted('plain');
    const refused = await refusal(
      world.clerk.client.api.decideCase({ params: { id: promised.id }, body: { expectedVersion: promised.version, decision: 'grant' } }),
    );
    expect(refused).toMatchObject({ status: 403, code: 'case.decide-by-chief' });
  });

  it('keeps an officer away from the own case (R5.6)', async () => {
    const identityNumber = '11010519491231002X';
    const { id } = await world.accepted('plain', identityNumber);
    const [row] = await world.database.query<{ index: string }>(
      'SELECT a.identity_index AS index FROM cases c JOIN applicant a ON a.id = c.applicant_id WHERE c.id = $1',
      [id],
    );
    const self = await world.person({ roles: ['approver'], departmentId: world.leadId, identityIndex: row?.index ?? '' });
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    expect(await refusal(self.client.api.claimTask({ params: { id: review } }))).toMatchObject({ status: 403, code: 'task.recusal' });
  });

  it('wants a second reviewer where the item asks for two', async () => {
    const accepted = await world.accepted('parallel');
    const act = async (stepKey: string, who = world.chief) => {
      const task = taskOf(await who.client.api.getCase({ params: { id: accepted.id } }), stepKey);
      const claimed = await who.client.api.claimTask({ params: { id: task } });
      await who.client.api.completeTask({ params: { id: task }, body: { expectedVersion: claimed.version, opinion: '可' } });
    };
    await act('site');
    await act('plan');
    await act('ask', world.stranger);
    const { version } = await world.chief.client.api.getCase({ params: { id: accepted.id } });
    expect(
      await refusal(
        world.chief.client.api.decideCase({ params: { id: accepted.id }, body: { expectedVersion: version, decision: 'grant' } }),
      ),
    ).toMatchObject({ status: 422, code: 'case.second-reviewer-missing' });
  });

  it('terminates by the chief with a reason, and cancels what was open', async () => {
    const { id, version } = await world.accepted('plain');
    const ended = await world.chief.client.api.terminateCase({ params: { id }, body: { expectedVersion: version, reason: '申请人死亡' } });
    expect(ended).toMatchObject({ status: 'terminated', endReason: '申请人死亡' });
    expect(ended.route.every((one) => one.status === 'cancelled')).toBe(true);
    expect(
      await refusal(world.chief.client.api.terminateCase({ params: { id }, body: { expectedVersion: ended.version, reason: '再来' } })),
    ).toMatchObject({ status: 409, code: 'case.transition-not-allowed' });
  });
});

describe('who sees what (R11)', () => {
  it('answers 404 to another department by any address', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const stranger = world.stranger.client.api;
    const answers = await Promise.all([
      refusal(stranger.getCase({ params: { id } })),
      refusal(stranger.getTask({ params: { id: review } })),
      refusal(stranger.claimTask({ params: { id: review } })),
      refusal(stranger.getCaseEvents({ params: { id } })),
      refusal(stranger.colleagues({ params: { id: review } })),
    ]);
    expect(answers.map((one) => one.status)).toEqual([404, 404, 404, 404, 404]);
    expect((await stranger.listTasks({ query: { tab: 'pool' } })).items.filter((one) => one.caseId === id)).toEqual([]);
  });

  it('counts what the lists show, by light', async () => {
    const counts = await world.approver.client.api.countTasks();
    const pool = await world.approver.client.api.listTasks({ query: { tab: 'pool', limit: 200 } });
    expect(counts.pool.all).toBe(pool.items.length);
    expect(counts.pool.red + counts.pool.yellow + counts.pool.green + counts.pool.paused).toBe(counts.pool.all);
  });

  it('pages by keyset without gap or repetition', async () => {
    const all = (await world.approver.client.api.listTasks({ query: { tab: 'pool', limit: 200 } })).items.map((one) => one.id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.approver.client.api.listTasks({ query: { tab: 'pool', limit: 3, ...(cursor ? { cursor } : {}) } });
      paged.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all);
  });
});

describe('bad input', () => {
  it('refuses what is no task, no cursor, no body', async () => {
    const client = world.approver.client;
    expect((await client.raw('GET', '/api/tasks/not-a-uuid')).status).toBe(400);
    expect((await client.raw('GET', '/api/tasks?cursor=%00%00')).status).toBe(400);
    expect((await client.raw('GET', `/api/tasks?cursor=${Buffer.from('[true,"x","y","z"]').toString('base64url')}`)).status).toBe(400);
    expect((await client.raw('POST', '/api/task-claims', { json: { taskIds: [] } })).status).toBe(400);
    expect((await client.raw('POST', '/api/tasks/01900000-0000-7000-8000-000000000000/claim', {})).status).toBe(404);
  });

  it('answers the same to the same key, and refuses another body under it', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const idempotencyKey = '0197a000-0000-7000-8000-00000000abcd';
    const once = await world.approver.client.api.claimTask({ params: { id: review } }, { idempotencyKey });
    expect(await world.approver.client.api.claimTask({ params: { id: review } }, { idempotencyKey })).toEqual(once);
    const other = taskOf(await world.approver.client.api.getCase({ params: { id: (await world.accepted('plain')).id } }), 'review');
    expect(await refusal(world.approver.client.api.claimTask({ params: { id: other } }, { idempotencyKey }))).toMatchObject({
      status: 422,
      code: 'idempotency.key-reused',
    });
  });
});
