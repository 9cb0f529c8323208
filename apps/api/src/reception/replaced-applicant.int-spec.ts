import type { ItemDefinitionInput } from '@onewindow/contracts';
import { makeIdentityNumber } from '@onewindow/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HallAtWork, handIn, openHall, person, publishItem, SHOP_FORM, SHOP_PERMIT } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

const paper = (code: string, name: string, more: object = {}) => ({
  ...{ code, name, kind: 'document' as const, necessity: 'optional' as const, isKey: false, medium: 'original' as const, copies: 1 },
  ...{ source: '申请人自备', standard: '填写完整', reviewPoints: [], ...more },
});
const PERMIT: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  allowsCommitment: true,
  questions: [{ key: 'acts', title: '代理人代办', kind: 'yesNo', options: [], default: false, from: 'agent' }],
  materials: [
    ...SHOP_PERMIT.materials.slice(0, 2),
    paper('rules', '卫生管理制度', { libraryKey: 'hygiene-rules' }),
    paper('lease', '租赁合同'),
    paper('pledge', '承诺事项', { necessity: 'required' as const, commitment: '本人承诺符合条件。' }),
    paper('report', '检测报告'),
  ],
};
const AGENT = { name: '陈嘉', identityNumber: makeIdentityNumber('440106', '1990-01-02', 7), authority: '委托书' };

let app: TestApp;
let hall: HallAtWork;
let itemVersionId: string;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  ({ versionId: itemVersionId } = await publishItem(app, { departmentCode: hall.departmentCode, definition: PERMIT, name: '换人的事项' }));
});
afterAll(async () => {
  await app.close();
});

const open = (who: number) =>
  hall.clerk.api.openDraft({ body: { itemVersionId, applicant: person(who), form: SHOP_FORM, duplicateReason: '另一处场所' } });
const read = (id: string) => hall.clerk.api.getCase({ params: { id } });
const save = async (id: string, edits: object) =>
  await hall.clerk.api.saveDraft({ params: { id }, body: { expectedVersion: (await read(id)).version, ...edits } });
const judge = (id: string, code: string, verdict: 'qualified' | 'faulty', defect?: string) =>
  hall.clerk.api.judgeMaterial({ params: { id, code }, body: { verdict, ...(defect ? { defect } : {}) } });
const confirm = async (id: string, identityNumber: string) =>
  await hall.clerk.api.confirmPresence({
    params: { id },
    body: { expectedVersion: (await read(id)).version, identityNumber, how: 'card' },
  });

/** A draft of one who was here before, with a paper of each kind and values of each source. */
async function draftOf(who: number): Promise<string> {
  const earlier = await open(who);
  for (const code of ['application', 'identity', 'rules', 'pledge']) await handIn(hall.clerk, earlier.id, code);
  await hall.clerk.api.acceptCase({ params: { id: earlier.id }, body: { expectedVersion: (await read(earlier.id)).version } });
  await app.drain();
  const { id } = await open(who);
  const { items } = await hall.clerk.api.lookUpReusable({ params: { id } });
  const rules = items.find(({ name }) => name === '卫生管理制度');
  await hall.clerk.api.reuseMaterials({
    params: { id },
    body: { uses: [{ code: 'rules', source: 'library', entryId: rules?.id ?? '' }] },
  });
  await handIn(hall.clerk, id, 'application');
  await handIn(hall.clerk, id, 'identity');
  await judge(id, 'identity', 'faulty', '已过期');
  await judge(id, 'lease', 'qualified');
  await hall.clerk.api.promiseMaterial({ params: { id, code: 'pledge' }, body: {} });
  return id;
}

describe('another applicant on a draft', () => {
  it('has nothing of the one before: neither papers, nor presence, nor agent, nor what registers and licences said (R7, R10.2)', async () => {
    const id = await draftOf(401);
    await save(id, {
      agent: AGENT,
      form: { ...SHOP_FORM, manager: person(401).identityNumber, note: '上次的备注' },
      formSources: { placeName: 'typed', area: 'licence', kind: 'situation', manager: 'applicant', note: 'previous', phone: 'applicant' },
      formCorrections: { placeName: { source: 'registry', value: '旧名' } },
    });
    const before = await confirm(id, person(401).identityNumber);
    expect(before).toMatchObject({ presence: { who: 'applicant' }, agent: { name: AGENT.name }, answers: { acts: true } });

    const after = await save(id, { applicant: person(402, '李秋') });

    expect(after).toMatchObject({ applicant: { name: '李秋' }, presence: null, agent: null, answers: { acts: false } });
    expect(Object.fromEntries(after.materials.map(({ code, verdict, defect, files }) => [code, [verdict, defect, files.length]]))).toEqual({
      application: ['unchecked', null, 1],
      identity: ['unchecked', null, 1],
      rules: ['missing', null, 0],
      lease: ['missing', null, 0],
      pledge: ['missing', null, 0],
      report: ['missing', null, 0],
    });
    const { placeName, staff, openOn, kind } = SHOP_FORM;
    expect(after).toMatchObject({ formSources: { placeName: 'typed', kind: 'situation' }, formCorrections: {} });
    expect(after.form).toEqual({ placeName, staff, openOn, kind });
    expect(await read(id)).toMatchObject({ materials: after.materials, form: after.form, hindrances: after.hindrances });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id } });
    expect(items.slice(-2).map(({ words }) => words)).toEqual([
      '暂存申请人',
      '换了申请人，人证核对和代理人作废，撤去卫生管理制度、租赁合同、承诺事项，申请表、身份证明重新核对',
    ]);
  });

  it('keeps what came with that applicant in the same save, and loses what the screen still had of the one before', async () => {
    const { id } = await open(403);
    const formSources = { placeName: 'registry', phone: 'applicant' };
    await save(id, { form: SHOP_FORM, formSources });
    const next = person(404);
    const after = await save(id, { applicant: next, form: { ...SHOP_FORM, phone: next.phone }, formSources });
    expect(after.form).toMatchObject({ phone: '138****8404' });
    expect(after.form).not.toHaveProperty('placeName');
    expect(after.formSources).toEqual({ phone: 'applicant' });
  });

  it('is not who says more of the same person', async () => {
    const id = await draftOf(405);
    await confirm(id, person(405).identityNumber);
    const after = await save(id, { applicant: { ...person(405), address: '梧桐路 120 号' } });
    expect(after).toMatchObject({ presence: { who: 'applicant' } });
    expect(after.materials.find(({ code }) => code === 'rules')).toMatchObject({ verdict: 'reused' });
  });

  it('leaves no agent present whom another agent has replaced', async () => {
    const { id } = await open(406);
    await save(id, { agent: AGENT });
    expect(await confirm(id, AGENT.identityNumber)).toMatchObject({ presence: { who: 'agent' } });
    expect(await save(id, { agent: { ...AGENT, authority: '授权书' } })).toMatchObject({ presence: { who: 'agent' } });
    const other = { ...AGENT, name: '何立', identityNumber: makeIdentityNumber('440106', '1991-01-02', 9) };
    expect(await save(id, { agent: other })).toMatchObject({ agent: { name: '何立' }, presence: null });
    await confirm(id, other.identityNumber);
    expect(await save(id, { agent: null })).toMatchObject({ agent: null, presence: null });
  });
});
