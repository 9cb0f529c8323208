import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askCorrections, inReview } from '../../test/correction-world.js';
import { type ReviewWorld, startReviewWorld } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
});
afterAll(() => world.close());

describe('corrections asked for, when the work goes on without them (R3.3)', () => {
  it('is called off by the department that has the case now, once the one that asked has refused it (R3.3)', async () => {
    const { kase, task, version } = await inReview(world);
    const asked = await askCorrections(world, task, version);
    const { stranger } = world;
    const withdraw = () => stranger.client.api.withdrawCorrections({ params: { id: asked.id }, body: { reason: '本部门不需要' } });
    const known = await world.approver.client.api.getTask({ params: { id: task } });
    const refused = { expectedVersion: known.version, reason: '不归本部门' };
    await world.approver.client.api.refuseTask({ params: { id: task }, body: refused });
    expect(await refusal(withdraw())).toMatchObject({ status: 404 });
    const reroute = (await world.clerk.client.api.listReroutes()).items.find(({ caseId }) => caseId === kase.id);
    const departmentId = stranger.client.session?.staff.department?.id ?? '';
    await world.clerk.client.api.rerouteTask({ params: { id: reroute?.id ?? '' }, body: { departmentId } });
    expect(await withdraw()).toMatchObject({ status: 'withdrawn', closedBy: { id: stranger.client.session?.staff.id } });
  });

  it('is told to whom has the work when it is brought, not to whom gave it away (R3.3)', async () => {
    const { kase, task, version } = await inReview(world);
    const asked = await askCorrections(world, task, version);
    const known = await world.approver.client.api.getTask({ params: { id: task } });
    await world.approver.client.api.refuseTask({ params: { id: task }, body: { expectedVersion: known.version, reason: '不归本部门' } });
    const reroute = (await world.clerk.client.api.listReroutes()).items.find(({ caseId }) => caseId === kase.id);
    await world.clerk.client.api.rerouteTask({ params: { id: reroute?.id ?? '' }, body: { departmentId: world.otherId } });
    const { items } = await world.stranger.client.api.listTasks({ query: { tab: 'pool' } });
    const there = items.find(({ caseId }) => caseId === kase.id)?.id ?? '';
    await world.stranger.client.api.claimTask({ params: { id: there } });
    const { version: current } = await world.clerk.client.api.getCase({ params: { id: kase.id } });
    const body = { expectedVersion: current, materials: [], fields: { address: '临江大道 12 号' } };
    await world.clerk.client.api.takeInCorrections({ params: { id: asked.id }, body });
    const [first] = (await world.stranger.client.api.myNotifications()).items;
    expect(first).toMatchObject({ taskId: there, words: expect.stringContaining('收到补正') as unknown });
  });

  it('ends with its case: at once when that is withdrawn or terminated, by the next sweep when it is decided without', async () => {
    const [gone, ended, decided] = [await inReview(world), await inReview(world), await inReview(world)];
    for (const one of [gone, ended, decided]) await askCorrections(world, one.task, one.version);
    const shown = async ({ task }: { task: string }) =>
      (await world.approver.client.api.taskCorrections({ params: { id: task } })).items.map(({ status, clock }) => [status, clock]);
    const versionOf = async ({ kase: { id } }: typeof gone) => (await world.clerk.client.api.getCase({ params: { id } })).version;
    const withdrawal = { expectedVersion: await versionOf(gone), reason: '不办了', writtenRequest: true as const };
    await world.clerk.client.api.withdrawCase({ params: { id: gone.kase.id }, body: withdrawal });
    const termination = { expectedVersion: await versionOf(ended), reason: '申请人死亡' };
    await world.chief.client.api.terminateCase({ params: { id: ended.kase.id }, body: termination });
    expect([await shown(gone), await shown(ended)]).toEqual([[['lapsed', null]], [['lapsed', null]]]);

    const { version } = await world.approver.client.api.getTask({ params: { id: decided.task } });
    await world.approver.client.api.completeTask({ params: { id: decided.task }, body: { expectedVersion: version, opinion: '同意' } });
    const ruling = { expectedVersion: await versionOf(decided), decision: 'grant' as const };
    await world.chief.client.api.decideCase({ params: { id: decided.kase.id }, body: ruling });
    world.clock.advance({ minutes: 6 });
    for (let run = 0; run < 2; run += 1) {
      await world.sweep();
      await world.drain();
    }
    expect(await shown(decided)).toEqual([['lapsed', null]]);
    for (const { kase } of [gone, ended, decided]) {
      const { items } = await world.clerk.client.api.getCaseEvents({ params: { id: kase.id } });
      expect(items.filter(({ action }) => action === 'correction.lapse').map(({ words }) => words)).toEqual([
        '书面审查要求的补正没有收齐，办件结束，不再收',
      ]);
    }
  });
});
