import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemDefinitionInput } from '@onewindow/contracts';
import { makeIdentityNumber, maskIdentityNumber } from '@onewindow/domain';
import { type HallAtWork, openHall, person, publishItem, SHOP_FORM, SHOP_PERMIT } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

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

  it('has no number of anybody in the words of the authority, which every reader of the case sees (R10.2)', async () => {
    const draft = detailOf(await open(329, { agent }));
    const words = [{ authority: '委托书，委托人 11010519491231002X' }, { scope: '代办，联系 13800138000' }];
    const answers = await Promise.all(words.map((one) => save(draft.id, { agent: { ...agent, ...one } })));
    expect(answers).toEqual(
      ['agent.authority', 'agent.scope'].map((path) =>
        expect.objectContaining({ status: 422, body: expect.objectContaining({ code: 'event.personal-data', facts: { path } }) }),
      ),
    );
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
