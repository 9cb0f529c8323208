import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemDefinitionInput } from '@onewindow/contracts';
import { makeCreditCode, makeIdentityNumber, maskIdentityNumber } from '@onewindow/domain';
import {
  acceptedShopCase,
  completeShopDraft,
  type HallAtWork,
  handIn,
  openHall,
  openShopDraft,
  person,
  publishItem,
  SHOP_FORM,
  SHOP_PERMIT,
} from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { RegistryEntries } from '../applicants/index.js';
import { CommandRunner } from '../platform/index.js';

const AGENT = makeIdentityNumber('440106', '1988-07-12', 331);
const AGENT_MASKED = maskIdentityNumber(AGENT);

/** An item that asks for the authority by itself when an agent acts. */
const BY_AGENT: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  questions: [
    ...SHOP_PERMIT.questions,
    { key: 'byAgent', title: '由代理人办理', kind: 'yesNo', options: [], default: false, from: 'agent' },
  ],
  materials: SHOP_PERMIT.materials.map((material) =>
    material.code === 'letter' ? { ...material, necessity: 'conditional', when: { question: 'byAgent', equals: true } } : material,
  ),
};

let app: TestApp;
let hall: HallAtWork;
let withAgents: { versionId: string };
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  withAgents = await publishItem(app, { departmentCode: hall.departmentCode, definition: BY_AGENT, name: '代办事项' });
});
afterAll(() => app.close());

const save = async (id: string, body: object) => {
  const { version } = await hall.clerk.api.getCase({ params: { id } });
  return await hall.clerk.raw('PATCH', `/api/cases/${id}/draft`, { json: { expectedVersion: version, ...body } });
};
const hindrances = async (id: string) => (await hall.clerk.api.getCase({ params: { id } })).hindrances.map(({ key }) => key);

describe('an open case of the same item', () => {
  it('is warned of, hinders acceptance, and is let through with a reason that the event keeps', async () => {
    const first = await acceptedShopCase(hall, 301);
    const second = await completeShopDraft(hall, 301);
    expect(second.duplicate).toEqual({ caseNo: first.caseNo, reason: null });
    expect(await hindrances(second.id)).toEqual(['duplicate']);
    const body = { expectedVersion: second.version };
    await expect(hall.clerk.api.acceptCase({ params: { id: second.id }, body })).rejects.toMatchObject({
      status: 422,
      code: 'case.not-acceptable',
    });
    expect(await save(second.id, { duplicateReason: '   ' })).toMatchObject({ status: 400 });
    expect(await save(second.id, { duplicateReason: '另一处经营场所' })).toMatchObject({ status: 200 });
    const { version } = await hall.clerk.api.getCase({ params: { id: second.id } });
    await hall.clerk.api.acceptCase({ params: { id: second.id }, body: { expectedVersion: version } });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: second.id } });
    const accepted = items.find(({ action }) => action === 'accept');
    expect(accepted?.data).toMatchObject({ duplicateOf: first.caseNo, duplicateReason: '另一处经营场所' });
    expect(accepted?.words).toContain('仍受理：另一处经营场所');
  });

  it('is none when it is another item, another person, or has ended', async () => {
    await acceptedShopCase(hall, 302);
    const other = await hall.clerk.api.openDraft({
      body: { itemVersionId: withAgents.versionId, applicant: person(302), form: SHOP_FORM },
    });
    expect(other.duplicate).toBeNull();
    expect((await openShopDraft(hall, 303)).duplicate).toBeNull();
    const ended = await acceptedShopCase(hall, 304);
    await hall.clerk.api.withdrawCase({
      params: { id: ended.id },
      body: { expectedVersion: ended.version, reason: '申请人书面申请', writtenRequest: true },
    });
    expect((await openShopDraft(hall, 304)).duplicate).toBeNull();
  });

  it('is found anew when the applicant of the draft is another', async () => {
    const first = await acceptedShopCase(hall, 305);
    const draft = await openShopDraft(hall, 306);
    await save(draft.id, { duplicateReason: '先写的理由' });
    const answer = await save(draft.id, { applicant: person(305) });
    expect(answer.body).toMatchObject({ duplicate: { caseNo: first.caseNo, reason: null } });
    expect((await save(draft.id, { applicant: person(306) })).body).toMatchObject({ duplicate: null });
  });
});

