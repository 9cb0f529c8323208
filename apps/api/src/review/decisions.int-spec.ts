import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RECUSAL_REASON } from '@onewindow/domain';
import { createHall } from '../../test/people-factory.js';
import { reviewed, startReviewWorld, taskOf, type ReviewWorld } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
});
afterAll(() => world.close());

describe('decisions (R5.2, R5.6, R11)', () => {
  it('denies with a reason, serves the notice, and refuses without one', async () => {
    const { id } = await world.accepted('plain');
    const after = await reviewed(world, id);
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
    // Of the department, and a clerk elsewhere: the counter that has the case decides it.
    const { hallId } = await createHall(world.database);
    const elsewhere = await world.person({ roles: ['clerk', 'approver'], departmentId: world.leadId, hallId });
    const another = await world.accepted('instant');
    expect(
      await refusal(
        elsewhere.client.api.decideCase({ params: { id: another.id }, body: { expectedVersion: another.version, decision: 'grant' } }),
      ),
    ).toMatchObject({ status: 403, code: 'case.actor-not-allowed' });
  });

  it.each([
    ['the applicant', `UPDATE applicant SET identity_index = $2 WHERE id = (SELECT applicant_id FROM cases WHERE id = $1)`],
    [
      'its legal representative',
      `UPDATE applicant SET representative_identity_index = $2 WHERE id = (SELECT applicant_id FROM cases WHERE id = $1)`,
    ],
    ['the agent', `UPDATE cases SET agent_identity_index = $2 WHERE id = $1`],
  ])('keeps an officer away who is %s, in the list, at the desk and in the act (R5.6)', async (who, make) => {
    const { id } = await world.accepted('plain');
    const index = `index of ${who}`;
    await world.database.query(make, [id, index]);
    const self = await world.person({ roles: ['approver', 'chief'], departmentId: world.leadId, identityIndex: index });
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    expect(await refusal(self.client.api.claimTask({ params: { id: review } }))).toMatchObject({ status: 403, code: 'task.recusal' });
    const { items } = await self.client.api.listTasks({ query: { tab: 'pool', limit: 200 } });
    const [listed, opened, onCase] = [
      items.find((one) => one.id === review)?.actions.find(({ action }) => action === 'claim'),
      (await self.client.api.getTask({ params: { id: review } })).actions.find(({ action }) => action === 'claim'),
      (await self.client.api.getCase({ params: { id } })).actions.find(({ action }) => action === 'decide'),
    ];
    expect([listed, opened]).toEqual([expect.objectContaining({ allowed: false, reason: RECUSAL_REASON }), listed]);
    expect(onCase).toMatchObject({ allowed: false, reason: RECUSAL_REASON });
  });

  it('keeps a number of a person out of the words beside a point, which everybody reads who opens the case (R10.2)', async () => {
    const { id } = await world.accepted('plain');
    const { api } = world.approver.client;
    const task = await api.claimTask({ params: { id: taskOf(await api.getCase({ params: { id } }), 'review') } });
    const [point] = (await api.getTask({ params: { id: task.id } })).points;
    const marked = { text: point?.text ?? '', state: 'unmet' as const, note: '负责人 110105 19491231 002X 与登记不符' };
    // A draft is read by colleagues and goes to whoever takes the task over.
    const draft = (note: string, opinion: string) =>
      refusal(api.saveOpinion({ params: { id: task.id }, body: { points: [{ ...marked, note }], opinion } }));
    expect(await draft(marked.note, '同意')).toMatchObject({ status: 422, code: 'event.personal-data' });
    expect(await draft('与登记不符', `${marked.note}，建议退回`)).toMatchObject({ status: 422, code: 'event.personal-data' });
    const complete = (note: string) =>
      api.completeTask({
        params: { id: task.id },
        body: { expectedVersion: task.version, opinion: '同意', points: [{ ...marked, note }] },
      });
    expect(await refusal(complete(marked.note))).toMatchObject({ status: 422, code: 'event.personal-data' });
    expect(await complete('负责人与登记不符')).toMatchObject({ status: 'done' });
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
    const { version, actions } = await world.chief.client.api.getCase({ params: { id: accepted.id } });
    expect(actions.find(({ action }) => action === 'decide')).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('两人审查'),
    });
    expect(
      await refusal(
        world.chief.client.api.decideCase({ params: { id: accepted.id }, body: { expectedVersion: version, decision: 'grant' } }),
      ),
    ).toMatchObject({ status: 422, code: 'case.second-reviewer-missing' });
  });

  it('terminates by the chief with a reason, and cancels what was open', async () => {
    const { id, version } = await world.accepted('plain');
    const ended = await world.chief.client.api.terminateCase({ params: { id }, body: { expectedVersion: version, reason: '申请人死亡' } });
    expect(ended).toMatchObject({
      status: 'terminated',
      endReason: '申请人死亡',
      notices: expect.arrayContaining([expect.objectContaining({ kind: 'termination' })]) as unknown,
    });
    expect(ended.route.every((one) => one.status === 'cancelled')).toBe(true);
    expect(
      await refusal(world.chief.client.api.terminateCase({ params: { id }, body: { expectedVersion: ended.version, reason: '再来' } })),
    ).toMatchObject({ status: 409, code: 'case.transition-not-allowed' });
  });

  it('is ended by the chief of the department that answers for it, never by the chief of one that was only asked (R11)', async () => {
    const { id, version } = await world.accepted('parallel');
    const asked = await world.person({ roles: ['chief'], departmentId: world.otherId });
    expect((await asked.client.api.getCase({ params: { id } })).actions).toEqual([]);
    const ending = { params: { id }, body: { expectedVersion: version, reason: '不归本局' } };
    expect(await refusal(asked.client.api.terminateCase(ending))).toMatchObject({ status: 403, code: 'case.actor-not-allowed' });
    expect(await world.chief.client.api.terminateCase(ending)).toMatchObject({ status: 'terminated' });
  });
});
