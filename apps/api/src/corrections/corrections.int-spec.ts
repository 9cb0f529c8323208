import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { RenewClocks } from '../clocks/index.js';
import { CommandRunner, newId } from '../platform/index.js';
import { ADDRESS, askCorrections, DUE, FORM, inReview as reviewOf } from '../../test/correction-world.js';
import { type ReviewWorld, startReviewWorld, type StepInput, taskOf } from '../../test/review-world.js';
import { createHall } from '../../test/people-factory.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
});
afterAll(() => world.close());

const inReview = (steps?: StepInput[]) => reviewOf(world, steps);
const ask = (...wish: [string, number, Parameters<typeof askCorrections>[3]?]) => askCorrections(world, ...wish);
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

  it('stops the clocks of an item that names a basis, from the day after until the last thing came; the notice and the story say so', async () => {
    const basis = '本事项办事指南：补正时间不计入承诺时限';
    const review = {
      key: 'review',
      name: '审查',
      kind: 'review',
      departmentCode: 'lead',
      role: 'approver',
      limit: 3,
      onSilence: 'wait',
      after: [],
    };
    const item = await world.itemWith(
      [review as StepInput, { ...review, key: 'decide', kind: 'decision', role: 'chief', after: ['review'] } as StepInput],
      {
        specialProcedures: [{ kind: 'correction', basis, usualDays: 8 }],
      },
    );
    const kase = await world.accepted(item);
    const task = taskOf(kase, 'review');
    const { version, clocks } = await world.approver.client.api.claimTask({ params: { id: task } });
    const { api } = world.approver.client;
    expect(await api.taskCorrections({ params: { id: task } })).toMatchObject({ pauseBasis: basis, items: [] });
    // It begins with the request alone: no officer asks for it as a pause.
    const pause = { expectedVersion: version, kind: 'correction' as const, reason: '补' };
    expect(await refusal(api.requestProcedure({ params: { id: task }, body: pause }))).toMatchObject({ code: 'procedure.not-listed' });
    const asked = await ask(task, version);
    expect(asked.stopsClock).toBe(true);
    const { procedures } = await api.getCaseClockWork({ params: { id: kase.id } });
    expect(procedures).toMatchObject([
      { id: asked.id, label: '补正', basis, startedOn: '2026-03-02', announcedEnd: DUE, phase: 'noticed' },
    ]);
    expect(procedures[0]?.notice?.title).toBe('行政许可申请材料补正告知书');
    expect(procedures[0]?.actions.filter(({ allowed }) => allowed)).toEqual([]);
    expect(await refusal(api.endProcedure({ params: { id: asked.id }, body: { outcome: '好' } }))).toMatchObject({
      code: 'procedure.actor-not-allowed',
      title: '补正的暂停随补正收齐、撤回补正要求或办件结束而结束，不单独办理',
    });
    // Eight working days to 03-12, then two more until they came on 03-03: a day counted less than announced.
    const stopped = (await api.getTask({ params: { id: task } })).clocks;
    expect([clocks.step?.due, stopped.step?.due]).toEqual(['2026-03-05', '2026-03-17']);
    world.clock.advance({ days: 1 });
    await world.get(CommandRunner).runSystem((tx) => world.get(RenewClocks).renew(tx, kase.id));
    expect(await api.getTask({ params: { id: task } })).toMatchObject({ light: 'paused', paused: { label: '补正', until: DUE } });
    const row = await awaited(kase.id);
    expect(row).toMatchObject({ stopsClock: true });
    const added = await upload(asked.id);
    const whole = await takeIn(asked.id, added.version, { materials: ['form'], fields: { address: '临江大道 10 号' } });
    expect(whole.left).toBe(0);
    const after = await api.getTask({ params: { id: task } });
    expect(after.clocks.step?.due).toBe('2026-03-06');
    const { procedures: ended } = await api.getCaseClockWork({ params: { id: kase.id } });
    expect(ended).toMatchObject([{ phase: 'ended', endedOn: '2026-03-03', outcome: '补正收齐' }]);
    const words = (await api.getCaseEvents({ params: { id: kase.id } })).items
      .map((one) => one.words)
      .filter((one) => one.includes('计时'));
    expect(words).toEqual([
      expect.stringMatching(/依据本事项办事指南：补正时间不计入承诺时限，03-03 起暂停计时；承诺 .* 改为/),
      expect.stringMatching(/收齐；03-04 起继续计时；承诺 .* 改为/),
    ]);

    // Called off: it runs again as well, and asked on the same day nothing stood still.
    const again = await ask(task, after.version, { points: [FORM] });
    await api.withdrawCorrections({ params: { id: again.id }, body: { reason: '已在卷内' } });
    expect((await api.getTask({ params: { id: task } })).clocks.step?.due).toBe('2026-03-06');
    world.clock.advance({ days: -1 });
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

  it('is brought to any counter of the district once its number was named there (通办)', async () => {
    const { kase, task, version } = await inReview();
    const asked = await ask(task, version);
    const { client } = await world.person({ roles: ['clerk'], hallId: (await createHall(world.database)).hallId });
    const { caseNo, id } = await client.api.getCaseByNo({ params: { caseNo: kase.caseNo ?? '' } });
    const { corrections, actions } = await client.api.awaitedOfCase({ params: { id } });
    expect([caseNo, actions]).toEqual([kase.caseNo, [{ action: 'bringPapers', allowed: true }]]);
    expect(corrections).toMatchObject([{ id: asked.id, points: [{ name: '申请表' }, { name: '地址' }] }]);
    const file = new Blob([samplePdf(902)], { type: 'application/pdf' });
    const added = await client.api.addCorrectionFile({ params: { id: asked.id, code: 'form' } }, { file, fileName: '签名页.pdf' });
    const body = { expectedVersion: added.version, materials: ['form'], fields: { address: '临江大道 11 号' } };
    expect(await client.api.takeInCorrections({ params: { id: asked.id }, body })).toMatchObject({ left: 0 });
    // Its receipt is printed where the applicant stands.
    const receipt = (await client.api.getCase({ params: { id } })).notices.find(({ kind }) => kind === 'takeIn');
    await world.drain();
    expect(await client.api.printNotice({ params: { id: receipt?.id ?? '' } })).toMatchObject({ ordinal: 1 });
  });
});
