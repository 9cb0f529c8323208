import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail, ItemDefinitionInput } from '@onewindow/contracts';
import { formatCaseNo, makeIdentityNumber } from '@onewindow/domain';
import {
  acceptedShopCase,
  completeShopDraft,
  type HallAtWork,
  openHall,
  openShopDraft,
  person,
  publishItem,
  SHOP_FORM,
  SHOP_PERMIT,
} from '../../test/hall-factory.js';
import { createDepartment, createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';

let app: TestApp;
let hall: HallAtWork;
let accepted: CaseDetail;
let approver: TestClient;
let elsewhere: TestClient;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  accepted = await acceptedShopCase(hall, 71);
  approver = await hall.staff(['approver']);
  elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
});
afterAll(async () => {
  await app.close();
});

const get = (client: TestClient, id = accepted.id) => client.api.getCase({ params: { id } });
const audits = async (action: string) =>
  await app.database.query<{ actor_id: string; subject_id: string; detail: Record<string, unknown> }>(
    'SELECT actor_id, subject_id, detail FROM audit_entry WHERE action = $1 ORDER BY id',
    [action],
  );

describe('who sees a case (R11)', () => {
  it('the receiving hall with names, the lead department and the supervisor with masked names, nobody else', async () => {
    expect(await get(hall.clerk)).toMatchObject({ applicantName: '王小明', applicant: { name: '王小明' } });
    expect(await get(approver)).toMatchObject({
      applicantName: '王**',
      applicant: { name: '王**', identityMasked: accepted.applicant?.identityMasked },
    });
    expect(await get(await hall.staff(['supervisor']))).toMatchObject({ applicantName: '王**' });
    const otherDepartment = await hall.staff(['approver', 'chief'], { departmentId: await createDepartment(app.database, '城市管理局') });
    const strangers = [otherDepartment, elsewhere, await hall.staff(['auditor']), await hall.staff(['system_admin'])];
    for (const client of strangers) {
      await expect(get(client)).rejects.toMatchObject({ problem: { status: 404, code: 'case.not-found' } });
      await expect(client.api.getCaseEvents({ params: { id: accepted.id } })).rejects.toMatchObject({ problem: { status: 404 } });
      expect((await client.api.searchCases({})).items).toEqual([]);
    }
    await expect(get(hall.clerk, randomUUID())).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await hall.clerk.raw('GET', '/api/cases/not-an-id')).toMatchObject({ status: 400 });
  });

  it('with the actions of the roles that count on it', async () => {
    const actions = async (client: TestClient) => (await get(client)).actions.map(({ action, allowed }) => [action, allowed]);
    expect(await actions(hall.clerk)).toEqual([
      ['receive', false],
      ['supplement', false],
      ['takeIn', false],
      ['accept', false],
      ['decline', false],
      ['withdraw', true],
      ['decide', false],
      ['handOver', false],
    ]);
    expect(await actions(approver)).toEqual([['issue', false]]);
    expect(await actions(await hall.staff(['chief']))).toEqual([
      ['decide', false],
      ['terminate', true],
    ]);
    expect(await actions(await hall.staff(['supervisor']))).toEqual([]);
    const reason = (await get(hall.clerk)).actions.find(({ action }) => action === 'accept')?.reason;
    expect(reason).toBe('本件“已受理”，受理限于“已收件”时');
  });
});

