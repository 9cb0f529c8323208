import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { type HallAtWork, handIn, openHall, openShopDraft } from '../../test/hall-factory.js';
import { NOTICE_2027 } from '../../test/notice-2027.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';

let app: TestApp;
let hall: HallAtWork;
let chief: TestClient;
let supervisor: TestClient;
beforeAll(async () => {
  app = await startApp({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  hall = await openHall(app);
  chief = await hall.staff(['chief']);
  supervisor = await hall.staff(['supervisor'], { name: '高敏' });
});
afterAll(async () => {
  await app.close();
});
beforeEach(() => app.clock.set('2026-03-02T01:00:00.000Z'));

/** A case whose supplement notice was served: both papers missing. */
async function supplemented(who: number): Promise<CaseDetail> {
  const draft = await openShopDraft(hall, who);
  return await hall.clerk.api.supplementCase({ params: { id: draft.id }, body: { expectedVersion: draft.version } });
}

const takeIn = (
  detail: Pick<CaseDetail, 'id' | 'version'>,
  arrivals: { code: string; verdict: 'qualified' | 'faulty'; defect?: string; points?: string[] }[],
) => hall.clerk.api.takeInCase({ params: { id: detail.id }, body: { expectedVersion: detail.version, arrivals } });

describe('跟进', () => {
  it('lists what waits, by its day, with what is missing and whom to call; numbers are masked', async () => {
    const told = await supplemented(201);
    expect(told.supplementBy).toBe('2026-03-16');
    const { items, counts } = await hall.clerk.api.listFollowUps();
    expect(counts).toEqual({ all: 1, late: 0, today: 0, later: 1 });
    expect(items).toMatchObject([
      {
        caseId: told.id,
        by: '2026-03-16',
        clock: { due: '2026-03-16', remaining: 10, light: 'green' },
        applicantName: '王小明',
        phone: { field: 'applicantPhone', masked: '138****8201' },
        materials: [
          { code: 'application', problem: 'missing', reason: '未交' },
          { code: 'identity', problem: 'missing' },
        ],
        lastCall: null,
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('13800138201');
  });

  it('pages by key, late ones first, and filters; the counts stay whole', async () => {
    app.clock.set('2026-02-02T01:00:00.000Z');
    const early = [await supplemented(211), await supplemented(212)];
    app.clock.set('2026-03-02T02:00:00.000Z');
    const first = await hall.clerk.api.listFollowUps({ query: { limit: 1 } });
    expect(first.items[0]?.caseId).toBe(early[0]?.id);
    expect(first.items[0]?.clock.remaining).toBeLessThan(0);
    const second = await hall.clerk.api.listFollowUps({ query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect(second.items[0]?.caseId).toBe(early[1]?.id);
    const late = await hall.clerk.api.listFollowUps({ query: { when: 'late' } });
    expect(late.items.map(({ caseId }) => caseId)).toEqual(early.map(({ id }) => id));
    expect(late.counts).toMatchObject({ all: 3, late: 2, later: 1 });
    expect(await refusal(hall.clerk.api.listFollowUps({ query: { cursor: 'x' } }))).toMatchObject({ status: 400 });
    expect(await refusal(hall.clerk.api.listFollowUps({ query: { when: 'never' } }))).toMatchObject({ status: 400 });
  });

  it('R1.2 the day until which papers are looked for is provisional, and moves, while its year is not out', async () => {
    app.clock.set('2026-12-24T01:00:00.000Z');
    const told = await supplemented(219);
    const read = async () => (await hall.clerk.api.listFollowUps()).items.find(({ caseId }) => caseId === told.id);
    expect(await read()).toMatchObject({ by: '2027-01-07', clock: { provisional: true } });
    const admin = await hall.staff(['system_admin']);
    const body = { text: NOTICE_2027, source: '国办发明电〔2026〕9 号', expectedVersion: 0 };
    await admin.api.loadCalendarNotice({ params: { year: 2027 }, body });
    await app.drain();
    await app.flushSignals();
    expect(await read()).toMatchObject({ by: '2027-01-08', clock: { due: '2027-01-08', provisional: false } });
  });

  it('R2.8: the chief and the supervisor see what was never brought; another hall and department see nothing', async () => {
    const mine = await chief.api.listUnbrought({ query: { when: 'late' } });
    app.clock.set('2026-04-02T01:00:00.000Z');
    const late = await chief.api.listUnbrought({ query: { when: 'late' } });
    expect(late.counts.late).toBeGreaterThan(mine.counts.late);
    expect(late.items[0]?.applicantName).toBe('王**');
    expect((await supervisor.api.listUnbrought()).counts.all).toBe(late.counts.all);
    const elsewhere = await createHall(app.database);
    const other = await hall.staff(['clerk'], { hallId: elsewhere.hallId });
    expect((await other.api.listFollowUps()).counts.all).toBe(0);
    expect(await refusal(other.api.listUnbrought())).toMatchObject({ status: 403 });
  });

  it('R2.8: the chief may terminate with a reason; nobody else, and not without one', async () => {
    const told = await supplemented(221);
    const body = { expectedVersion: told.version, reason: '告知后三个月未补正，公告送达' };
    expect(await refusal(hall.clerk.api.terminateCase({ params: { id: told.id }, body }))).toMatchObject({ status: 403 });
    expect(await refusal(chief.api.terminateCase({ params: { id: told.id }, body: { ...body, reason: ' ' } }))).toMatchObject({
      status: 400,
    });
    expect(await chief.api.terminateCase({ params: { id: told.id }, body })).toMatchObject({
      status: 'terminated',
      endReason: body.reason,
    });
    const { items } = await hall.clerk.api.listFollowUps();
    expect(items.some(({ caseId }) => caseId === told.id)).toBe(false);
  });

  it('keeps calls with time and text, in the list and in the story; a number in the words is refused', async () => {
    const told = await supplemented(231);
    const call = (words: string, client = hall.clerk) => client.api.noteCall({ params: { id: told.id }, body: { words } });
    await call('已通知本人，周五来交');
    app.clock.advance({ hours: 1 });
    const { items } = await call('再次通知');
    expect(items.map(({ words, at, staff }) => [words, at, staff.name])).toEqual([
      ['再次通知', '2026-03-02T02:00:00.000Z', '林晓雯'],
      ['已通知本人，周五来交', '2026-03-02T01:00:00.000Z', '林晓雯'],
    ]);
    const listed = await hall.clerk.api.listFollowUps({ query: { limit: 200 } });
    expect(listed.items.find(({ caseId }) => caseId === told.id)?.lastCall?.words).toBe('再次通知');
    const story = await hall.clerk.api.getCaseEvents({ params: { id: told.id } });
    expect(story.items.at(-1)?.words).toBe('已电话通知：再次通知');
    expect(await refusal(call('打 13800138000 没人接'))).toMatchObject({ status: 422 });
    expect(await refusal(call(''))).toMatchObject({ status: 400 });
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    expect(await refusal(call('不是我的', elsewhere))).toMatchObject({ status: 404 });
    expect((await hall.clerk.api.listCallNotes({ params: { id: told.id } })).items).toHaveLength(2);
  });
});

describe('taking in what arrives', () => {
  it('one command judges, receipts and accepts, dated to the last arrival (R2.5)', async () => {
    const told = await supplemented(241);
    app.clock.set('2026-03-04T03:00:00.000Z');
    const half = await takeIn(told, [{ code: 'application', verdict: 'qualified' }]);
    expect(half).toMatchObject({ status: 'received', fuse: null });
    expect(half.notices.map(({ kind }) => kind)).toEqual(['supplement', 'takeIn']);
    const still = await hall.clerk.api.listFollowUps({ query: { limit: 200 } });
    expect(still.items.find(({ caseId }) => caseId === told.id)?.materials.map(({ code }) => code)).toEqual(['identity']);
    app.clock.set('2026-03-06T03:00:00.000Z');
    const whole = await takeIn(half, [{ code: 'identity', verdict: 'qualified' }]);
    expect(whole).toMatchObject({ status: 'accepted', acceptedOn: '2026-03-06', clocks: { promised: { due: '2026-03-13' } } });
    expect(whole.notices.map(({ kind }) => kind)).toEqual(['supplement', 'takeIn', 'takeIn', 'acceptance']);
    const story = await hall.clerk.api.getCaseEvents({ params: { id: told.id } });
    expect(story.items.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['收补正材料 1 份：申请表，还没有收齐', '收补正材料 1 份：身份证明，收齐']),
    );
  });

  it('what comes faulty again is receipted, and the case waits on', async () => {
    const told = await supplemented(242);
    app.clock.advance({ days: 1 });
    const foreign = takeIn(told, [{ code: 'application', verdict: 'faulty', points: ['别的版本的要点'] }]);
    await expect(foreign).rejects.toMatchObject({ problem: { status: 422, code: 'material.point-unknown' } });
    const taken = await takeIn(told, [{ code: 'application', verdict: 'faulty', defect: '仍未签名' }]);
    expect(taken).toMatchObject({ status: 'received' });
    expect(taken.materials.find(({ code }) => code === 'application')).toMatchObject({ verdict: 'faulty', defect: '仍未签名' });
  });

  it('refuses what was not asked for, and keeps nothing of the command', async () => {
    const told = await supplemented(243);
    app.clock.advance({ days: 1 });
    await handIn(hall.clerk, told.id, 'identity');
    const now = await hall.clerk.api.getCase({ params: { id: told.id } });
    const attempts = [
      [{ code: 'airReport', verdict: 'qualified' }, 404, 'material.not-asked'],
      [{ code: 'nonsense', verdict: 'qualified' }, 404, 'material.not-asked'],
      [{ code: 'identity', verdict: 'qualified' }, 422, 'material.not-awaited'],
      [{ code: 'letter', verdict: 'qualified' }, 422, 'material.not-awaited'],
    ] as const;
    for (const [arrival, status, code] of attempts) {
      expect(await refusal(takeIn(now, [{ code: 'application', verdict: 'qualified' }, arrival]))).toMatchObject({ status, code });
    }
    expect(await refusal(takeIn(now, [{ code: 'application', verdict: 'faulty' }]))).toMatchObject({ status: 400 });
    expect((await hall.clerk.api.getCase({ params: { id: told.id } })).version).toBe(now.version);
  });
});

describe('R2.3: a second notice', () => {
  it('needs a supervisor, who answers once; the word is good for one notice', async () => {
    const told = await supplemented(251);
    const ask = (detail: CaseDetail, reason = '首次告知漏写平面图') =>
      hall.clerk.api.requestSupplementOverride({ params: { id: detail.id }, body: { expectedVersion: detail.version, reason } });
    expect(await refusal(ask(told))).toMatchObject({ status: 409, code: 'supplement-override.not-needed' });
    app.clock.advance({ days: 1 });
    const half = await takeIn(told, [{ code: 'application', verdict: 'qualified' }]);
    const again = (detail: CaseDetail) =>
      hall.clerk.api.supplementCase({ params: { id: detail.id }, body: { expectedVersion: detail.version } });
    expect(await refusal(again(half))).toMatchObject({ status: 422, code: 'case.supplement-once' });

    const asked = await ask(half);
    expect(asked.request).toMatchObject({ state: 'open', requestReason: '首次告知漏写平面图', requestedBy: { name: '林晓雯' } });
    expect(await refusal(ask(asked.case))).toMatchObject({ status: 409, code: 'supplement-override.open' });
    expect((await supervisor.api.myNotifications()).items[0]?.words).toContain('申请对“公共场所卫生许可 临江悦泉沐浴”再次');
    expect(await supervisor.api.listOverrideRequests({ query: { limit: 1 } })).toMatchObject({
      items: [{ caseId: told.id }],
      nextCursor: null,
      total: 1,
    });
    expect(await refusal(hall.clerk.api.listOverrideRequests())).toMatchObject({ status: 403 });

    const answer = (client = supervisor, grant = true) =>
      client.api.answerOverrideRequest({ params: { id: asked.request.id }, body: { grant, reason: '情况属实' } });
    const rival = await hall.staff(['supervisor'], { name: '彭丽' });
    const both = await Promise.allSettled([answer(), answer(rival)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(answer())).toMatchObject({ status: 409, code: 'supplement-override.answered' });
    expect(await supervisor.api.listOverrideRequests()).toMatchObject({ items: [], total: 0 });
    expect((await hall.clerk.api.getSupplementOverride({ params: { id: told.id } })).request).toMatchObject({ state: 'granted' });

    const granted = await hall.clerk.api.getCase({ params: { id: told.id } });
    expect(granted.actions.find(({ action }) => action === 'supplement')).toEqual({ action: 'supplement', allowed: true });
    const second = await again(granted);
    expect(second).toMatchObject({ status: 'supplementing', supplementBy: '2026-03-17' });
    expect(second.notices.filter(({ kind }) => kind === 'supplement')).toHaveLength(2);
    app.clock.advance({ days: 1 });
    const half2 = await takeIn(second, [{ code: 'identity', verdict: 'faulty', defect: '过期' }]);
    expect(await refusal(again(half2))).toMatchObject({ status: 422, code: 'case.supplement-once' });
    const words = (await hall.clerk.api.getCaseEvents({ params: { id: told.id } })).items.map((event) => event.words);
    expect(words).toEqual(
      expect.arrayContaining([
        '申请再次一次告知：首次告知漏写平面图',
        '督查员放行再次一次告知：情况属实',
        expect.stringMatching(/^经督查员放行，再次一次告知补正 1 份/),
      ]),
    );
  });

  it('is not granted by a refusal, and the clerk is told', async () => {
    const told = await supplemented(252);
    app.clock.advance({ days: 1 });
    const half = await takeIn(told, [{ code: 'application', verdict: 'qualified' }]);
    const { request } = await hall.clerk.api.requestSupplementOverride({
      params: { id: told.id },
      body: { expectedVersion: half.version, reason: '漏写' },
    });
    const refused = await supervisor.api.answerOverrideRequest({
      params: { id: request.id },
      body: { grant: false, reason: '可以当场改正' },
    });
    expect(refused).toMatchObject({ state: 'refused', answerReason: '可以当场改正' });
    expect((await hall.clerk.api.myNotifications()).items[0]?.words).toContain('没有放行：可以当场改正');
    const now = await hall.clerk.api.getCase({ params: { id: told.id } });
    expect(now.actions.find(({ action }) => action === 'supplement')).toMatchObject({ allowed: false });
    expect(
      await refusal(supervisor.api.answerOverrideRequest({ params: { id: told.id }, body: { grant: true, reason: 'x' } })),
    ).toMatchObject({
      status: 404,
      code: 'supplement-override.not-found',
    });
  });

  it('waits for nobody once its case was withdrawn', async () => {
    const told = await supplemented(253);
    app.clock.advance({ days: 1 });
    const half = await takeIn(told, [{ code: 'application', verdict: 'qualified' }]);
    const asked = await hall.clerk.api.requestSupplementOverride({
      params: { id: told.id },
      body: { expectedVersion: half.version, reason: '漏写' },
    });
    expect(await supervisor.api.listOverrideRequests()).toMatchObject({ items: [{ caseId: told.id }], total: 1 });
    await hall.clerk.api.withdrawCase({
      params: { id: told.id },
      body: { expectedVersion: asked.case.version, reason: '申请人不办了', writtenRequest: true },
    });
    expect(await supervisor.api.listOverrideRequests()).toMatchObject({ items: [], total: 0 });
    const params = { id: asked.request.id };
    expect(await refusal(supervisor.api.answerOverrideRequest({ params, body: { grant: true, reason: '情况属实' } }))).toMatchObject({
      status: 409,
      code: 'supplement-override.outrun',
      title: expect.stringContaining('不用答复'),
    });
  });
});
