import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { acceptedShopCase, completeShopDraft, type HallAtWork, handIn, openHall, openShopDraft } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  // The counter comes back days later, in one test.
  app = await startApp({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  hall = await openHall(app);
});
afterAll(async () => {
  await app.close();
});
beforeEach(() => app.clock.set('2026-03-02T01:00:00.000Z'));

const byVersion = (detail: Pick<CaseDetail, 'id' | 'version'>) => ({
  params: { id: detail.id },
  body: { expectedVersion: detail.version },
});
const supplement = (detail: CaseDetail, text?: string) =>
  hall.clerk.api.supplementCase({
    params: { id: detail.id },
    body: { expectedVersion: detail.version, ...(text === undefined ? {} : { text }) },
  });

describe('what is not complete', () => {
  it('is not accepted, and the answer names everything that is missing', async () => {
    const draft = await hall.clerk.api.openDraft({ body: { itemVersionId: hall.shop.versionId, form: { placeName: '店' } } });
    await expect(hall.clerk.api.acceptCase(byVersion(draft))).rejects.toMatchObject({
      problem: {
        status: 422,
        code: 'case.not-acceptable',
        title: '还差 6 项，不能受理。补齐，或一次告知。',
        errors: [
          { path: 'applicant.applicant', message: '申请人：未填' },
          { path: 'answer.place', message: '场所类别：未答' },
          { path: 'material.application', message: '申请表：未交' },
          { path: 'material.identity', message: '身份证明：未交' },
          { path: 'field.area', message: '面积：未填' },
          { path: 'field.phone', message: '联系电话：未填' },
        ],
      },
    });
    for (const attempt of [
      hall.clerk.api.receiveCase(byVersion(draft)),
      supplement(draft),
      hall.clerk.api.declineCase({ params: { id: draft.id }, body: { expectedVersion: 1, reason: '不归本机关' } }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ problem: { status: 422, code: 'case.applicant-missing' } });
    }
    expect(await hall.clerk.api.getCase({ params: { id: draft.id } })).toMatchObject({ status: 'draft', version: 1, caseNo: null });
  });

  it('is told once: a draft is received first; a second notice needs an override', async () => {
    const draft = await openShopDraft(hall, 41);
    await handIn(hall.clerk, draft.id, 'application');
    const { version } = await hall.clerk.api.judgeMaterial({
      params: { id: draft.id, code: 'application' },
      body: { verdict: 'faulty', defect: '未盖章' },
    });
    const told = await supplement({ ...draft, version }, '营业面积与图纸不一致');
    expect(told).toMatchObject({ status: 'supplementing', notices: [{ kind: 'supplement' }] });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: draft.id } });
    expect(items.slice(-2).map(({ action }) => action)).toEqual(['receive', 'supplement']);
    expect(items.at(-1)?.words).toBe('一次告知补正 2 份：申请表（未盖章）、身份证明（未交）');
    await expect(supplement(told)).rejects.toMatchObject({ problem: { status: 409, code: 'case.transition-not-allowed' } });
    app.clock.advance({ hours: 1 });
    await handIn(hall.clerk, draft.id, 'identity');
    const taken = await hall.clerk.api.getCase({ params: { id: draft.id } });
    const received = await hall.clerk.api.takeInCase(byVersion(taken));
    expect(received).toMatchObject({ status: 'received' });
    await expect(supplement(received)).rejects.toMatchObject({ problem: { status: 422, code: 'case.supplement-once' } });
  });

  it('is not told what is not missing', async () => {
    const draft = await completeShopDraft(hall, 42);
    await expect(supplement({ ...draft, version: draft.version })).rejects.toMatchObject({
      problem: { status: 422, code: 'case.nothing-to-supplement' },
    });
  });

  it('takes in nothing when nothing arrived', async () => {
    const told = await supplement(await openShopDraft(hall, 43));
    app.clock.advance({ days: 1 });
    await expect(hall.clerk.api.takeInCase(byVersion(told))).rejects.toMatchObject({
      problem: { status: 422, code: 'case.nothing-arrived' },
    });
  });
});

describe('R2.5: after a supplement', () => {
  it('the last paper accepts in the same command, dated to the day on which it arrived', async () => {
    const draft = await openShopDraft(hall, 44);
    await handIn(hall.clerk, draft.id, 'application');
    const told = await supplement(await hall.clerk.api.getCase({ params: { id: draft.id } }));
    app.clock.set('2026-03-06T03:00:00.000Z');
    await handIn(hall.clerk, draft.id, 'identity');
    // Taken in on Monday; the paper came on Friday.
    app.clock.set('2026-03-09T03:00:00.000Z');
    const accepted = await hall.clerk.api.takeInCase({ params: { id: draft.id }, body: { expectedVersion: told.version + 1 } });
    expect(accepted).toMatchObject({ status: 'accepted', acceptedOn: '2026-03-06', clocks: { promised: { due: '2026-03-13' } } });
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['supplement', 'takeIn', 'acceptance']);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: draft.id } });
    expect(items.slice(-3).map(({ words }) => words)).toEqual([
      '收补正材料 1 份：身份证明，收齐',
      '受理，承诺 03-13 前办结',
      expect.stringMatching(/^审查开始/),
    ]);
  });

  it('what arrives bit by bit is received, then accepted, dated to the last of it', async () => {
    const draft = await openShopDraft(hall, 45);
    const told = await supplement(draft);
    app.clock.set('2026-03-04T03:00:00.000Z');
    const first = await handIn(hall.clerk, draft.id, 'application');
    const received = await hall.clerk.api.takeInCase({ params: { id: draft.id }, body: { expectedVersion: first.version } });
    expect(received).toMatchObject({ status: 'received', version: told.version + 2 });
    app.clock.set('2026-03-05T03:00:00.000Z');
    const second = await handIn(hall.clerk, draft.id, 'identity');
    app.clock.set('2026-03-06T03:00:00.000Z');
    const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: second.version } });
    expect(accepted.acceptedOn).toBe('2026-03-05');
  });
});