describe('the list', () => {
  it('is scoped, newest first, and paged by key', async () => {
    for (let who = 72; who < 77; who += 1) await openShopDraft(hall, who);
    const first = await hall.clerk.api.searchCases({ query: { limit: 4 } });
    expect(first.items).toHaveLength(4);
    const second = await hall.clerk.api.searchCases({ query: { limit: 4, cursor: first.nextCursor ?? '' } });
    expect(second.nextCursor).toBeNull();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(6);
    expect((await approver.api.searchCases({})).items).toMatchObject([{ id: accepted.id, applicantName: '王**', title: '临江悦泉沐浴' }]);
    expect((await elsewhere.api.searchCases({})).items).toEqual([]);
  });

  it('filters by status, item, department, day', async () => {
    const ids = async (query: NonNullable<NonNullable<Parameters<TestClient['api']['searchCases']>[0]>['query']>) =>
      (await hall.clerk.api.searchCases({ query })).items.map(({ id }) => id);
    expect(await ids({ status: 'accepted' })).toEqual([accepted.id]);
    expect(await ids({ status: 'accepted,concluded', itemId: hall.shop.itemId, departmentId: hall.departmentId })).toEqual([accepted.id]);
    expect(await ids({ itemId: hall.registration.itemId })).toEqual([]);
    expect(await ids({ status: 'accepted', from: '2026-03-02', to: '2026-03-02' })).toEqual([accepted.id]);
    expect(await ids({ from: '2026-03-03' })).toEqual([]);
    expect(await ids({ to: '2026-03-01' })).toEqual([]);
  });

  it('finds by number, by the serial on the slip, and by the beginning of a name', async () => {
    const ids = async (q: string) => (await hall.clerk.api.searchCases({ query: { q, status: 'accepted' } })).items.map(({ id }) => id);
    const caseNo = accepted.caseNo ?? '';
    const serial = caseNo.slice(14, 20);
    for (const q of [
      caseNo,
      `${caseNo.slice(0, 6)} ${caseNo.slice(6)}`,
      serial,
      String(Number(serial)),
      caseNo.slice(14),
      '王',
      '王小明',
    ]) {
      expect([q, await ids(q)]).toEqual([q, [accepted.id]]);
    }
    for (const q of ['小明', '999998', `${caseNo.slice(0, 20)}${(Number(caseNo[20]) + 1) % 10}`, '0', '王%', '１'])
      expect([q, await ids(q)]).toEqual([q, []]);
  });

  it('refuses nonsense without falling over', async () => {
    for (const query of [
      'cursor=x',
      'status=flying',
      'limit=0',
      'from=2026-02-30',
      'itemId=1',
      'surprise=1',
      `cursor=${Buffer.from('["x"]').toString('base64url')}`,
    ]) {
      expect([query, (await hall.clerk.raw('GET', `/api/cases?${query}`)).status]).toEqual([query, 400]);
    }
  });
});

