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
