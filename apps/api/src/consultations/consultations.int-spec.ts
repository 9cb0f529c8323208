import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDepartment } from '../../test/people-factory.js';
import { type Member, reviewed, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';
import { Organisation } from '../organisation/index.js';

let world: ReviewWorld;
let housing: Member;
let colleague: Member;
let housingId: string;
let emptyId: string;
beforeAll(async () => {
  world = await startReviewWorld();
  housingId = await createDepartment(world.database, '住房和城乡建设局');
  emptyId = await createDepartment(world.database, '档案局');
  world.get(Organisation).refresh();
  housing = await world.person({ roles: ['approver'], departmentId: housingId, name: '贺一鸣' });
  colleague = await world.person({ roles: ['approver'], departmentId: world.otherId, name: '方小军' });
});
afterAll(() => world.close());

/** A review that the approver holds. */
async function held(item: 'plain' | 'parallel' = 'plain', step = 'review'): Promise<{ caseId: string; taskId: string; version: number }> {
  const { id: caseId } = await world.accepted(item);
  if (item === 'parallel') await reviewed(world, caseId, 'site');
  const taskId = taskOf(await world.approver.client.api.getCase({ params: { id: caseId } }), step);
  const { version } = await world.approver.client.api.claimTask({ params: { id: taskId } });
  return { caseId, taskId, version };
}
const ask = (taskId: string, departmentIds: string[], body: object = {}) =>
  world.approver.client.api.askConsultation({ params: { id: taskId }, body: { departmentIds, question: '消防通道是否够宽', ...body } });
const listOf = async (member: Member, tab: 'open' | 'answered' | 'deemed' = 'open') =>
  (await member.client.api.listConsultations({ query: { tab } })).items;
const taskNow = (id: string) => world.approver.client.api.getTask({ params: { id } });

describe('协办: other departments are asked beside the route', () => {
  it('holds the asking task up until each has answered, in one step from the list, or was let off', async () => {
    const { caseId, taskId } = await held();
    expect((await taskNow(taskId)).workActions.find(({ action }) => action === 'consult')).toEqual({ action: 'consult', allowed: true });
    const { asked } = await ask(taskId, [world.otherId, housingId]);
    expect(asked).toMatchObject([
      { department: { id: world.otherId }, status: 'pooled', clock: { remaining: 5, light: 'green' }, actions: [{ allowed: true }] },
      { department: { id: housingId }, askedBy: { name: '周启明' } },
    ]);
    const { version, actions } = await taskNow(taskId);
    expect(actions.find(({ action }) => action === 'complete')).toMatchObject({ allowed: false });
    const complete = () =>
      world.approver.client.api.completeTask({ params: { id: taskId }, body: { expectedVersion: version, opinion: '符合' } });
    expect(await refusal(complete())).toMatchObject({ status: 422, code: 'task.consultation-open' });

    const row = (await listOf(world.stranger)).find((one) => one.caseId === caseId);
    expect(row).toMatchObject({
      question: '消防通道是否够宽',
      askedBy: { name: '周启明' },
      asking: { id: world.leadId },
      stepName: '协办',
      silenceOn: expect.stringMatching(/^\d{4}-/),
    });
    // The case itself is in sight of who was asked.
    const seen = await world.stranger.client.api.getTask({ params: { id: row?.id ?? '' } });
    expect(seen).toMatchObject({ caseId, case: { caseNo: row?.caseNo } });
    expect(Object.keys(seen.form)).not.toHaveLength(0);
    const answer = (member: Member) =>
      member.client.api.answerConsultation({
        params: { id: row?.id ?? '' },
        body: { expectedVersion: row?.version ?? 0, outcome: 'agreeWithConditions', opinion: '通道净宽不小于 4 米' },
      });
    const race = await Promise.allSettled([answer(world.stranger), answer(colleague)]);
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = race.find((one) => one.status === 'rejected');
    expect(await refusal(Promise.reject<unknown>(lost?.reason))).toMatchObject({
      status: 409,
      code: 'task.version-stale',
      title: expect.stringMatching(/方志强|方小军/),
    });
    expect((await world.approver.client.api.myNotifications()).items[0]?.words).toContain('消防救援大队答复：通道净宽不小于 4 米');
    expect((await listOf(colleague, 'answered')).map((one) => [one.caseId, one.outcome])).toContainEqual([caseId, 'agreeWithConditions']);

    const open = (await world.approver.client.api.taskConsultations({ params: { id: taskId } })).asked.find(
      ({ status }) => status === 'pooled',
    );
    const withdraw = (member: Member) =>
      member.client.api.withdrawConsultation({ params: { id: open?.taskId ?? '' }, body: { reason: '图纸上已能看清' } });
    expect(await refusal(withdraw(world.colleague))).toMatchObject({ status: 403, code: 'consultation.not-asker' });
    expect(await refusal(withdraw(housing))).toMatchObject({ status: 404 });
    expect((await withdraw(world.approver)).asked.map(({ status }) => status)).toEqual(['done', 'cancelled']);
    expect(await refusal(withdraw(world.approver))).toMatchObject({ status: 409, code: 'consultation.closed' });
    expect((await complete()).status).toBe('done');
    // Who asked has gone on with it.
    expect(await refusal(world.stranger.client.api.retrieveTask({ params: { id: row?.id ?? '' } }))).toMatchObject({
      code: expect.stringMatching(/later-work-begun|actor-not-allowed/),
    });
    const { items } = await world.clerk.client.api.getCaseEvents({ params: { id: caseId } });
    expect(items.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^书面审查向消防救援大队、住房和城乡建设局征求意见，.* 前答复：消防通道是否够宽$/),
        '撤回向住房和城乡建设局的协办：图纸上已能看清',
      ]),
    );
  });

  it('shows who asked no word of an answer that was not sent: neither while it is written nor after it was no longer wanted', async () => {
    const { caseId, taskId } = await held();
    await ask(taskId, [housingId]);
    const consulted = (await listOf(housing)).find((one) => one.caseId === caseId);
    const params = { id: consulted?.id ?? '' };
    const seen = async () => (await world.approver.client.api.taskConsultations({ params: { id: taskId } })).asked;
    await housing.client.api.claimTask({ params });
    await housing.client.api.saveOpinion({ params, body: { points: [], opinion: '原则上不' } });
    expect(await seen()).toMatchObject([{ status: 'claimed', opinion: '' }]);
    await world.approver.client.api.withdrawConsultation({ params, body: { reason: '图纸上已能看清' } });
    expect(await seen()).toMatchObject([{ status: 'cancelled', withdrawnReason: '图纸上已能看清', opinion: '' }]);
  });

  it('goes to nobody who can’t be asked, and from nobody who may not ask', async () => {
    const { taskId } = await held();
    const code = async (work: Promise<unknown>) => (await refusal(work)).code;
    expect(await code(ask(taskId, [world.leadId]))).toBe('consultation.own-department');
    expect(await code(ask(taskId, [emptyId]))).toBe('consultation.department-closed');
    expect(await code(ask(taskId, ['019e0000-0000-7000-8000-000000000000']))).toBe('consultation.department-unknown');
    const offered = await world.approver.client.api.taskConsultations({ params: { id: taskId } });
    expect(offered.departments.find(({ id }) => id === world.leadId)?.problem).toContain('不能向本部门征求意见');
    expect(await refusal(ask(taskId, []))).toMatchObject({ status: 400 });
    expect(await refusal(ask(taskId, [housingId], { question: '  ' }))).toMatchObject({ status: 400 });
    expect(await refusal(ask(taskId, [housingId], { limit: 0 }))).toMatchObject({ status: 400 });
    expect(await refusal(ask(taskId, [housingId], { question: '请核对 11010519491231002X' }))).toMatchObject({ status: 422 });
    // Several fail together: one that can't be asked leaves the others unasked.
    expect(await code(ask(taskId, [housingId, world.leadId]))).toBe('consultation.own-department');
    await ask(taskId, [housingId, housingId], { limit: 3 });
    expect(await refusal(ask(taskId, [housingId]))).toMatchObject({ status: 422, code: 'consultation.already-asked' });
    const other = world.colleague.client.api.askConsultation({
      params: { id: taskId },
      body: { departmentIds: [world.otherId], question: '问' },
    });
    expect(await refusal(other)).toMatchObject({ status: 409, code: 'consultation.not-holder' });
    const consulted = (await listOf(housing))[0];
    expect(consulted?.clocks.step?.remaining).toBe(3);
    const on = housing.client.api.askConsultation({
      params: { id: consulted?.id ?? '' },
      body: { departmentIds: [world.otherId], question: '问' },
    });
    expect(await refusal(on)).toMatchObject({ status: 422, code: 'consultation.not-here' });
    const review = world.approver.client.api.answerConsultation({
      params: { id: taskId },
      body: { expectedVersion: (await taskNow(taskId)).version, outcome: 'agree', opinion: '无' },
    });
    expect(await refusal(review)).toMatchObject({ status: 422, code: 'consultation.not-one' });
    expect(await refusal(world.clerk.client.api.listConsultations({}))).toMatchObject({ status: 403 });
  });

  it('ends with the task that asked, and comes back to the asker when it is refused', async () => {
    const first = await held('parallel', 'plan');
    await ask(first.taskId, [housingId]);
    await world.approver.client.api.returnTask({
      params: { id: first.taskId },
      body: { expectedVersion: (await taskNow(first.taskId)).version, toStep: 'site', reason: '图纸不符' },
    });
    expect((await listOf(housing)).map(({ caseId }) => caseId)).not.toContain(first.caseId);

    const second = await held();
    await ask(second.taskId, [housingId]);
    const consulted = (await listOf(housing)).find(({ caseId }) => caseId === second.caseId);
    const claimed = await housing.client.api.claimTask({ params: { id: consulted?.id ?? '' } });
    await housing.client.api.refuseTask({ params: { id: claimed.id }, body: { expectedVersion: claimed.version, reason: '归城管部门' } });
    expect((await world.clerk.client.api.listReroutes()).items.map(({ caseId }) => caseId)).not.toContain(second.caseId);
    expect((await world.approver.client.api.myNotifications()).items[0]?.words).toContain('住房和城乡建设局拒签：归城管部门');

    await ask(second.taskId, [world.otherId]);
    const kase = await world.chief.client.api.getCase({ params: { id: second.caseId } });
    await world.chief.client.api.terminateCase({ params: { id: kase.id }, body: { expectedVersion: kase.version, reason: '已列入征收' } });
    expect((await listOf(world.stranger)).map(({ caseId }) => caseId)).not.toContain(second.caseId);
  });
});