describe('a department that is asked for its opinion', () => {
  it('sees the case and finds it in its list, by the day too', async () => {
    const departmentId = await createDepartment(app.database, '住房和城乡建设局');
    const [department] = await app.database.query<{ code: string }>('SELECT code FROM department WHERE id = $1', [departmentId]);
    const [review, decision] = SHOP_PERMIT.route.steps;
    const opinion = {
      key: 'housing',
      name: '住建意见',
      kind: 'consultation' as const,
      departmentCode: department?.code ?? '',
      role: 'approver' as const,
      limit: 5,
      onSilence: 'deemedNoObjection' as const,
      after: [],
    };
    const steps = [review, opinion, { ...decision, after: ['review', 'housing'] }] as ItemDefinitionInput['route']['steps'];
    const { versionId } = await publishItem(app, {
      departmentCode: hall.departmentCode,
      name: '增设电梯',
      definition: { ...SHOP_PERMIT, route: { steps } },
    });
    const taken = await acceptedShopCase({ ...hall, shop: { ...hall.shop, versionId } }, 90);
    const consulted = await hall.staff(['approver'], { departmentId });
    const seen = await get(consulted, taken.id);
    expect(seen).toMatchObject({ applicantName: '王**', actions: [] });
    expect(seen.route.map(({ key, status, department: { shortName } }) => [key, status, shortName])).toEqual([
      ['review', 'pooled', '卫生健康局'],
      ['housing', 'pooled', '住房和城乡建设局'],
      ['decision', 'waiting', '卫生健康局'],
    ]);
    for (const query of [{}, { status: 'accepted' }, { from: '2026-03-02' }, { q: taken.caseNo ?? '' }]) {
      expect((await consulted.api.searchCases({ query })).items.map(({ id }) => id)).toEqual([taken.id]);
    }
    const byDay = { from: '2026-03-02', to: '2026-03-02', limit: 1 };
    const first = await hall.clerk.api.searchCases({ query: byDay });
    const second = await hall.clerk.api.searchCases({ query: { ...byDay, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([taken.id, accepted.id]);
  });
});

describe('look-ups that leave a record', () => {
  it('a clerk finds any case by its exact number; others what they may see anyway', async () => {
    const params = { caseNo: accepted.caseNo ?? '' };
    const found = await elsewhere.api.getCaseByNo({ params });
    expect(found).toMatchObject({ id: accepted.id, applicantName: '王**', actions: [] });
    expect((await approver.api.getCaseByNo({ params })).id).toBe(accepted.id);
    const records = await audits('case.looked-up');
    expect(records.map(({ actor_id, subject_id }) => [actor_id, subject_id])).toEqual([
      [elsewhere.session?.staff.id, accepted.id],
      [approver.session?.staff.id, accepted.id],
    ]);
    const stranger = await hall.staff(['approver'], { departmentId: await createDepartment(app.database, '民政局') });
    await expect(stranger.api.getCaseByNo({ params })).rejects.toMatchObject({ problem: { status: 404, code: 'case.not-found' } });
    await expect(hall.clerk.api.getCaseByNo({ params: { caseNo: '123' } })).rejects.toMatchObject({
      problem: { status: 422, code: 'case.number-invalid' },
    });
    const unknown = formatCaseNo({ region: '440199', date: '2026-03-02', serial: 777_777 });
    await expect(hall.clerk.api.getCaseByNo({ params: { caseNo: unknown } })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('the person’s cases by identity or telephone number, as applicant or agent', async () => {
    const agent = { name: '陈嘉', identityNumber: makeIdentityNumber('440106', '1991-01-02', 9), authority: '委托书' };
    const draft = await completeShopDraft(hall, 80);
    const { version } = await hall.clerk.api.saveDraft({ params: { id: draft.id }, body: { expectedVersion: draft.version, agent } });
    const { caseNo } = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    const find = async (body: { identityNumber?: string; phone?: string }, client = hall.clerk) =>
      (await client.api.findCasesByPerson({ body })).items.map(({ id }) => id);
    expect(await find({ identityNumber: person(80).identityNumber })).toEqual([draft.id]);
    expect(await find({ identityNumber: agent.identityNumber })).toEqual([draft.id]);
    expect(await find({ phone: '138-0013-8080' })).toEqual([draft.id]);
    // R11: whoever knows a telephone number is not the person; another hall's cases are found by identity.
    expect(await find({ phone: person(80).phone }, elsewhere)).toEqual([]);
    expect(await find({ identityNumber: person(80).identityNumber }, elsewhere)).toEqual([draft.id]);
    // Another hall's draft is nobody's business.
    expect(await find({ identityNumber: person(72).identityNumber }, elsewhere)).toEqual([]);
    expect(await find({ identityNumber: '440106198503120219' })).toEqual([]);
    expect(await hall.clerk.raw('POST', '/api/cases/by-person', { json: {} })).toMatchObject({ status: 400 });
    expect((await audits('case.looked-up')).at(-1)?.detail).toMatchObject({ by: 'identity', found: 0 });
    const trail = await (await hall.staff(['auditor'])).api.listAudit({ query: { action: 'case.looked-up', limit: 7 } });
    expect(trail.items.slice(0, 3).map(({ about }) => about)).toEqual(['没有查到', '没有查到', caseNo]);
    expect(trail.items.slice(2, 4).map(({ words }) => words)).toEqual(['按证件号查询办件', '按电话查询办件']);
    await expect(approver.api.findCasesByPerson({ body: { phone: '13800138080' } })).rejects.toMatchObject({ problem: { status: 403 } });
  });

  it('the latest hundred of an agent, and says that there are more', async () => {
    const agent = { name: '何代办', identityNumber: makeIdentityNumber('440106', '1991-01-02', 11), authority: '委托书' };
    const draft = await completeShopDraft(hall, 82);
    await hall.clerk.api.saveDraft({ params: { id: draft.id }, body: { expectedVersion: draft.version, agent } });
    const copy = async (count: number) =>
      await app.database.query(
        `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'ffffffff-ffff-7fff-8fff-' || lpad((200 - n)::text, 12, '0'),
                'case_no', 'later-' || n, 'progress_token', 'later-' || n, 'status', 'received'))).*
           FROM cases c, generate_series(1, $2) n WHERE c.id = $1 ON CONFLICT DO NOTHING`,
        [draft.id, count],
      );
    const find = () => hall.clerk.api.findCasesByPerson({ body: { identityNumber: agent.identityNumber } });
    await copy(99);
    const all = await find();
    expect([all.items.length, all.more]).toEqual([100, false]);
    await copy(150);
    const { items, more } = await find();
    expect(more).toBe(true);
    expect(items.map(({ caseNo }) => caseNo)).toEqual(Array.from({ length: 100 }, (_, at) => `later-${at + 1}`));
    const trail = await (await hall.staff(['auditor'])).api.listAudit({ query: { action: 'case.looked-up', limit: 1 } });
    expect(trail.items[0]?.about).toBe('later-1、later-2、later-3 等 100 件');
  });

  it('a number is shown on one’s own cases alone, and recorded', async () => {
    const reveal = (client: TestClient, field: 'applicantIdentity' | 'applicantPhone' | 'agentPhone', id = accepted.id) =>
      client.api.revealNumber({ params: { id }, body: { field } });
    expect(await reveal(hall.clerk, 'applicantIdentity')).toEqual({ value: person(71).identityNumber, seconds: 30 });
    expect(await reveal(approver, 'applicantPhone')).toEqual({ value: person(71).phone, seconds: 30 });
    await expect(reveal(hall.clerk, 'agentPhone')).rejects.toMatchObject({ problem: { status: 404, code: 'case.number-not-there' } });
    // The other hall sees what it looked up, and no number of it.
    await expect(reveal(elsewhere, 'applicantPhone')).rejects.toMatchObject({ problem: { status: 403, code: 'case.reveal-not-allowed' } });
    await expect(reveal(await hall.staff(['auditor']), 'applicantPhone')).rejects.toMatchObject({ problem: { status: 403 } });
    await expect(reveal(await hall.staff(['supervisor']), 'applicantPhone')).rejects.toMatchObject({ problem: { status: 403 } });
    // Several roles: each gives the right on its own cases, none on what another one shows.
    const departmentId = await createDepartment(app.database, '园林绿化局');
    const both = await hall.staff(['supervisor', 'approver'], { departmentId });
    expect(await get(both)).toMatchObject({ id: accepted.id });
    await expect(reveal(both, 'applicantIdentity')).rejects.toMatchObject({
      problem: { status: 403, code: 'case.reveal-not-allowed' },
    });
    const records = await audits('number.revealed');
    expect(records.map(({ actor_id, detail }) => [actor_id, detail.field])).toEqual([
      [hall.clerk.session?.staff.id, 'applicantIdentity'],
      [approver.session?.staff.id, 'applicantPhone'],
    ]);
    // The auditor reads on which case, and no number of a person.
    const { items } = await (await hall.staff(['auditor'])).api.listAudit({ query: { action: 'number.revealed' } });
    expect(items.map(({ about }) => about)).toEqual([`${accepted.caseNo}，申请人的电话`, `${accepted.caseNo}，申请人的证件号`]);
    expect(JSON.stringify(await app.database.query('SELECT answer FROM idempotency_key'))).not.toContain(person(71).phone);
  });
});

describe('a case that may be collected anywhere (通办通取)', () => {
  it('is seen ready in another hall of the district, with nothing but handing out', async () => {
    const draft = await hall.clerk.api.openDraft({
      body: { itemVersionId: hall.registration.versionId, applicant: person(85), form: { ...SHOP_FORM } },
    });
    await hall.clerk.api.judgeMaterial({ params: { id: draft.id, code: 'application' }, body: { verdict: 'qualified' } });
    const taken = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: 2 } });
    await expect(get(elsewhere, draft.id)).rejects.toMatchObject({ problem: { status: 404 } });
    const ready = await hall.clerk.api.decideCase({
      params: { id: draft.id },
      body: { expectedVersion: taken.version, decision: 'grant' },
    });
    expect(ready.status).toBe('ready');
    const seen = await get(elsewhere, draft.id);
    expect(seen).toMatchObject({ applicantName: '王**', result: { name: '登记凭证', electronic: true } });
    expect(seen.actions).toEqual([{ action: 'handOver', allowed: true }]);
    await expect(elsewhere.api.revealNumber({ params: { id: draft.id }, body: { field: 'applicantPhone' } })).rejects.toMatchObject({
      problem: { status: 403, code: 'case.reveal-not-allowed' },
    });
  });
});
