import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseDetail, samplePdf } from '@onewindow/contracts';
import { newId } from '../platform/index.js';
import { type ReviewWorld, startReviewWorld, type StepInput, taskOf } from '../../test/review-world.js';
import { createHall } from '../../test/people-factory.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
});
afterAll(() => world.close());

const FORM = { kind: 'material' as const, key: 'form', reason: '缺签名' };
const ADDRESS = { kind: 'field' as const, key: 'address', reason: '与图纸不一致' };
const DUE = '2026-03-12';

/** A case whose review the approver holds. */
async function inReview(steps?: StepInput[]): Promise<{ kase: CaseDetail; task: string; version: number }> {
  const kase = await world.accepted(steps ? await world.itemWith(steps) : 'plain');
  const task = taskOf(kase, 'review');
  const { version } = await world.approver.client.api.claimTask({ params: { id: task } });
  return { kase, task, version };
}
const ask = (task: string, expectedVersion: number, over: Partial<{ dueOn: string; points: (typeof FORM | typeof ADDRESS)[] }> = {}) =>
  world.approver.client.api.requestCorrections({
    params: { id: task },
    body: { expectedVersion, dueOn: DUE, points: [FORM, ADDRESS], ...over },
  });
const awaited = async (caseId: string) => (await world.clerk.client.api.listCorrections()).items.find((one) => one.caseId === caseId);
const upload = (id: string, code = 'form') =>
  world.clerk.client.api.addCorrectionFile(
    { params: { id, code } },
    { file: new Blob([samplePdf(901)], { type: 'application/pdf' }), fileName: '签名页.pdf' },
  );
const takeIn = (id: string, expectedVersion: number, body: { materials?: string[]; fields?: Record<string, string | number> }) =>
  world.clerk.client.api.takeInCorrections({ params: { id }, body: { expectedVersion, materials: [], fields: {}, ...body } });

