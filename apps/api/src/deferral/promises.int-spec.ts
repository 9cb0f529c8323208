import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeferralHall, openDeferralHall, POOL_PERMIT, promiseHealth } from '../../test/deferral-world.js';
import { pngFile, publishItem } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { CommandRunner } from '../platform/index.js';
import { UnkeptPromises } from './jobs/record-unkept-promises.js';

let app: TestApp;
let hall: DeferralHall;
let clerk: TestClient;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00.000Z');
  hall = await openDeferralHall(app);
  clerk = hall.clerk;
});
afterAll(() => app.close());

/** What the sweeper does when it is due. */
const sweep = () => app.get(CommandRunner).runSystem((tx) => app.get(UnkeptPromises).run(tx));

/** Another day: the sessions of yesterday are over. */
async function onDay(day: string): Promise<void> {
  app.clock.set(`${day}T02:00:00.000Z`);
  clerk = await hall.staff(['clerk'], { counterId: hall.counterIds[0] ?? '' });
}

const takeIn = (id: string, body: { verdict: 'qualified' } | { verdict: 'faulty'; defect: string } = { verdict: 'qualified' }) =>
  clerk.api.takeInDeferred({ params: { id, code: 'health' }, body });
const addFile = (id: string) =>
  clerk.api.addDeferredFile({ params: { id, code: 'health' } }, { file: pngFile(), fileName: '健康证明.png' });
const story = async (id: string, action: string) =>
  (await clerk.api.getCaseEvents({ params: { id } })).items.filter((one) => one.action === action);
const promiseOf = async (id: string) =>
  (
    await app.database.query<{ unkept: string | null; arrived: string | null; settled: boolean }>(
      `SELECT unkept_on AS unkept, arrived_on AS arrived, settled_at IS NOT NULL AS settled FROM deferred_material WHERE case_id = $1`,
      [id],
    )
  )[0];

/** Review and decision as the departments take them. */
async function decide(id: string, decision: 'grant' | 'deny' = 'grant'): Promise<TestClient> {
  const [approver, chief] = [await hall.staff(['approver']), await hall.staff(['chief'])];
  const { route } = await approver.api.getCase({ params: { id } });
  const claimed = await approver.api.claimTask({ params: { id: route.find((one) => one.key === 'review')?.taskId ?? '' } });
  await approver.api.completeTask({ params: { id: claimed.id }, body: { expectedVersion: claimed.version, opinion: '同意' } });
  const { version } = await chief.api.getCase({ params: { id } });
  const reason = decision === 'deny' ? { reason: '水质不合格' } : {};
  await chief.api.decideCase({ params: { id }, body: { expectedVersion: version, decision, ...reason } });
  return approver;
}