describe('an agent', () => {
  const agent = {
    name: '许立群',
    identityNumber: AGENT,
    phone: '13900139331',
    relation: 'agency',
    authority: '授权委托书',
    scope: '提交、补正、领取',
    validUntil: '2027-12-31',
  };
  const open = async (who: number, more: object = {}) =>
    await hall.clerk.raw('POST', '/api/cases', {
      json: { itemVersionId: withAgents.versionId, applicant: person(who), form: SHOP_FORM, ...more },
    });
  type Detail = { id: string; version: number; agent: object | null; answers: object; materials: { code: string; required: boolean }[] };
  const detailOf = (answer: { body: unknown }) => answer.body as Detail;

  it('brings the question and the paper of the authority along, and takes them away again', async () => {
    const draft = detailOf(await open(311, { agent }));
    expect(draft.answers).toMatchObject({ byAgent: true });
    expect(draft.agent).toEqual({
      ...{ name: '许立群', identityMasked: AGENT_MASKED, phoneMasked: '139****9331', relation: 'agency' },
      ...{ authority: '授权委托书', scope: '提交、补正、领取', validUntil: '2027-12-31' },
    });
    expect(draft.materials.find(({ code }) => code === 'letter')).toMatchObject({ required: true });
    expect(await hindrances(draft.id)).toContain('letter');
    const without = detailOf(await save(draft.id, { agent: null }));
    expect(without).toMatchObject({ agent: null, answers: { byAgent: false } });
    expect(without.materials.map(({ code }) => code)).not.toContain('letter');
  });

  it('cannot be denied by an answer while one acts, and is missed while one is only announced', async () => {
    const draft = detailOf(await open(312, { agent }));
    expect(detailOf(await save(draft.id, { answers: { place: 'bath', byAgent: false } })).answers).toMatchObject({ byAgent: true });
    const announced = detailOf(await open(313, { answers: { place: 'bath', air: false, byAgent: true } }));
    expect(await hindrances(announced.id)).toContain('agent');
  });

  it('without authority, number or with a wrong one is refused', async () => {
    expect(await open(314, { agent: { ...agent, authority: '' } })).toMatchObject({ status: 400 });
    expect(await open(314, { agent: { name: '许立群', authority: '授权委托书' } })).toMatchObject({ status: 400 });
    expect(await open(314, { agent: { ...agent, validUntil: '2027-02-30' } })).toMatchObject({ status: 400 });
    expect(await open(314, { agent: { ...agent, identityNumber: '440106198807123310' } })).toMatchObject({
      status: 422,
      body: { code: 'applicant.number-invalid', errors: [{ path: 'body.agent.identityNumber' }] },
    });
  });

  it('answers a yes-no question alone: another kind is refused when the item is published', async () => {
    const [place] = BY_AGENT.questions;
    if (!place) throw new Error('the item asks nothing');
    const definition = { ...BY_AGENT, questions: [{ ...place, from: 'agent' as const }] };
    await expect(publishItem(app, { departmentCode: hall.departmentCode, definition, name: '问错的事项' })).rejects.toThrow();
  });

  it('whose authority has ended hinders acceptance', async () => {
    const draft = detailOf(await open(315, { agent: { ...agent, validUntil: '2026-03-01' } }));
    expect(await hindrances(draft.id)).toContain('agentAuthority');
    await save(draft.id, { agent: { ...agent, validUntil: '2026-03-02' } });
    expect(await hindrances(draft.id)).not.toContain('agentAuthority');
  });

  it('who acted before is offered and needs no number again; nobody else’s numbers are given', async () => {
    const earlier = detailOf(await open(316, { agent }));
    await hall.clerk.api.receiveCase({ params: { id: earlier.id }, body: { expectedVersion: earlier.version } });
    const { earlierAgents } = await hall.clerk.api.identifyApplicant({
      body: { identityType: 'idCard', identityNumber: person(316).identityNumber },
    });
    expect(earlierAgents).toEqual([
      expect.objectContaining({ caseId: earlier.id, name: '许立群', identityMasked: AGENT_MASKED, relation: 'agency' }),
    ]);
    const again = { name: '许立群', fromCaseId: earlier.id, authority: '授权委托书' };
    const taken = detailOf(await open(316, { agent: again, duplicateReason: '测试' }));
    expect(taken.agent).toMatchObject({ identityMasked: AGENT_MASKED, phoneMasked: '139****9331' });
    // Another applicant's case, or another name under the number, brings nothing.
    expect(await open(317, { agent: again })).toMatchObject({ status: 422 });
    expect(await open(316, { agent: { ...again, name: '许立众' } })).toMatchObject({
      status: 422,
      body: { code: 'applicant.number-invalid' },
    });
  });
});

