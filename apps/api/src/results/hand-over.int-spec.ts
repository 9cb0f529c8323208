import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeIdentityNumber } from '@onewindow/domain';
import { handIn, person, publishItem, REGISTRATION, SHOP_FORM, SHOP_PERMIT } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { ResultWorld, self, SIGNATURE } from '../../test/result-world.js';

let world: ResultWorld;
beforeAll(async () => {
  world = await ResultWorld.start();
});
afterAll(() => world.app.close());

describe('handing over (R6.1)', () => {
  it('gives the result to the applicant, keeps signature and sealed number, concludes', async () => {
    const { caseId, version } = await world.ready(121);
    const key = randomUUID();
    const request = { params: { id: caseId }, body: { expectedVersion: version, collector: self(121) } };
    const answer = await world.hall.clerk.api.handOver(request, { idempotencyKey: key });
    expect(answer).toMatchObject({
      status: 'concluded',
      pickup: { relation: 'self', method: 'window', collectorIdentityMasked: expect.stringMatching(/^440\*+\w{4}$/) },
    });
    expect(await world.hall.clerk.api.handOver(request, { idempotencyKey: key })).toEqual(answer);
    const [pickup] = await world.app.database.query<{ sealed: string; signature: Buffer; authority: string | null }>(
      `SELECT collector_identity_sealed AS sealed, signature_png AS signature, authority FROM pickup WHERE case_id = $1`,
      [caseId],
    );
    expect(pickup?.sealed).not.toContain(person(121).identityNumber);
    expect(pickup?.signature.toString('base64')).toBe(SIGNATURE);
    const today = await world.hall.clerk.api.handedOverToday({});
    expect(today.items[0]).toMatchObject({ caseId, resultName: '场所许可证', how: '本人领取' });
    expect(today.total).toBeGreaterThanOrEqual(1);
  });

  it('refuses the wrong person, a wrong number, an agent without authority, and a picture that is none', async () => {
    const { caseId, version } = await world.ready(122);
    const attempt = (collector: ReturnType<typeof self> | Record<string, unknown>) =>
      world.hall.clerk.api.handOver({
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
    await expect(attempt(self(122, { ...agent, authority: '委托书，受托人 11010519491231002X' }))).rejects.toMatchObject({
      status: 422,
      code: 'event.personal-data',
    });
    await expect(attempt(self(122, { signaturePng: 'R0lGODlhAQABAAAAACw=' }))).rejects.toMatchObject({
      status: 422,
      code: 'pickup.signature-unreadable',
    });
    await expect(attempt({ ...self(122), identityChecked: false })).rejects.toMatchObject({ status: 400, code: 'request.invalid' });
    const handed = await attempt(self(122, { ...agent, authority: '委托书，至 2026-12-31' }));
    expect(handed.pickup).toMatchObject({ relation: 'agent', collectorName: '许立群' });
    const { items } = await world.hall.clerk.api.getCaseEvents({ params: { id: caseId } });
    expect(items.at(-1)).toMatchObject({ action: 'handOver', data: { collector: '许**', relation: 'agent' } });
  });

  it('waits for the fee', async () => {
    const paid = await publishItem(world.app, {
      departmentCode: world.hall.departmentCode,
      definition: { ...SHOP_PERMIT, feeCents: 12_500 },
      name: '收费许可',
    });
    const { caseId, version } = await world.ready(124, paid.versionId);
    const row = (await world.hall.clerk.api.listReady({ query: { q: '收费许可' } })).items[0];
    expect(row).toMatchObject({
      feeCents: 12_500,
      feePaid: false,
      problems: [{ code: 'fee', reason: '欠费 125.00 元。缴清后出件' }],
      actions: [{ allowed: false }],
    });
    const params = { id: caseId };
    await expect(world.hall.clerk.api.handOver({ params, body: { expectedVersion: version, collector: self(124) } })).rejects.toMatchObject(
      {
        status: 422,
        code: 'case.fee-unpaid',
      },
    );
    const payment = await world.hall.clerk.api.recordPayment({ params, body: { expectedVersion: version, receiptNo: 'PJ-000123' } });
    await expect(
      world.hall.clerk.api.recordPayment({ params, body: { expectedVersion: payment.version, receiptNo: 'PJ-000124' } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'payment.already-recorded',
    });
    await world.hall.clerk.api.handOver({ params, body: { expectedVersion: payment.version, collector: self(124) } });
    const free = await world.ready(125);
    await expect(
      world.hall.clerk.api.recordPayment({ params: { id: free.caseId }, body: { expectedVersion: free.version, receiptNo: 'PJ-1' } }),
    ).rejects.toMatchObject({ status: 422, code: 'payment.nothing-due' });
  });

  it('happens once when two windows try at the same time', async () => {
    const { caseId, version } = await world.ready(126);
    const colleague = await world.hall.staff(['clerk']);
    const body = { expectedVersion: version, collector: self(126) };
    const outcomes = await Promise.allSettled(
      [world.hall.clerk, colleague].map((clerk) => clerk.api.handOver({ params: { id: caseId }, body })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ status: 409 });
  });

  it('is not for another hall’s clerk: 404', async () => {
    const { caseId, version } = await world.ready(127);
    const stranger = await world.hall.staff(['clerk'], { hallId: (await createHall(world.app.database)).hallId });
    await expect(
      stranger.api.handOver({ params: { id: caseId }, body: { expectedVersion: version, collector: self(127) } }),
    ).rejects.toMatchObject({
      status: 404,
      code: 'case.not-found',
    });
    await expect(
      world.approver.api.handOver({ params: { id: caseId }, body: { expectedVersion: version, collector: self(127) } }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('is not for the clerk of another hall who sees the case as an officer of its department: 404', async () => {
    const denied = await world.decided(129, 'deny');
    const { hallId } = await createHall(world.app.database);
    const officer = await world.hall.staff(['clerk', 'approver'], { hallId });
    const handing = { params: { id: denied.id }, body: { expectedVersion: denied.version, collector: self(129) } };
    expect((await officer.api.getCase({ params: { id: denied.id } })).actions.map(({ action }) => action)).not.toContain('handOver');
    await expect(officer.api.handOver(handing)).rejects.toMatchObject({ status: 404, code: 'case.not-found' });
    expect(await world.hall.clerk.api.handOver(handing)).toMatchObject({ status: 'concluded' });
    // Nor is a paper called to where nobody can collect it.
    const { caseId } = await world.ready(130);
    await expect(officer.api.movePaper({ params: { id: caseId }, body: { move: 'call' } })).rejects.toMatchObject({ status: 404 });
  });

  it('follows an instant item’s decision in the same sitting', async () => {
    const draft = await world.hall.clerk.api.openDraft({
      body: { itemVersionId: world.hall.registration.versionId, applicant: person(128), form: SHOP_FORM },
    });
    const { version } = await handIn(world.hall.clerk, draft.id, REGISTRATION.materials[0]?.code ?? '');
    const accepted = await world.hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    const done = await world.hall.clerk.api.decideCase({
      params: { id: draft.id },
      body: { expectedVersion: accepted.version, decision: 'grant' },
    });
    expect(done).toMatchObject({ status: 'ready', result: { electronic: true } });
    const handed = await world.hall.clerk.api.handOver({
      params: { id: draft.id },
      body: { expectedVersion: done.version, collector: self(128) },
    });
    expect(handed.status).toBe('concluded');
  });
});

describe('by post and from a cabinet (R6.2)', () => {
  const PARCEL = { carrier: '中国邮政 EMS', trackingNo: '12345 6789 0123', address: '临江区望湖街道 8 号' };
  let versionId = '';
  beforeAll(async () => {
    const definition = { ...SHOP_PERMIT, delivery: ['window' as const, 'post' as const, 'cabinet' as const] };
    ({ versionId } = await publishItem(world.app, { departmentCode: world.hall.departmentCode, definition, name: '可寄许可' }));
  });

  const send = async ({ caseId, version }: { caseId: string; version: number }, who: number, more: object) =>
    await world.hall.clerk.raw('POST', `/api/cases/${caseId}/hand-over`, {
      json: { expectedVersion: version, collector: self(who), ...more },
    });

  it('keeps carrier, number and address of a parcel, tells them in case and list, and the story without the address', async () => {
    const ready = await world.ready(131, versionId);
    const answer = await send(ready, 131, { method: 'post', delivery: PARCEL });
    const place = '邮寄，中国邮政 EMS 1234567890123';
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'concluded', pickup: { method: 'post', place, address: PARCEL.address } },
    });
    const { result } = await world.hall.clerk.api.getCase({ params: { id: ready.caseId } });
    expect(result?.pickup).toMatchObject({ method: 'post', place, address: PARCEL.address });
    // What others decided on is theirs to see; where people live is not.
    const seen = await world.approver.api.getCase({ params: { id: ready.caseId } });
    expect(seen.result?.pickup).toMatchObject({ place, address: null });
    const today = await world.hall.clerk.api.handedOverToday({});
    expect(today.items[0]).toMatchObject({ caseId: ready.caseId, how: '邮寄', place });
    const { items } = await world.hall.clerk.api.getCaseEvents({ params: { id: ready.caseId } });
    expect(items.at(-1)).toMatchObject({ action: 'handOver', words: `出件：申请人王**签名，${place}` });
    expect(JSON.stringify(items)).not.toContain('望湖街道');
  });

  it('keeps the cabinet’s box, and nothing that its way does not ask for', async () => {
    const ready = await world.ready(132, versionId);
    const answer = await send(ready, 132, { method: 'cabinet', delivery: { ...PARCEL, cabinet: '1 号柜', box: '12 格' } });
    expect(answer.body).toMatchObject({ pickup: { method: 'cabinet', place: '自助柜 1 号柜，12 格', address: null } });
    const kept = await world.app.database.query(
      `SELECT carrier, tracking_no AS "trackingNo", address, cabinet, box FROM pickup WHERE case_id = $1`,
      [ready.caseId],
    );
    expect(kept).toEqual([{ carrier: null, trackingNo: null, address: null, cabinet: '1 号柜', box: '12 格' }]);
  });

  it('hands nothing out without them: what is missing is named', async () => {
    const ready = await world.ready(133, versionId);
    for (const [more, code, title] of [
      [{ method: 'post' }, 'pickup.carrier', '承运单位没有填。选或写承运单位'],
      [
        { method: 'post', delivery: { ...PARCEL, trackingNo: '12-34' } },
        'pickup.trackingNo',
        '邮件号是 8 到 30 位数字和字母。对照面单改正',
      ],
      [
        { method: 'post', delivery: { ...PARCEL, trackingNo: '138 0000 1234' } },
        'pickup.trackingNo',
        '这是手机号或证件号，不是邮件号。对照面单改正',
      ],
      [{ method: 'post', delivery: { ...PARCEL, address: '' } }, 'pickup.address', '收件地址没有填。问清收件地址'],
      [{ method: 'cabinet', delivery: { cabinet: '1 号柜' } }, 'pickup.box', '格号没有填。写明放在哪一格'],
    ] as const) {
      expect(await send(ready, 133, more)).toMatchObject({ status: 422, body: { code, title } });
    }
    expect(await world.hall.clerk.api.getCase({ params: { id: ready.caseId } })).toMatchObject({ status: 'ready', version: ready.version });
  });

  it('says in the list which ways the item offers, and refuses the others', async () => {
    const byHand = { ...SHOP_PERMIT, delivery: ['window' as const] };
    const at = await publishItem(world.app, { departmentCode: world.hall.departmentCode, definition: byHand, name: '只到窗口许可' });
    const ready = await world.ready(134, at.versionId);
    const [row] = (await world.hall.clerk.api.listReady({ query: { q: '只到窗口许可' } })).items;
    const refusal = '本事项的结果不能邮寄。请申请人到窗口领取';
    expect(row?.methods).toEqual([
      { action: 'window', allowed: true },
      { action: 'post', allowed: false, reason: refusal },
      { action: 'cabinet', allowed: false, reason: '本事项的结果不能放自助柜。请申请人到窗口领取' },
    ]);
    expect(await send(ready, 134, { method: 'post', delivery: PARCEL })).toMatchObject({
      status: 422,
      body: { code: 'pickup.method', title: refusal },
    });
  });
});