describe('a deferred material', () => {
  it('R4.3 gives a wrong file back before it is judged: without its last one nothing has arrived', async () => {
    const { id } = await hall.deferred(41);
    const { file } = await addFile(id);
    const mine = async () => (await clerk.api.listDeferred({ query: {} })).items.find(({ caseId }) => caseId === id);
    expect(await mine()).toMatchObject({ arrivedOn: '2026-03-02', files: [{ id: file.id }], reviewPoints: expect.any(Array) });
    const remove = (fileId: string, code = 'health') => clerk.api.removeDeferredFile({ params: { id, code, fileId } });
    await expect(remove(randomUUID())).rejects.toMatchObject({ status: 404, code: 'deferral.file-not-found' });
    await expect(remove(file.id, 'rules')).rejects.toMatchObject({ status: 404, code: 'deferral.not-found' });
    expect((await remove(file.id)).material.files).toEqual([]);
    expect(await mine()).toMatchObject({ arrivedOn: null, files: [] });
    expect((await promiseOf(id))?.arrived).toBeNull();
    await takeIn(id);
    await expect(remove(file.id)).rejects.toMatchObject({ status: 409, code: 'deferral.settled' });
  });

  it('R4.3 arrives, is found good, and nothing more is owed', async () => {
    const { id } = await hall.deferred(1);
    expect(await clerk.api.listDeferred({ query: {} })).toMatchObject({
      items: [
        {
          caseId: id,
          itemName: '游泳场所卫生许可',
          applicantName: '王**',
          phoneMasked: '138****8001',
          materialName: '健康证明',
          dueOn: '2026-03-09',
          clock: { remaining: 5, light: 'green' },
          unkeptOn: null,
          actions: [{ action: 'takeInDeferred', allowed: true }],
        },
      ],
      nextCursor: null,
      counts: { all: 1, overdue: 0 },
    });
    await onDay('2026-03-05');
    const { material } = await addFile(id);
    expect(material).toMatchObject({ verdict: 'deferred', files: [{ mediaType: 'image/png' }] });
    const faulty = await takeIn(id, { verdict: 'faulty', defect: '证明过期' });
    expect(faulty).toMatchObject({ left: 1, material: { verdict: 'deferred', defect: '证明过期', dueOn: '2026-03-09' } });
    expect(await takeIn(id)).toMatchObject({ left: 0, material: { verdict: 'qualified', defect: null } });
    expect(await promiseOf(id)).toEqual({ unkept: null, arrived: '2026-03-05', settled: true });
    expect((await clerk.api.listDeferred({ query: {} })).items).toEqual([]);
    expect((await story(id, 'takeInDeferred')).map((one) => one.words)).toEqual([
      '收容缺材料健康证明：有误：证明过期，还有 1 份',
      '收容缺材料健康证明：合格',
    ]);
  });

  it('R4.3 is owed by its day alone: nobody asks for it once more as a correction, where bringing it would keep no promise', async () => {
    const { id } = await hall.deferred(322);
    const approver = await hall.staff(['approver']);
    const { route } = await approver.api.getCase({ params: { id } });
    const task = await approver.api.claimTask({ params: { id: route.find((one) => one.key === 'review')?.taskId ?? '' } });
    const keys = (await approver.api.taskCorrections({ params: { id: task.id } })).choices.map(({ key }) => key);
    expect([keys.includes('report'), keys.includes('health')]).toEqual([true, false]);
    const point = { kind: 'material' as const, key: 'health', reason: '请尽快交' };
    const body = { expectedVersion: task.version, dueOn: '2026-03-20', points: [point] };
    await expect(approver.api.requestCorrections({ params: { id: task.id }, body })).rejects.toMatchObject({
      status: 422,
      code: 'correction.point-unknown',
    });
    await takeIn(id);
    expect((await approver.api.taskCorrections({ params: { id: task.id } })).choices.map(({ key }) => key)).toContain('health');
  });

  it('R4.4 holds the result back; once it is here the result is issued', async () => {
    const { id } = await hall.deferred(2);
    const approver = await decide(id);
    const { version } = await approver.api.getCase({ params: { id } });
    await expect(approver.api.issueResult({ params: { id }, body: { expectedVersion: version } })).rejects.toMatchObject({
      problem: { status: 422, code: 'case.deferred-open' },
    });
    const after = await takeIn(id);
    await expect(approver.api.issueResult({ params: { id }, body: { expectedVersion: after.version } })).resolves.toMatchObject({
      status: 'ready',
    });
  });

  it('R4.4 holds an electronic result back, which the system issues with the last material', async () => {
    const definition = { ...POOL_PERMIT, result: { ...POOL_PERMIT.result, electronic: true } };
    const item = await publishItem(app, { departmentCode: hall.departmentCode, name: '电子证', definition });
    const { id } = await promiseHealth(hall, item.versionId, 3);
    await decide(id);
    expect(await clerk.api.getCase({ params: { id } })).toMatchObject({ status: 'decided', decision: 'grant', result: null });
    expect(await takeIn(id)).toMatchObject({ left: 0 });
    expect(await clerk.api.getCase({ params: { id } })).toMatchObject({ status: 'ready', result: { electronic: true } });
  });

  it('R4.4 a denial is served all the same, and the promise lapses with it', async () => {
    const { id } = await hall.deferred(4);
    await decide(id, 'deny');
    expect(await clerk.api.getCase({ params: { id } })).toMatchObject({ status: 'ready', decision: 'deny' });
    expect((await clerk.api.listDeferred({ query: {} })).items).toEqual([]);
    await expect(takeIn(id)).rejects.toMatchObject({ problem: { status: 409, code: 'deferral.case-ended' } });
    await onDay('2026-03-20');
    await sweep();
    expect(await promiseOf(id)).toEqual({ unkept: null, arrived: null, settled: true });
  });

  it('is refused where nothing was promised, where it was taken in, in another hall, and without a reason for what is wrong', async () => {
    const { id } = await hall.deferred(5);
    const other = (code: string) => clerk.api.takeInDeferred({ params: { id, code }, body: { verdict: 'qualified' } });
    await expect(other('report')).rejects.toMatchObject({ problem: { status: 404, code: 'deferral.not-found' } });
    const raw = await clerk.raw('POST', `/api/cases/${id}/deferred/health/take-in`, { json: { verdict: 'faulty' } });
    expect(raw).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    await expect(
      clerk.api.takeInDeferred({ params: { id, code: 'health' }, body: { verdict: 'qualified', expectedVersion: 0 } }),
    ).rejects.toMatchObject({ problem: { status: 409 } });
    await takeIn(id);
    await expect(takeIn(id)).rejects.toMatchObject({ problem: { status: 409, code: 'deferral.settled' } });
    await expect(addFile(id)).rejects.toMatchObject({ problem: { status: 409, code: 'deferral.settled' } });
    await expect(takeIn(randomUUID())).rejects.toMatchObject({ problem: { status: 404, code: 'case.not-found' } });
    expect(await clerk.raw('GET', '/api/deferred-materials?cursor=xx')).toMatchObject({ status: 400 });
    const odd = Buffer.from(JSON.stringify(['x', 'y', 'z'])).toString('base64url');
    expect((await clerk.raw('GET', `/api/deferred-materials?cursor=${odd}`)).status).toBe(400);
  });
});