describe('who stands there', () => {
  const present = (id: string, expectedVersion: number, identityNumber: string, client = hall.clerk) =>
    client.api.confirmPresence({ params: { id }, body: { expectedVersion, identityNumber, how: 'card' } });

  it('is compared with the applicant, the representative and the agent of the case', async () => {
    const draft = await openShopDraft(hall, 321);
    const mine = await present(draft.id, draft.version, person(321).identityNumber);
    expect(mine.presence).toMatchObject({ who: 'applicant', how: 'card' });
    await expect(present(draft.id, mine.version, AGENT)).rejects.toMatchObject({ status: 422, code: 'case.presence-unknown' });
    await expect(present(draft.id, mine.version, '440106198807123310')).rejects.toMatchObject({
      status: 422,
      code: 'applicant.number-invalid',
    });
    const company = await hall.clerk.api.openDraft({
      body: {
        itemVersionId: hall.shop.versionId,
        applicant: {
          ...{
            kind: 'legal',
            name: '临江悦泉沐浴有限公司',
            identityType: 'creditCode',
            identityNumber: makeCreditCode('91', '440199', 91),
          },
          legalRepresentative: { name: '陈嘉敏', identityNumber: person(322).identityNumber },
        },
      },
    });
    expect((await present(company.id, company.version, person(322).identityNumber)).presence).toMatchObject({ who: 'representative' });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: company.id } });
    expect(items.at(-1)).toMatchObject({ action: 'confirmPresence', words: '法定代表人到场，读卡核对人证' });
    const stranger = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    await expect(present(company.id, company.version, person(322).identityNumber, stranger)).rejects.toMatchObject({ status: 404 });
  });
});

