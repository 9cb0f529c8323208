import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Member, type ReviewWorld, startReviewWorld } from '../../test/review-world.js';
import { decide, openTaskOf, pass, review } from '../../test/route-steps.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
});
afterAll(() => world.close());

const openTask = (caseId: string, stepKey: string) => openTaskOf(world, caseId, stepKey);

describe('steps of several persons (R5.6)', () => {
  it('a part before the signature is given to no chief, by hand or by turns', async () => {
    const steps = [review('review', { countersign: true, assignment: 'leastLoaded' }), decide(['review'])];
    const item = await world.itemWith(steps);
    const { approver, chief } = world;
    const given = new Set<string | undefined>();
    for (let turn = 0; turn < 4; turn += 1) {
      const { id } = await world.accepted(item);
      const { route } = await approver.client.api.getCase({ params: { id } });
      given.add(route.find(({ key }) => key === 'review')?.holder?.id);
    }
    expect(given.has(undefined)).toBe(false);
    expect(given.has(chief.id)).toBe(false);
    const { id } = await world.accepted(await world.itemWith([review('review', { countersign: true }), decide(['review'])]));
    const first = await openTask(id, 'review');
    const { version } = await approver.client.api.claimTask({ params: { id: first } });
    const body = { expectedVersion: version, toStaffId: chief.id, reason: '请代办' };
    expect(await refusal(approver.client.api.transferTask({ params: { id: first }, body }))).toMatchObject({
      code: 'task.target-same-person',
      title: expect.stringContaining('核签') as unknown,
    });
  });

  it('two officers and the chief, each another; the step keeps one clock, goes back as one, and is not refused half done', async () => {
    const { id } = await world.accepted(await world.itemWith([review('review', { reviewers: 2, countersign: true }), decide(['review'])]));
    const { approver, colleague, chief } = world;
    const first = await openTask(id, 'review');
    expect(await refusal(chief.client.api.claimTask({ params: { id: first } }))).toMatchObject({ status: 403, code: 'task.same-person' });
    // A list offers 签收 on no part that the command would refuse.
    const offered = async ({ client }: Member, task: string) =>
      (await client.api.listTasks({ query: { tab: 'pool', limit: 200 } })).items
        .find((one) => one.id === task)
        ?.actions.find(({ action }) => action === 'claim');
    expect(await offered(chief, first)).toEqual({
      action: 'claim',
      allowed: false,
      reason: '本环节由首席代表核签，前面的审查留给审批人员',
    });
    expect(await offered(approver, first)).toEqual({ action: 'claim', allowed: true });
    await pass(approver, first);
    world.clock.advance({ days: 1 });
    const second = await openTask(id, 'review#2');
    expect(await offered(approver, second)).toMatchObject({ allowed: false, reason: expect.stringContaining('两人审查') as unknown });
    expect(await offered(colleague, second)).toEqual({ action: 'claim', allowed: true });
    expect(await refusal(approver.client.api.claimTask({ params: { id: second } }))).toMatchObject({
      status: 403,
      code: 'task.same-person',
    });
    const taken = await colleague.client.api.claimTask({ params: { id: second } });
    expect(taken).toMatchObject({ stepName: '书面审查复审', clocks: { step: { due: '2026-03-05' } } });
    const { items } = await colleague.client.api.colleagues({ params: { id: second } });
    expect(items.find((one) => one.id === approver.id)?.problem).toContain('两人审查');
    const body = { expectedVersion: taken.version, toStaffId: approver.id, reason: '请代办' };
    expect(await refusal(colleague.client.api.transferTask({ params: { id: second }, body }))).toMatchObject({
      code: 'task.target-same-person',
    });
    const away = { expectedVersion: taken.version, reason: '不归本部门' };
    expect(await refusal(colleague.client.api.refuseTask({ params: { id: second }, body: away }))).toMatchObject({
      code: 'task.part-not-refusable',
    });
    await colleague.client.api.completeTask({ params: { id: second }, body: { expectedVersion: taken.version, opinion: '同意' } });
    await pass(chief, await openTask(id, 'review#chief'));
    const decision = await openTask(id, 'decide');
    const held = await chief.client.api.claimTask({ params: { id: decision } });
    await chief.client.api.returnTask({
      params: { id: decision },
      body: { expectedVersion: held.version, toStep: 'review', reason: '重新核对' },
    });
    await expect(openTask(id, 'review#2')).rejects.toThrow();
    await pass(colleague, await openTask(id, 'review'));
    await pass(approver, await openTask(id, 'review#2'));
    await pass(chief, await openTask(id, 'review#chief'));
    const { version } = await chief.client.api.getCase({ params: { id } });
    const decided = await chief.client.api.decideCase({ params: { id }, body: { expectedVersion: version, decision: 'grant' } });
    expect(decided.status).toBe('decided');
    const open = await world.database.query(
      `SELECT 1 FROM review_task WHERE case_id = $1 AND kind <> 'issue' AND status IN ('waiting', 'pooled', 'claimed')`,
      [id],
    );
    expect(open).toEqual([]);
  });
});