describe('an unkept promise', () => {
  it('R4.4 is looked for again and again, without anybody asking', async () => {
    const { id } = await hall.deferred(11, '2026-03-03');
    await onDay('2026-04-20');
    expect(await app.sweep()).toContain('record-unkept-promises');
    expect(await promiseOf(id)).toMatchObject({ unkept: '2026-03-04' });
    const supervisor = await hall.staff(['supervisor']);
    const [barred] = (await supervisor.api.listBarredApplicants({ query: {} })).items;
    await supervisor.api.liftDeferralBar({ params: { id: barred?.applicantId ?? '' }, body: { reason: '核实后恢复' } });
  });

  it('R4.4 is found days later, dated to the day after its last one, told once, and closes deferral until a supervisor lifts it', async () => {
    const { id } = await hall.deferred(6, '2026-03-04');
    await onDay('2026-03-05');
    expect(await clerk.api.listDeferred({ query: {} })).toMatchObject({ counts: { overdue: 1 }, items: [{ unkeptOn: '2026-03-05' }] });
    await onDay('2026-03-18');
    await Promise.all([1, 2, 3, 4].map(sweep));
    const told = await story(id, 'promise.unkept');
    expect(told.map(({ words, actor, data }) => [words, actor.name, data])).toEqual([
      [
        '健康证明承诺 03-04 前补齐，未兑现，03-05 记入信用（系统记入）',
        '系统',
        { material: 'health', materialName: '健康证明', dueOn: '2026-03-04', unkeptOn: '2026-03-05' },
      ],
    ]);

    const next = await hall.draft(6, [], { client: clerk });
    const shown = await clerk.api.getCaseDeferral({ params: { id: next.id } });
    expect(shown.credit).toMatchObject({
      deferralClosed: true,
      reason: '游泳场所卫生许可的健康证明承诺 2026 年 3 月 4 日补交，没有兑现',
      unkept: [{ materialName: '健康证明', unkeptOn: '2026-03-05', liftedAt: null }],
    });
    const defer = () => clerk.api.deferMaterial({ params: { id: next.id, code: 'health' }, body: {} });
    await expect(defer()).rejects.toMatchObject({ problem: { code: 'deferral.closed' } });

    const supervisor = await hall.staff(['supervisor']);
    const { items, total } = await supervisor.api.listBarredApplicants({ query: {} });
    expect([total, items]).toMatchObject([
      1,
      [{ applicantName: '王**', grade: 'A', unkeptOn: '2026-03-05', others: 0, actions: [{ action: 'promise.lift', allowed: true }] }],
    ]);
    const params = { id: items[0]?.applicantId ?? '' };
    await expect(clerk.api.liftDeferralBar({ params, body: { reason: '材料已补' } })).rejects.toMatchObject({ status: 403 });
    expect(
      await supervisor.raw('POST', `/api/supervision/applicants/${params.id}/deferral-bar/lift`, { json: { reason: ' ' } }),
    ).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await supervisor.api.liftDeferralBar({ params, body: { reason: '材料已补，情有可原' } })).toEqual({ lifted: 1 });
    await expect(supervisor.api.liftDeferralBar({ params, body: { reason: '再来一次' } })).rejects.toMatchObject({
      problem: { status: 409, code: 'deferral.nothing-to-lift' },
    });
    expect((await supervisor.api.listBarredApplicants({ query: {} })).items).toEqual([]);
    expect((await story(id, 'promise.lift'))[0]?.words).toBe('督查员恢复申请人的容缺：材料已补，情有可原');
    expect((await defer()).material.verdict).toBe('deferred');
  });

  it('R4.3 a paper that came in time keeps its promise, however late it is looked at', async () => {
    const { id } = await hall.deferred(7, '2026-03-04');
    await onDay('2026-03-04');
    await addFile(id);
    await onDay('2026-03-10');
    await sweep();
    expect(await promiseOf(id)).toMatchObject({ unkept: null, arrived: '2026-03-04' });
    await takeIn(id);
    expect(await promiseOf(id)).toEqual({ unkept: null, arrived: '2026-03-04', settled: true });
  });

  it('R4.4 taken in too late it is here, but the promise was not kept, whoever is first to say so', async () => {
    const { id } = await hall.deferred(8, '2026-03-04');
    await onDay('2026-03-06');
    await Promise.all([takeIn(id), sweep()]);
    expect(await promiseOf(id)).toEqual({ unkept: '2026-03-05', arrived: '2026-03-06', settled: true });
    expect(await story(id, 'promise.unkept')).toHaveLength(1);
    await sweep();
    expect(await story(id, 'promise.unkept')).toHaveLength(1);
  });

  it('R4.4 a withdrawn case owes nothing from that day on, and what it failed before stays failed', async () => {
    const inTime = await hall.deferred(9, '2026-03-05');
    const tooLate = await hall.deferred(10, '2026-03-04');
    const withdraw = async (id: string) => {
      const { version } = await clerk.api.getCase({ params: { id } });
      await clerk.api.withdrawCase({ params: { id }, body: { expectedVersion: version, reason: '不办了', writtenRequest: true } });
    };
    await onDay('2026-03-05');
    await withdraw(inTime.id);
    await withdraw(tooLate.id);
    await onDay('2026-03-12');
    await sweep();
    expect(await promiseOf(inTime.id)).toEqual({ unkept: null, arrived: null, settled: true });
    expect(await promiseOf(tooLate.id)).toEqual({ unkept: '2026-03-05', arrived: null, settled: true });
  });
});