describe('the register', () => {
  const code = makeCreditCode('91', '440199', 4_711);
  beforeAll(async () => {
    await app.get(CommandRunner).runSystem((tx) =>
      app.get(RegistryEntries).keep(tx, {
        ...{ kind: 'legal', identityType: 'creditCode', identityNumber: code, name: '临江云图科技有限公司', address: '望湖路 8 号' },
        ...{ phone: '13822016021', registeredOn: '2020-05-06', fields: { businessScope: '软件开发' } },
        representative: { name: '陈嘉敏', identityNumber: person(331).identityNumber },
      }),
    );
  });
  const identify = () => hall.clerk.api.identifyApplicant({ body: { identityType: 'creditCode', identityNumber: code } });

  it('knows a company that was never here, with numbers masked', async () => {
    const found = await identify();
    expect(found.applicant).toBeNull();
    expect(found.registry).toEqual({
      ...{ kind: 'legal', identityType: 'creditCode', identityMasked: code, name: '临江云图科技有限公司', address: '望湖路 8 号' },
      ...{ phoneMasked: '138****6021', state: 'registered', registeredOn: '2020-05-06', fields: { businessScope: '软件开发' } },
      representative: { name: '陈嘉敏', identityMasked: maskIdentityNumber(person(331).identityNumber) },
    });
    expect(JSON.stringify(found)).not.toContain('13822016021');
    expect(JSON.stringify(found)).not.toContain(person(331).identityNumber);
  });

  it('gives the numbers that nobody typed, and only to the person it names', async () => {
    const applicant = { kind: 'legal', name: '临江云图科技有限公司', identityType: 'creditCode', identityNumber: code, fromRegistry: true };
    const open = (legalRepresentative: object) =>
      hall.clerk.raw('POST', '/api/cases', {
        json: { itemVersionId: hall.shop.versionId, applicant: { ...applicant, legalRepresentative } },
      });
    expect((await open({ name: '陈嘉敏' })).body).toMatchObject({
      applicant: {
        phoneMasked: '138****6021',
        legalRepresentative: { name: '陈嘉敏', identityMasked: maskIdentityNumber(person(331).identityNumber) },
      },
    });
    expect((await open({ name: '李四' })).body).toMatchObject({
      applicant: { legalRepresentative: { name: '李四', identityMasked: null } },
    });
  });

  it('is heard when one number has two names', async () => {
    await hall.clerk.api.openDraft({
      body: {
        itemVersionId: hall.shop.versionId,
        applicant: { kind: 'legal', name: '临江云图科技公司', identityType: 'creditCode', identityNumber: code },
      },
    });
    expect((await identify()).unlikeNames).toEqual(['临江云图科技有限公司', '临江云图科技公司']);
  });
});

describe('two of one name', () => {
  it('are told apart by their numbers: neither sees the other’s cases', async () => {
    const one = await openShopDraft(hall, 341);
    const two = await openShopDraft(hall, 342);
    expect(one.applicant?.name).toBe(two.applicant?.name);
    const found = await hall.clerk.api.identifyApplicant({ body: { identityType: 'idCard', identityNumber: person(341).identityNumber } });
    expect(found.earlierCases.map(({ id }) => id)).toEqual([one.id]);
    expect(found.namesakes).toBeGreaterThanOrEqual(1);
    expect(found.applicant?.identityMasked).not.toBe(two.applicant?.identityMasked);
  });
});

describe('the profile of a case’s applicant', () => {
  it('is read after a reload, recorded, and only in the own hall', async () => {
    const draft = await openShopDraft(hall, 351);
    const profile = await hall.clerk.api.getApplicantProfile({ params: { id: draft.id } });
    expect(profile.earlierCases.map(({ id }) => id)).toEqual([draft.id]);
    const [record] = await app.database.query<{ subject: string; detail: object }>(
      `SELECT subject_id AS subject, detail FROM audit_entry WHERE action = 'applicant.looked-up' ORDER BY id DESC LIMIT 1`,
    );
    expect(record).toEqual({ subject: draft.applicant?.id, detail: { caseId: draft.id } });
    const stranger = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    await expect(stranger.api.getApplicantProfile({ params: { id: draft.id } })).rejects.toMatchObject({ status: 404 });
    const auditor = await hall.staff(['auditor']);
    await expect(auditor.api.getApplicantProfile({ params: { id: draft.id } })).rejects.toMatchObject({ status: 403 });
    const empty = await hall.clerk.api.openDraft({ body: { itemVersionId: hall.shop.versionId } });
    await expect(hall.clerk.api.getApplicantProfile({ params: { id: empty.id } })).rejects.toMatchObject({
      status: 404,
      code: 'case.applicant-missing',
    });
  });

  it('leaves a hall that only hands out without it', async () => {
    const draft = await openShopDraft(hall, 352);
    await handIn(hall.clerk, draft.id, 'application');
    const approver = await hall.staff(['approver']);
    await expect(approver.api.getApplicantProfile({ params: { id: draft.id } })).rejects.toMatchObject({ status: 403 });
  });
});
