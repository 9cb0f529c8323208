import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeIdentityNumber } from '@onewindow/domain';
import {
  acceptedShopCase,
  type HallAtWork,
  handIn,
  openHall,
  person,
  publishItem,
  REGISTRATION,
  SHOP_FORM,
  SHOP_PERMIT,
} from '../../test/hall-factory.js';
import { createDepartment, createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { signaturePng } from '../seed/index.js';

const SIGNATURE = signaturePng(1).toString('base64');

let app: TestApp;
let hall: HallAtWork;
let approver: TestClient;
let chief: TestClient;

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  approver = await hall.staff(['approver']);
  chief = await hall.staff(['chief']);
});
afterAll(() => app.close());

/** A case decided by the chief, from the counter on. */
async function decided(who: number, decision: 'grant' | 'deny' = 'grant', versionId = hall.shop.versionId) {
  const accepted = versionId === hall.shop.versionId ? await acceptedShopCase(hall, who) : await acceptedOther(who, versionId);
  const review = accepted.route.find(({ key }) => key === 'review')?.taskId ?? '';
  const claimed = await approver.api.claimTask({ params: { id: review } });
  await approver.api.completeTask({ params: { id: review }, body: { expectedVersion: claimed.version, opinion: '同意' } });
  const { version } = await chief.api.getCase({ params: { id: accepted.id } });
  const body =
    decision === 'grant' ? { expectedVersion: version, decision } : { expectedVersion: version, decision, reason: '场所不符合卫生要求' };
  return await chief.api.decideCase({ params: { id: accepted.id }, body });
}

async function acceptedOther(who: number, versionId: string) {
  const draft = await hall.clerk.api.openDraft({
    body: { itemVersionId: versionId, applicant: person(who), answers: { place: 'bath', air: false }, form: SHOP_FORM },
  });
  await handIn(hall.clerk, draft.id, 'application');
  const { version } = await handIn(hall.clerk, draft.id, 'identity');
  return await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
}

async function ready(who: number, versionId = hall.shop.versionId) {
  const { id, version } = await decided(who, 'grant', versionId);
  return await approver.api.issueResult({ params: { id }, body: { expectedVersion: version, place: 'B 柜 12 格' } });
}

const self = (who: number, more: Record<string, unknown> = {}) => ({
  relation: 'self' as const,
  name: '王小明',
  identityNumber: person(who).identityNumber,
  identityChecked: true as const,
  signaturePng: SIGNATURE,
  ...more,
});

describe('making a result (R11 issue)', () => {
  it('takes the task from the pool, numbers the result and lays the case ready', async () => {
    const { id, version } = await decided(101);
    const [task] = await app.database.query(`SELECT status, kind FROM review_task WHERE case_id = $1 AND kind = 'issue'`, [id]);
    expect(task).toEqual({ status: 'pooled', kind: 'issue' });
    const answer = await approver.api.issueResult({ params: { id }, body: { expectedVersion: version, place: 'B 柜 12 格' } });
    expect(answer).toMatchObject({
      status: 'ready',
      result: { name: '场所许可证', denial: false, place: 'B 柜 12 格', validFrom: '2026-03-02', validUntil: '2030-03-01' },
    });
    expect(answer.result.number).toMatch(/^临卫公证字〔2026〕第 \d{4} 号$/);
    const [done] = await app.database.query(`SELECT status, outcome FROM review_task WHERE case_id = $1 AND kind = 'issue'`, [id]);
    expect(done).toEqual({ status: 'done', outcome: 'issued' });
    await app.drain();
    const detail = await hall.clerk.api.getCase({ params: { id } });
    expect(detail.result?.fileId).not.toBeNull();
    const pdf = await hall.clerk.raw('GET', `/api/cases/${id}/files/${detail.result?.fileId ?? ''}`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id } });
    expect(items.map(({ action }) => action)).toEqual(expect.arrayContaining(['task.claim', 'task.complete', 'issue']));
  });

  it('is the lead department’s alone: 404 to another, 403 to a clerk', async () => {
    const { id, version } = await decided(102);
    const stranger = await hall.staff(['approver'], { departmentId: await createDepartment(app.database, '民政局') });
    const body = { expectedVersion: version };
    await expect(stranger.api.issueResult({ params: { id }, body })).rejects.toMatchObject({ status: 404, code: 'case.not-found' });
    await expect(hall.clerk.api.issueResult({ params: { id }, body })).rejects.toMatchObject({ status: 403 });
  });

  it('refuses a stale screen, another’s task, and a case that is not decided', async () => {
    const { id, version } = await decided(103);
    await expect(approver.api.issueResult({ params: { id }, body: { expectedVersion: version - 1 } })).rejects.toMatchObject({
      status: 409,
      code: 'case.version-stale',
    });
    const other = await hall.staff(['approver'], { name: '谢文彬' });
    const [task] = await app.database.query<{ id: string }>(`SELECT id FROM review_task WHERE case_id = $1 AND kind = 'issue'`, [id]);
    await other.api.claimTask({ params: { id: task?.id ?? '' } });
    await expect(approver.api.issueResult({ params: { id }, body: { expectedVersion: version } })).rejects.toMatchObject({
      status: 409,
      code: 'task.held-by-other',
    });
    await expect(other.api.issueResult({ params: { id }, body: { expectedVersion: version } })).resolves.toMatchObject({ status: 'ready' });
    const accepted = await acceptedShopCase(hall, 104);
    await expect(
      approver.api.issueResult({ params: { id: accepted.id }, body: { expectedVersion: accepted.version } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'case.transition-not-allowed',
    });
  });

  it('serves a denial’s notice like a result', async () => {
    const { id, status, result, notices } = await decided(105, 'deny');
    expect(status).toBe('ready');
    const notice = notices.find(({ kind }) => kind === 'decision');
    expect(result).toMatchObject({ denial: true, name: '不予行政许可决定书', number: notice?.number });
    await app.drain();
    const detail = await hall.clerk.api.getCase({ params: { id } });
    expect(detail.result?.fileId).toBe(detail.notices.find(({ kind }) => kind === 'decision')?.fileId);
    expect(detail.result?.fileId).not.toBeNull();
  });
});

