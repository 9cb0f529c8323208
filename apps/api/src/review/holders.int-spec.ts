import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewed, startReviewWorld, taskOf, type ReviewWorld } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
});
afterAll(() => world.close());

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

  it('every verb on what somebody else has just taken is refused and says who has it; nobody gets it without the role', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const { version: expectedVersion } = await world.approver.client.api.claimTask({ params: { id: review } });
    const { api } = world.colleague.client;
    const params = { id: review };
    const reason = '急';
    const correction = { dueOn: '2026-03-20', points: [{ kind: 'material' as const, key: 'form', reason }] };
    const tried = {
      claim: api.claimTask({ params }),
      release: api.releaseTask({ params }),
      opinion: api.saveOpinion({ params, body: { points: [], opinion: '可' } }),
      complete: api.completeTask({ params, body: { expectedVersion, opinion: '可' } }),
      refuse: api.refuseTask({ params, body: { expectedVersion, reason } }),
      return: api.returnTask({ params, body: { expectedVersion, reason, toStep: 'review' } }),
      transfer: api.transferTask({ params, body: { expectedVersion, reason, toStaffId: world.colleague.id } }),
      consult: api.askConsultation({ params, body: { departmentIds: [world.otherId], question: '有无意见' } }),
      correct: api.requestCorrections({ params, body: { expectedVersion, ...correction } }),
      pause: api.requestProcedure({ params, body: { expectedVersion, kind: 'testing', reason } }),
      extend: api.requestExtension({ params, body: { expectedVersion, days: 3, reason } }),
    };
    const codes: Record<string, string> = {};
    for (const [verb, call] of Object.entries(tried)) {
      const { status, code, title } = await refusal(call);
      expect([409, 403]).toContain(status);
      codes[verb] = code;
      if (code === 'task.held-by-other') expect(title).toContain('周启明');
    }
    const held = 'task.held-by-other';
    expect(codes).toEqual({
      ...{ claim: held, release: held, opinion: held, complete: held, refuse: held, return: held, transfer: held },
      ...{ consult: 'consultation.not-holder', correct: 'correction.not-holder' },
      ...{ pause: 'task.actor-not-allowed', extend: 'task.actor-not-allowed' },
    });

    const decision = taskOf(await reviewed(world, (await world.accepted('plain')).id), 'decide');
    const taken = await world.chief.client.api.claimTask({ params: { id: decision } });
    const toApprover = world.chief.client.api.transferTask({
      params: { id: decision },
      body: { expectedVersion: taken.version, toStaffId: world.approver.id, reason },
    });
    expect(await refusal(toApprover)).toMatchObject({ status: 422, code: 'task.target-outside' });
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