describe('corrections during review (R3.3)', () => {
  it('asks with a notice, waits at the counter, takes in one by one, and tells the holder what changed; no clock stands still', async () => {
    const { kase, task, version } = await inReview();
    const before = await world.approver.client.api.getTask({ params: { id: task } });
    expect(before.workActions.find(({ action }) => action === 'requestCorrections')).toEqual({
      action: 'requestCorrections',
      allowed: true,
    });
    const asked = await ask(task, version);
    expect(asked).toMatchObject({ status: 'open', dueOn: DUE, askedBy: { name: '周启明' }, clock: { remaining: 8 } });
    const choices = (await world.approver.client.api.taskCorrections({ params: { id: task } })).choices;
    expect(choices.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['material form', 'field address']);
    const row = await awaited(kase.id);
    expect(row).toMatchObject({
      points: [{ name: '申请表', reason: '缺签名', brought: null }, { name: '地址' }],
      fields: [{ key: 'address' }],
    });
    const added = await upload(asked.id);
    expect(added.material.files.map(({ name }) => name)).toHaveLength(2);
    const half = await takeIn(asked.id, added.version, { materials: ['form'] });
    expect(half).toMatchObject({ left: 1, correction: { status: 'open' } });
    const unchanged = { address: String(row?.fields[0]?.value) };
    expect(await refusal(takeIn(asked.id, half.version, { fields: unchanged }))).toMatchObject({ code: 'correction.field-unchanged' });
    world.clock.advance({ days: 1 });
    const whole = await takeIn(asked.id, half.version, { fields: { address: '临江大道 9 号' } });
    expect(whole).toMatchObject({
      left: 0,
      correction: { status: 'answered', points: [{ brought: { after: '签名页.pdf' } }, { brought: { after: '临江大道 9 号' } }] },
    });
    expect(await awaited(kase.id)).toBeUndefined();
    const { items } = await world.approver.client.api.myNotifications();
    expect(items[0]?.words).toContain('收到补正：地址：');
    const after = await world.approver.client.api.getTask({ params: { id: task } });
    expect(after.form['address']).toBe('临江大道 9 号');
    expect(after.clocks.promised?.due).toBe(before.clocks.promised?.due);
    expect(after.case.notices.filter(({ kind }) => kind === 'supplement' || kind === 'takeIn').map(({ kind }) => kind)).toEqual([
      'supplement',
      'takeIn',
    ]);
    const story = await world.clerk.client.api.getCaseEvents({ params: { id: kase.id } });
    expect(story.items.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['书面审查要求申请人 03-12 前补正：申请表（缺签名）；地址（与图纸不一致）', '收审查补正：申请表，还差 1 项']),
    );
    world.clock.advance({ days: -1 });
  });

  it('a corrected field opens the step that its condition asks for, and drops the one that it asks for no more (R5.1)', async () => {
    const step = (key: string, over: Partial<StepInput>): StepInput => ({
      ...{ key, name: key, kind: 'review', departmentCode: 'lead', role: 'approver', limit: 3, onSilence: 'wait', after: [] },
      ...over,
    });
    const far = { field: 'address', equals: '江北路 1 号' } as const;
    const { kase, task, version } = await inReview([
      step('review', {}),
      step('near', { when: { not: far } }),
      step('far', { when: far }),
      step('decide', { kind: 'decision', role: 'chief', after: ['review', 'near', 'far'] }),
    ]);
    const asked = await ask(task, version, { points: [ADDRESS] });
    const row = await awaited(kase.id);
    await takeIn(asked.id, row?.version ?? 0, { fields: { address: '江北路 1 号' } });
    const { route } = await world.chief.client.api.getCase({ params: { id: kase.id } });
    expect(route.map(({ key, status }) => [key, status])).toEqual([
      ['review', 'claimed'],
      ['near', 'skipped'],
      ['far', 'pooled'],
      ['decide', 'waiting'],
    ]);
  });

  it('is asked by the holder, once at a time, of what the case has, by a day to come; every other wish is refused', async () => {
    const { task, version } = await inReview();
    const chief = world.chief.client.api.requestCorrections({
      params: { id: task },
      body: { expectedVersion: version, dueOn: DUE, points: [FORM] },
    });
    expect(await refusal(chief)).toMatchObject({ status: 409, code: 'correction.not-holder' });
    expect(await refusal(ask(task, version, { dueOn: '2026-03-02' }))).toMatchObject({ status: 422, code: 'correction.day-unfit' });
    expect(await refusal(ask(task, version, { points: [{ ...FORM, key: 'nothing' }] }))).toMatchObject({
      code: 'correction.point-unknown',
    });
    expect(await refusal(ask(task, version, { points: [FORM, FORM] }))).toMatchObject({ code: 'correction.point-unknown' });
    expect(await refusal(ask(task, version, { points: [] }))).toMatchObject({ status: 400 });
    expect(await refusal(ask(task, version + 1))).toMatchObject({ status: 409, code: 'task.version-stale' });
    const secret = { ...FORM, reason: '身份证 11010519491231002X 看不清' };
    expect(await refusal(ask(task, version, { points: [secret] }))).toMatchObject({ code: 'event.personal-data' });
    const asked = await ask(task, version, { points: [FORM] });
    const again = await world.approver.client.api.getTask({ params: { id: task } });
    expect(await refusal(ask(task, again.version))).toMatchObject({ status: 409, code: 'correction.open' });
    const row = await awaited(again.caseId);
    const expected = row?.version ?? 0;
    expect(await refusal(takeIn(asked.id, expected, {}))).toMatchObject({ code: 'correction.nothing-brought' });
    expect(await refusal(takeIn(asked.id, expected, { fields: { address: '新' } }))).toMatchObject({ code: 'correction.not-awaited' });
    expect(await refusal(takeIn(asked.id, expected + 1, { materials: ['form'] }))).toMatchObject({ code: 'case.version-stale' });
    expect(await refusal(takeIn(newId(), expected, { materials: ['form'] }))).toMatchObject({ status: 404 });
    expect(await refusal(upload(asked.id, 'other'))).toMatchObject({ code: 'correction.not-awaited' });
    const elsewhere = await world.person({ roles: ['clerk'], hallId: (await createHall(world.database)).hallId });
    const foreign = elsewhere.client.api.takeInCorrections({
      params: { id: asked.id },
      body: { expectedVersion: expected, materials: ['form'], fields: {} },
    });
    expect(await refusal(foreign)).toMatchObject({ status: 404 });
    expect((await elsewhere.client.api.listCorrections()).counts).toEqual({ all: 0, late: 0 });
    const withdraw = () => world.approver.client.api.withdrawCorrections({ params: { id: asked.id }, body: { reason: '已在卷内' } });
    expect(
      await refusal(world.stranger.client.api.withdrawCorrections({ params: { id: asked.id }, body: { reason: '不' } })),
    ).toMatchObject({
      status: 404,
    });
    expect(await withdraw()).toMatchObject({ status: 'withdrawn' });
    expect(await refusal(withdraw())).toMatchObject({ status: 409, code: 'correction.closed' });
    expect(await refusal(takeIn(asked.id, expected, { materials: ['form'] }))).toMatchObject({ status: 409 });
  });
});