describe('the issue window', () => {
  it('lists what waits longest first, in pages, and only what this hall may hand out', async () => {
    const first = await ready(111);
    app.clock.advance({ minutes: 1 });
    const second = await ready(112);
    const rows = (await hall.clerk.api.listReady({ query: { limit: 200 } })).items;
    const at = (id: string): number => rows.findIndex(({ caseId }) => caseId === id);
    expect(at(first.caseId)).toBeGreaterThanOrEqual(0);
    expect(at(first.caseId)).toBeLessThan(at(second.caseId));
    expect(rows[at(second.caseId)]).toMatchObject({
      applicantName: '王**',
      problems: [],
      actions: [{ action: 'handOver', allowed: true }],
    });
    const page = await hall.clerk.api.listReady({ query: { limit: 1 } });
    const next = await hall.clerk.api.listReady({ query: { limit: 1, cursor: page.nextCursor ?? '' } });
    expect(next.items[0]?.caseId).not.toBe(page.items[0]?.caseId);
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    expect((await elsewhere.api.listReady({})).items.map(({ caseId }) => caseId)).not.toContain(first.caseId);
    await expect(hall.clerk.api.listReady({ query: { cursor: 'x' } })).rejects.toMatchObject({
      status: 400,
      code: 'request.cursor-invalid',
    });
  });

  it('hands a regional item out in any hall of the district (R6.2)', async () => {
    const regional = await publishItem(app, {
      departmentCode: hall.departmentCode,
      definition: { ...SHOP_PERMIT, scope: 'region' },
      name: '通办许可',
    });
    const answer = await ready(113, regional.versionId);
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    const { items } = await elsewhere.api.listReady({ query: { q: '通办' } });
    expect(items.map(({ caseId }) => caseId)).toEqual([answer.caseId]);
    const handed = await elsewhere.api.handOver({
      params: { id: answer.caseId },
      body: { expectedVersion: answer.version, collector: self(113) },
    });
    expect(handed.status).toBe('concluded');
  });

  it('finds by number and by identity, and records who looked', async () => {
    const one = await ready(114);
    const other = await ready(114);
    const { caseNo } = await hall.clerk.api.getCase({ params: { id: one.caseId } });
    const ids = [one.caseId, other.caseId].sort();
    const byNo = await hall.clerk.api.findReady({ body: { code: (caseNo ?? '').replace(/^(.{6})(.{8})/, '$1 $2 ') } });
    expect(byNo.items.map(({ caseId }) => caseId).sort()).toEqual(ids);
    const byPerson = await hall.clerk.api.findReady({ body: { code: ` ${person(114).identityNumber.toLowerCase()}` } });
    expect(byPerson.items.map(({ caseId }) => caseId).sort()).toEqual(ids);
    expect((await hall.clerk.api.findReady({ body: { code: '没有这个' } })).items).toEqual([]);
    const trail = await app.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE detail->>'at' = 'ready-results' ORDER BY id`,
    );
    expect(trail.map(({ action }) => action)).toEqual(['case.looked-up', 'applicant.looked-up', 'applicant.looked-up']);
  });
});

describe('handing over (R6.1)', () => {
  it('gives the result to the applicant, keeps signature and sealed number, concludes', async () => {
    const { caseId, version } = await ready(121);
    const key = randomUUID();
    const request = { params: { id: caseId }, body: { expectedVersion: version, collector: self(121) } };
    const answer = await hall.clerk.api.handOver(request, { idempotencyKey: key });
    expect(answer).toMatchObject({
      status: 'concluded',
      pickup: { relation: 'self', method: 'window', collectorIdentityMasked: expect.stringMatching(/^440\*+\w{4}$/) },
    });
    expect(await hall.clerk.api.handOver(request, { idempotencyKey: key })).toEqual(answer);
    const [pickup] = await app.database.query<{ sealed: string; signature: Buffer; authority: string | null }>(
      `SELECT collector_identity_sealed AS sealed, signature_png AS signature, authority FROM pickup WHERE case_id = $1`,
      [caseId],
    );
    expect(pickup?.sealed).not.toContain(person(121).identityNumber);
    expect(pickup?.signature.toString('base64')).toBe(SIGNATURE);
    const today = await hall.clerk.api.handedOverToday({});
    expect(today.items[0]).toMatchObject({ caseId, resultName: '场所许可证', how: '本人领取' });
    expect(today.total).toBeGreaterThanOrEqual(1);
  });

  it('refuses the wrong person, a wrong number, an agent without authority, and a picture that is none', async () => {
    const { caseId, version } = await ready(122);
    const attempt = (collector: ReturnType<typeof self> | Record<string, unknown>) =>
      hall.clerk.api.handOver({
        params: { id: caseId },
        body: { expectedVersion: version, collector: collector as ReturnType<typeof self> },
      });
    await expect(attempt(self(123))).rejects.toMatchObject({ status: 422, code: 'pickup.not-applicant' });
    await expect(attempt(self(122, { identityNumber: '440106198503121220' }))).rejects.toMatchObject({
      status: 422,
      code: 'pickup.identity-invalid',
    });
    const agent = { relation: 'agent', name: '许立群', identityNumber: makeIdentityNumber('440106', '1979-02-03', 7) };
    await expect(attempt(self(122, agent))).rejects.toMatchObject({ status: 422, code: 'pickup.authority' });
    await expect(attempt(self(122, { signaturePng: 'R0lGODlhAQABAAAAACw=' }))).rejects.toMatchObject({
      status: 422,
      code: 'pickup.signature-unreadable',
    });
    await expect(attempt({ ...self(122), identityChecked: false })).rejects.toMatchObject({ status: 400, code: 'request.invalid' });
    const handed = await attempt(self(122, { ...agent, authority: '委托书，至 2026-12-31' }));
    expect(handed.pickup).toMatchObject({ relation: 'agent', collectorName: '许立群' });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: caseId } });
    expect(items.at(-1)).toMatchObject({ action: 'handOver', data: { collector: '许**', relation: 'agent' } });
  });

  it('waits for the fee', async () => {
    const paid = await publishItem(app, {
      departmentCode: hall.departmentCode,
      definition: { ...SHOP_PERMIT, feeCents: 12_500 },
      name: '收费许可',
    });
    const { caseId, version } = await ready(124, paid.versionId);
    const row = (await hall.clerk.api.listReady({ query: { q: '收费许可' } })).items[0];
    expect(row).toMatchObject({
      feeCents: 12_500,
      feePaid: false,
      problems: [{ code: 'fee', reason: '欠费 125.00 元。缴清后出件' }],
      actions: [{ allowed: false }],
    });
    const params = { id: caseId };
    await expect(hall.clerk.api.handOver({ params, body: { expectedVersion: version, collector: self(124) } })).rejects.toMatchObject({
      status: 422,
      code: 'case.fee-unpaid',
    });
    const payment = await hall.clerk.api.recordPayment({ params, body: { expectedVersion: version, receiptNo: 'PJ-000123' } });
    await expect(
      hall.clerk.api.recordPayment({ params, body: { expectedVersion: payment.version, receiptNo: 'PJ-000124' } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'payment.already-recorded',
    });
    await hall.clerk.api.handOver({ params, body: { expectedVersion: payment.version, collector: self(124) } });
    const free = await ready(125);
    await expect(
      hall.clerk.api.recordPayment({ params: { id: free.caseId }, body: { expectedVersion: free.version, receiptNo: 'PJ-1' } }),
    ).rejects.toMatchObject({ status: 422, code: 'payment.nothing-due' });
  });

  it('happens once when two windows try at the same time', async () => {
    const { caseId, version } = await ready(126);
    const colleague = await hall.staff(['clerk']);
    const body = { expectedVersion: version, collector: self(126) };
    const outcomes = await Promise.allSettled([hall.clerk, colleague].map((clerk) => clerk.api.handOver({ params: { id: caseId }, body })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ status: 409 });
  });

  it('is not for another hall’s clerk: 404', async () => {
    const { caseId, version } = await ready(127);
    const stranger = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    await expect(
      stranger.api.handOver({ params: { id: caseId }, body: { expectedVersion: version, collector: self(127) } }),
    ).rejects.toMatchObject({
      status: 404,
      code: 'case.not-found',
    });
    await expect(
      approver.api.handOver({ params: { id: caseId }, body: { expectedVersion: version, collector: self(127) } }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('follows an instant item’s decision in the same sitting', async () => {
    const draft = await hall.clerk.api.openDraft({
      body: { itemVersionId: hall.registration.versionId, applicant: person(128), form: SHOP_FORM },
    });
    const { version } = await handIn(hall.clerk, draft.id, REGISTRATION.materials[0]?.code ?? '');
    const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    const done = await hall.clerk.api.decideCase({
      params: { id: draft.id },
      body: { expectedVersion: accepted.version, decision: 'grant' },
    });
    expect(done).toMatchObject({ status: 'ready', result: { electronic: true } });
    const handed = await hall.clerk.api.handOver({
      params: { id: draft.id },
      body: { expectedVersion: done.version, collector: self(128) },
    });
    expect(handed.status).toBe('concluded');
  });
});
