import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCreditCode, makeIdentityNumber } from '@onewindow/domain';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft, person, SHOP_FORM } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { requestHash } from '../platform/commands/canonical-hash.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(async () => {
  await app.close();
});

const identify = (identityNumber: string, identityType: 'idCard' | 'creditCode' | 'passport' = 'idCard', client = hall.clerk) =>
  client.api.identifyApplicant({ body: { identityType, identityNumber } });
const audits = async (action: string) =>
  await app.database.query<{ subject_id: string | null; detail: object }>(
    'SELECT subject_id, detail FROM audit_entry WHERE action = $1 ORDER BY id',
    [action],
  );

describe('identification', () => {
  it('knows a returning applicant, with earlier cases, and leaves a record', async () => {
    const who = person(61, '周启明');
    expect(await identify(who.identityNumber)).toEqual({
      applicant: null,
      check: { ok: true, reason: null },
      earlierCases: [],
      earlierCounts: { all: 0, received: 0, underWay: [] },
      lastPhoneMasked: null,
      registry: null,
      licences: [],
      earlierAgents: [],
      namesakes: 0,
      unlikeNames: [],
      credit: null,
    });
    const first = await hall.clerk.api.openDraft({ body: { itemVersionId: hall.shop.versionId, applicant: who, form: SHOP_FORM } });
    const accepted = await acceptedShopCase(hall, 61);
    const blanks = `${who.identityNumber.slice(0, 6)} ${who.identityNumber.slice(6)}`.toLowerCase();
    const known = await identify(blanks);
    expect(known).toMatchObject({
      applicant: { id: first.applicant?.id, identityMasked: first.applicant?.identityMasked },
      check: { ok: true },
      lastPhoneMasked: '138****8061',
    });
    expect(known.earlierCases.map(({ id, status }) => [id, status])).toEqual([
      [accepted.id, 'accepted'],
      [first.id, 'draft'],
    ]);
    expect(known.earlierCounts).toEqual({ all: 2, received: 1, underWay: [{ itemId: hall.shop.itemId, count: 1 }] });
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    expect((await identify(who.identityNumber, 'idCard', elsewhere)).earlierCases.map(({ id }) => id)).toEqual([accepted.id]);
    const records = await audits('applicant.looked-up');
    expect(records.map(({ subject_id }) => subject_id)).toEqual([null, first.applicant?.id, first.applicant?.id]);
    const trail = await (await hall.staff(['auditor'])).api.listAudit({ query: { action: 'applicant.looked-up' } });
    const asked = `${accepted.applicant?.name} ${first.applicant?.identityMasked}`;
    expect(trail.items.map(({ about }) => about)).toEqual([asked, asked, null]);
    expect(JSON.stringify(await app.database.query('SELECT * FROM audit_entry'))).not.toContain(who.identityNumber);
  });

  it('opens what it found in another hall, and says so on record (R11)', async () => {
    const { id } = await acceptedShopCase(hall, 71);
    const draft = await openShopDraft(hall, 71);
    const { hallId } = await createHall(app.database);
    const [byNumber, byCase] = [await hall.staff(['clerk'], { hallId }), await hall.staff(['clerk'], { hallId })];
    await expect(byNumber.api.getCase({ params: { id } })).rejects.toMatchObject({ status: 404 });
    await identify(person(71).identityNumber, 'idCard', byNumber);
    expect(await byNumber.api.getCase({ params: { id } })).toMatchObject({ id });
    expect((await audits('case.looked-up')).at(-1)?.detail).toEqual({ by: 'identity', found: 1, caseIds: [id] });
    await expect(byNumber.api.getCase({ params: { id: draft.id } })).rejects.toMatchObject({ status: 404 });

    const own = await byCase.api.openDraft({ body: { itemVersionId: hall.shop.versionId, applicant: person(71) } });
    await expect(byCase.api.getCase({ params: { id } })).rejects.toMatchObject({ status: 404 });
    await byCase.api.getApplicantProfile({ params: { id: own.id } });
    expect(await byCase.api.getCase({ params: { id } })).toMatchObject({ id });
  });

  it('counts all earlier cases, and lists an open twin however long ago it was received', async () => {
    const twin = await acceptedShopCase(hall, 72);
    await app.database.query(
      `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'ffffffff-ffff-7fff-8fff-' || lpad(n::text, 12, '0'),
              'case_no', 'later-' || n, 'progress_token', 'later-' || n, 'item_id', $2::uuid, 'status', 'concluded'))).*
         FROM cases c, generate_series(1, 60) n WHERE c.id = $1`,
      [twin.id, hall.registration.itemId],
    );
    const { earlierCases, earlierCounts } = await identify(person(72).identityNumber);
    expect(earlierCounts).toEqual({ all: 61, received: 61, underWay: [{ itemId: hall.shop.itemId, count: 1 }] });
    expect(earlierCases.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    expect(earlierCases).toHaveLength(51);
  });

  it('says what is wrong with a number (R8.1, R8.2)', async () => {
    expect((await identify('440106198503120219')).check).toEqual({ ok: false, reason: '身份证号校验位不对，有一位输错。对照证件改正' });
    expect((await identify('440106198502300211')).check.reason).toContain('不是存在的日期');
    expect((await identify('123')).check.ok).toBe(false);
    expect((await identify('91350100M000100Y44', 'creditCode')).check.reason).toContain('写明理由后继续');
    expect((await identify('E12', 'passport')).check.ok).toBe(false);
    expect(
      await hall.clerk.raw('POST', '/api/applicants/identify', { json: { identityType: 'fingerprint', identityNumber: '1' } }),
    ).toMatchObject({ status: 400 });
    const approver = await hall.staff(['approver']);
    await expect(identify(person(1).identityNumber, 'idCard', approver)).rejects.toMatchObject({ problem: { status: 403 } });
  });
});

describe('the register', () => {
  const open = (applicant: object) => hall.clerk.raw('POST', '/api/cases', { json: { itemVersionId: hall.shop.versionId, applicant } });
  const applicantOf = (answer: { body: unknown }) =>
    (answer.body as { applicant: { id: string; name: string; phoneMasked: string | null; address: string | null } }).applicant;

  it('never mixes two people of one name', async () => {
    const one = applicantOf(await open(person(62, '王伟')));
    const two = applicantOf(await open(person(63, '王伟')));
    expect(one.id).not.toBe(two.id);
    expect(one.name).toBe(two.name);
  });

  it('keeps telephone and address when they are not told anew, and records a changed name', async () => {
    const who = person(64, '李娜');
    const first = applicantOf(await open(who));
    const { phone: _phone, address: _address, ...rest } = who;
    const again = applicantOf(await open({ ...rest, name: '李娜娜' }));
    expect(again).toMatchObject({ id: first.id, name: '李娜娜', phoneMasked: '138****8064', address: who.address });
    const moved = applicantOf(await open({ ...who, phone: '+86 139-0013-9000' }));
    expect(moved).toMatchObject({ id: first.id, phoneMasked: '139****9000' });
    expect((await audits('applicant.renamed')).map(({ subject_id }) => subject_id).slice(-2)).toEqual([first.id, first.id]);
  });

  it('enters one applicant when two counters enter the same at once', async () => {
    const who = person(65);
    const answers = await Promise.all([open(who), open(who), open(who)]);
    expect(new Set(answers.map((answer) => applicantOf(answer).id)).size).toBe(1);
  });

  it('takes a credit code that fails its check only with a reason, which stands on record', async () => {
    const wrong = `${makeCreditCode('91', '440199', 77).slice(0, 17)}0`;
    const code = wrong === makeCreditCode('91', '440199', 77) ? `${wrong.slice(0, 17)}1` : wrong;
    const company = {
      kind: 'legal',
      name: '临江悦泉沐浴有限公司',
      identityType: 'creditCode',
      identityNumber: code,
      legalRepresentative: { name: '陈嘉敏' },
    };
    expect(await open(company)).toMatchObject({
      status: 422,
      body: { code: 'applicant.number-invalid', errors: [{ path: 'body.applicant.identityOverrideReason' }] },
    });
    const taken = await open({ ...company, identityOverrideReason: '执照原件如此' });
    expect(taken).toMatchObject({
      status: 201,
      body: { applicant: { identityMasked: code, legalRepresentative: { name: '陈嘉敏', identityMasked: null } } },
    });
    const [row] = await app.database.query('SELECT identity_override_reason AS reason FROM applicant WHERE id = $1', [
      applicantOf(taken).id,
    ]);
    expect(row).toEqual({ reason: '执照原件如此' });
    expect(await open({ ...company, identityNumber: '91350100I000100Y43', identityOverrideReason: '执照如此' })).toMatchObject({
      status: 422,
    });
    expect(
      await open({
        ...company,
        identityNumber: '91350100M000100Y43',
        legalRepresentative: { name: '陈', identityNumber: '440106198503120219' },
      }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.applicant.legalRepresentative.identityNumber' }] },
    });
  });

  it('says that the item is not for this kind of applicant', async () => {
    const draft = await openShopDraft(hall, 66);
    const [, registration] = [draft, hall.registration];
    const company = { kind: 'legal' as const, name: '公司', identityType: 'creditCode' as const, identityNumber: '91350100M000100Y43' };
    const detail = await hall.clerk.api.openDraft({ body: { itemVersionId: registration.versionId, applicant: company } });
    expect(detail.hindrances[0]).toEqual({ kind: 'applicant', key: 'applicant', label: '申请人', reason: '本事项只受理自然人的申请' });
  });
});

it('R10.2 keeps nothing from which the number is found by trying: not even the mark by which a repeated request is known', async () => {
  const body = { identityType: 'idCard', identityNumber: makeIdentityNumber('440106', '1985-06-07', 351) } as const;
  await hall.clerk.api.identifyApplicant({ body });
  const kept = await app.database.query<{ mark: string }>('SELECT request_hash AS mark FROM idempotency_key');
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.map(({ mark }) => mark)).not.toContain(requestHash('POST /applicants/identify', { body }));
});