describe('the ends before acceptance', () => {
  it('declines with a reason, a draft too', async () => {
    const draft = await openShopDraft(hall, 46);
    const declined = await hall.clerk.api.declineCase({
      params: { id: draft.id },
      body: { expectedVersion: 1, reason: '不属于本机关职权' },
    });
    expect(declined).toMatchObject({
      status: 'declined',
      endReason: '不属于本机关职权',
      notices: [{ kind: 'decline' }],
      concludedAt: '2026-03-02T01:00:00.000Z',
    });
    expect(declined.actions.every(({ allowed }) => !allowed)).toBe(true);
    const raw = await hall.clerk.raw('POST', `/api/cases/${draft.id}/decline`, { json: { expectedVersion: declined.version } });
    expect(raw).toMatchObject({ status: 400 });
  });

  it('withdraws an accepted case and cancels its tasks', async () => {
    const accepted = await acceptedShopCase(hall, 47);
    const body = { expectedVersion: accepted.version, reason: '申请人不再经营', writtenRequest: true as const };
    const withdrawn = await hall.clerk.api.withdrawCase({ params: { id: accepted.id }, body });
    expect(withdrawn).toMatchObject({ status: 'withdrawn', endReason: '申请人不再经营' });
    expect(withdrawn.route.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    expect(withdrawn.notices.map(({ kind }) => kind)).toEqual(['acceptance', 'withdrawal']);
    const missing = await hall.clerk.raw('POST', `/api/cases/${accepted.id}/withdraw`, {
      json: { expectedVersion: 1, reason: 'x', writtenRequest: false },
    });
    expect(missing).toMatchObject({ status: 400 });
  });

  it('keeps a number of a person out of every reason, and rolls everything back', async () => {
    const draft = await openShopDraft(hall, 48);
    await expect(
      hall.clerk.api.declineCase({ params: { id: draft.id }, body: { expectedVersion: 1, reason: '请打 13800138021' } }),
    ).rejects.toMatchObject({ problem: { status: 422, code: 'event.personal-data' } });
    expect(await hall.clerk.api.getCase({ params: { id: draft.id } })).toMatchObject({ status: 'draft', version: 1 });
    expect(await app.database.query('SELECT 1 FROM notice WHERE case_id = $1', [draft.id])).toEqual([]);
  });
});

describe('an action in the wrong state, by the wrong role, on another hall’s case, from a stale tab', () => {
  it('is refused by the table, and nothing changes', async () => {
    const accepted = await acceptedShopCase(hall, 49);
    const { id, version } = accepted;
    const reason = '不属于本机关职权';
    const attempts = {
      receive: hall.clerk.api.receiveCase(byVersion(accepted)),
      accept: hall.clerk.api.acceptCase(byVersion(accepted)),
      supplement: supplement(accepted),
      takeIn: hall.clerk.api.takeInCase(byVersion(accepted)),
      decline: hall.clerk.api.declineCase({ params: { id }, body: { expectedVersion: version, reason } }),
    };
    for (const attempt of Object.values(attempts)) {
      await expect(attempt).rejects.toMatchObject({ problem: { status: 409, code: 'case.transition-not-allowed' } });
    }
    expect(await hall.clerk.api.getCase({ params: { id } })).toEqual(accepted);
  });

  it('by the wrong role: 403; another hall: 404; stale: 409', async () => {
    const draft = await completeShopDraft(hall, 50);
    const approver = await hall.staff(['approver', 'chief']);
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    const request = { params: { id: draft.id }, body: { expectedVersion: draft.version } };
    await expect(approver.api.acceptCase(request)).rejects.toMatchObject({ problem: { status: 403, code: 'access.role-missing' } });
    await expect(elsewhere.api.acceptCase(request)).rejects.toMatchObject({ problem: { status: 404, code: 'case.not-found' } });
    await expect(hall.clerk.api.acceptCase({ ...request, body: { expectedVersion: 1 } })).rejects.toMatchObject({
      problem: { status: 409, code: 'case.version-stale' },
    });
    // A clerk and approver in one: the department's case may be seen, but is received in another hall.
    const both = await hall.staff(['clerk', 'approver'], { hallId: (await createHall(app.database)).hallId });
    const accepted = await acceptedShopCase(hall, 51);
    expect((await both.api.getCase({ params: { id: accepted.id } })).applicantName).toBe('王**');
    await expect(
      both.api.withdrawCase({
        params: { id: accepted.id },
        body: { expectedVersion: accepted.version, reason: 'x', writtenRequest: true },
      }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('accepts once when two tabs accept at once', async () => {
    const draft = await completeShopDraft(hall, 52);
    const request = { params: { id: draft.id }, body: { expectedVersion: draft.version } };
    const answers = await Promise.allSettled([hall.clerk.api.acceptCase(request), hall.clerk.api.acceptCase(request)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = answers.find((answer) => answer.status === 'rejected');
    expect(rejected?.reason).toMatchObject({ problem: { status: 409, code: 'case.version-stale' } });
    const tasks = await app.database.query('SELECT id FROM review_task WHERE case_id = $1', [draft.id]);
    expect(tasks).toHaveLength(2);
  });
});
