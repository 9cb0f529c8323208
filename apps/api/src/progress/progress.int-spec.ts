import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, handIn, openHall, openShopDraft, person } from '../../test/hall-factory.js';
import { createDepartment } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;

beforeAll(async () => {
  app = await startApp({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  hall = await openHall(app);
});
afterAll(() => app.close());

async function tokenOf(caseId: string): Promise<string> {
  const [row] = await app.database.query<{ token: string }>('SELECT progress_token AS token FROM cases WHERE id = $1', [caseId]);
  return row?.token ?? '';
}

describe('progress by QR code, without login (R10.3)', () => {
  it('shows how far a case is and by when, and nothing of any person', async () => {
    const { id, caseNo } = await acceptedShopCase(hall, 301);
    const citizen = app.client();
    const answer = await citizen.raw('GET', `/api/progress/${await tokenOf(id)}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      caseNo,
      itemName: '公共场所卫生许可（新办）',
      status: 'accepted',
      statusWords: '审查中',
      promisedDue: '2026-03-09',
      promisedRemaining: 5,
      steps: [
        { name: '收件', state: 'done' },
        { name: '受理', state: 'done' },
        { name: '审查', state: 'current', words: '卫生健康局' },
        { name: '决定', state: 'future', day: '2026-03-09' },
        { name: '领证', state: 'future' },
      ],
    });
    for (const secret of [person(301).name, person(301).identityNumber, person(301).phone, '泉沐浴', '梧桐路'])
      expect(answer.text).not.toContain(secret);
  });

  it('counts no day on which the clock stands still (R3.2)', async () => {
    const { id } = await acceptedShopCase(hall, 306);
    const halt = { id, kind: 'testing', start: '2026-03-02', announcedEnd: '2026-03-04', actualEnd: null };
    await app.database.query(`UPDATE cases SET halts = $2::jsonb, promised_due = '2026-03-11' WHERE id = $1`, [id, JSON.stringify([halt])]);
    const progress = await app.client().api.getProgress({ params: { token: await tokenOf(id) } });
    expect(progress).toMatchObject({ promisedDue: '2026-03-11', promisedRemaining: 5 });
  });

  it('knows neither drafts nor other tokens', async () => {
    const draft = await openShopDraft(hall, 302);
    const citizen = app.client();
    await expect(citizen.api.getProgress({ params: { token: await tokenOf(draft.id) } })).rejects.toMatchObject({
      status: 404,
      code: 'progress.not-found',
    });
    await expect(citizen.api.getProgress({ params: { token: 'A'.repeat(32) } })).rejects.toMatchObject({ status: 404 });
    expect((await citizen.raw('GET', '/api/progress/short')).status).toBe(400);
  });

  it('tells an early end', async () => {
    const draft = await openShopDraft(hall, 303);
    await hall.clerk.api.declineCase({ params: { id: draft.id }, body: { expectedVersion: draft.version, reason: '不属于本机关职权' } });
    const progress = await app.client().api.getProgress({ params: { token: await tokenOf(draft.id) } });
    expect(progress).toMatchObject({ status: 'declined', statusWords: '不予受理', promisedRemaining: null });
    expect(progress.steps.at(-1)).toMatchObject({ name: '不予受理', state: 'refused' });
    expect(JSON.stringify(progress)).not.toContain('不属于本机关职权');
  });

  it('asks for the papers of a supplement in the words of the item, never in those of a clerk', async () => {
    const draft = await openShopDraft(hall, 304);
    await handIn(hall.clerk, draft.id, 'application');
    const { version } = await hall.clerk.api.judgeMaterial({
      params: { id: draft.id, code: 'application' },
      body: { verdict: 'faulty', defect: '王小明没有签名' },
    });
    await hall.clerk.api.supplementCase({ params: { id: draft.id }, body: { expectedVersion: version, text: '请王小明本人来' } });
    const answer = await app.client().raw('GET', `/api/progress/${await tokenOf(draft.id)}`);
    expect(answer.body).toMatchObject({
      status: 'supplementing',
      statusWords: '等待补正材料',
      ask: {
        title: '还要补正 2 份材料',
        lines: ['申请表：有误，详见补正告知书；填写完整；改正后重交原件 1 份。', '身份证明：未提交；填写完整；补交原件 1 份。'],
      },
      contact: { name: '临江区政务服务中心' },
    });
    for (const secret of ['王小明', '签名', '本人来', person(304).identityNumber, person(304).phone])
      expect(answer.text).not.toContain(secret);
  });

  it('asks for what the review asked for, in no word of the reviewer (R3.3)', async () => {
    const { id } = await acceptedShopCase(hall, 307);
    const approver = await hall.staff(['approver']);
    const { route } = await approver.api.getCase({ params: { id } });
    const { id: task, version } = await approver.api.claimTask({ params: { id: route[0]?.taskId ?? '' } });
    const points = [{ kind: 'material' as const, key: 'application', reason: '王小明没有签名' }];
    await approver.api.requestCorrections({ params: { id: task }, body: { expectedVersion: version, dueOn: '2026-03-12', points } });
    const answer = await app.client().raw('GET', `/api/progress/${await tokenOf(id)}`);
    expect(answer.body).toMatchObject({
      ask: { title: '请在 3 月 12 日前补正 1 项', lines: ['申请表。'], note: expect.stringContaining('时限照常计算') },
    });
    expect(answer.text).not.toContain('签名');
  });

  it('goes on with the review while the hall looks for another department, and names that one then (R5.3)', async () => {
    const { id } = await acceptedShopCase(hall, 308);
    const approver = await hall.staff(['approver']);
    const { route } = await approver.api.getCase({ params: { id } });
    const { id: task, version } = await approver.api.claimTask({ params: { id: route[0]?.taskId ?? '' } });
    await approver.api.refuseTask({ params: { id: task }, body: { expectedVersion: version, reason: '归住建部门' } });
    const stepsNow = async () => (await app.client().api.getProgress({ params: { token: await tokenOf(id) } })).steps.slice(2, 4);
    expect(await stepsNow()).toMatchObject([
      { name: '审查', state: 'current', words: '正在确定由哪个部门审查' },
      { name: '决定', state: 'future' },
    ]);
    const departmentId = await createDepartment(app.database, '住房和城乡建设局');
    await hall.staff(['approver'], { departmentId });
    const waiting = (await hall.clerk.api.listReroutes()).items.find(({ caseId }) => caseId === id);
    await hall.clerk.api.rerouteTask({ params: { id: waiting?.id ?? '' }, body: { departmentId } });
    expect(await stepsNow()).toMatchObject([
      { name: '审查', state: 'current', words: '住房和城乡建设局' },
      { name: '决定', state: 'future' },
    ]);
  });

  it('says what is out of the ordinary: acceptance by silence', async () => {
    const draft = await openShopDraft(hall, 305);
    await hall.clerk.api.receiveCase({ params: { id: draft.id }, body: { expectedVersion: draft.version } });
    app.clock.advance({ days: 12 });
    await app.sweep();
    await app.drain();
    const progress = await app.client().api.getProgress({ params: { token: await tokenOf(draft.id) } });
    expect(progress.notes).toEqual(['五个工作日内没有告知补正，依法自 2026 年 3 月 2 日收件之日起视为受理。']);
  });

  it('holds an address to a number of looks a minute', async () => {
    const citizen = app.client();
    const looks = await Promise.all(Array.from({ length: 130 }, () => citizen.raw('GET', `/api/progress/${'B'.repeat(32)}`)));
    const refused = looks.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ code: 'progress.too-many', title: '查得太勤了。过一分钟再查。' });
  });
});
