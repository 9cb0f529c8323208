import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { BundleWorld } from '../../test/bundle-world.js';
import { createHall } from '../../test/people-factory.js';
import { refusal } from '../../test/test-client.js';
import { CommandRunner } from '../platform/index.js';
import { BundleFollower } from './index.js';

let world: BundleWorld;
beforeAll(async () => {
  world = await BundleWorld.start();
});
afterAll(() => world.app.close());

const follow = (id: string) => world.app.get(CommandRunner).runSystem((tx) => world.app.get(BundleFollower).follow(tx, id));
const noticesOf = async (id: string) => (await world.parent(id)).notices.map(({ kind }) => kind);

describe('a bundle under way', () => {
  it('R1.5 has a clock of its own: a child that stands still says so and holds up nobody else', async () => {
    const { id, clocks } = await world.accepted(320);
    const licence = await world.child(id, 'licence');
    const halt = { id: licence.id, kind: 'testing', start: '2026-01-05', announcedEnd: '2027-01-05', actualEnd: null };
    await world.app.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [licence.id, JSON.stringify([halt])]);
    const parent = await world.parent(id);
    expect(parent.bundle?.children.map(({ key, paused }) => [key, paused])).toEqual([
      ['licence', { label: '检测', until: '2027-01-05' }],
      ['seal', null],
      ['invoice', null],
      ['card', null],
    ]);
    expect(parent.clocks.promised).toEqual(clocks.promised);
  });

  it('opens with its acceptance who waits for nobody, on the same day, with its slice of form and papers and one notice', async () => {
    const { id, bundle, caseNo, acceptedOn, notices } = await world.accepted(311);
    expect(await world.states(id)).toEqual({ licence: 'open', seal: 'waiting', invoice: 'waiting', card: 'waiting' });
    expect(notices.map(({ kind }) => kind)).toEqual(['acceptance']);
    const licence = await world.child(id, 'licence');
    expect(licence).toMatchObject({
      status: 'accepted',
      acceptedOn,
      title: '临江311号商贸',
      form: { company: '临江311号商贸', phone: '138****8021', capital: 100 },
      notices: [],
      bundle: { role: 'child', itemName: '企业开办', caseId: null, caseNo: null, ownKey: 'licence' },
    });
    expect(licence.caseNo).not.toBe(caseNo);
    expect(licence.materials.map(({ code, verdict, files }) => [code, verdict, files.length])).toEqual([
      ['charter', 'qualified', 1],
      ['premises', 'qualified', 1],
    ]);
    const bytes = (files: { sha256: string }[] | undefined) => files?.map(({ sha256 }) => sha256);
    const whole = await world.parent(id);
    expect(bytes(licence.materials[0]?.files)).toEqual(bytes(whole.materials.find(({ code }) => code === 'charter')?.files));
    expect(bundle?.children[0]).toMatchObject({ caseNo: licence.caseNo, clock: { remaining: 2 } });
    // The others are named to the department with how they stand, and no more.
    expect(licence.bundle?.children[1]).toMatchObject({ name: '刻章备案', state: 'waiting', caseId: null, caseNo: null });
    expect(await refusal(world.desks.seal.officer.api.getCase({ params: { id } }))).toMatchObject({ status: 404 });
    const story = await world.hall.clerk.api.getCaseEvents({ params: { id: licence.id } });
    expect(story.items.map(({ action }) => action)).toEqual(['bundle.join', 'receive', 'accept', 'task.open']);
  });

  it('opens the next when the one they wait for is granted, once, however often it is followed, and finds it again when the job is lost', async () => {
    const { id } = await world.accepted(312);
    await world.decide(id, 'licence');
    // The queue is lost before anybody followed.
    await world.app.database.query(`DELETE FROM outbox_message WHERE topic = 'follow-bundle'`);
    await world.app.drain();
    expect(await world.states(id)).toMatchObject({ licence: 'open', seal: 'waiting' });
    world.app.clock.advance({ minutes: 6 });
    await world.app.sweep();
    await world.app.drain();
    expect(await world.states(id)).toEqual({ licence: 'ready', seal: 'open', invoice: 'open', card: 'waiting' });
    const before = await world.app.database.query('SELECT id FROM cases');
    await Promise.all([follow(id), follow(id), follow(id)]);
    expect(await world.app.database.query('SELECT id FROM cases')).toHaveLength(before.length);
    const seal = await world.child(id, 'seal');
    expect(seal.form).toMatchObject({ firm: '临江312号商贸', manager: expect.stringMatching(/^440\*+/) });
    expect((await world.child(id, 'invoice')).form).toEqual({ company: '临江312号商贸', manager: '陈会计' });
  });

  it('leaves the others alone when one fails, tells the applicant once, and hands everything out against one signature', async () => {
    const { id } = await world.accepted(313);
    await world.decide(id, 'licence');
    await world.app.drain();
    await world.decide(id, 'seal', 'deny');
    await world.app.drain();
    expect(await world.states(id)).toEqual({ licence: 'ready', seal: 'denied', invoice: 'open', card: 'cancelled' });
    const between = await world.parent(id);
    expect(between).toMatchObject({ status: 'accepted' });
    expect(between.bundle?.children[3]).toMatchObject({ reason: '刻章备案不予办理', caseId: null });
    expect(await noticesOf(id)).toEqual(['acceptance']);
    const licence = await world.child(id, 'licence');
    const early = { params: { id: licence.id }, body: { expectedVersion: licence.version, collector: world.collector(313) } };
    expect(await refusal(world.hall.clerk.api.handOver(early))).toMatchObject({ status: 422, code: 'case.collected-with-bundle' });
    await world.decide(id, 'invoice');
    await world.app.drain();
    await Promise.all([follow(id), follow(id)]);
    const ready = await world.parent(id);
    expect(ready).toMatchObject({ status: 'ready', decision: 'grant', result: { name: '一件事办理结果告知书', denial: false } });
    expect(ready.decisionReason).toContain('刻章备案不予办理：不符合规定条件');
    expect(await noticesOf(id)).toEqual(['acceptance', 'bundleOutcome']);
    const { items } = await world.hall.clerk.api.findReady({ body: { code: licence.caseNo ?? '' } });
    expect(items.map(({ caseId }) => caseId)).toEqual([id]);
    expect(items[0]?.bundle?.children.map(({ key, result }) => [key, result?.name ?? null])).toEqual([
      ['licence', '营业执照'],
      ['seal', '不予行政许可决定书'],
      ['invoice', '发票申领凭证'],
      ['card', null],
    ]);
    // R6.2: in another hall of the district the window says beforehand which paper lies elsewhere, and calls for it.
    const elsewhere = await world.hall.staff(['clerk'], { hallId: (await createHall(world.app.database)).hallId });
    const found = async () => (await elsewhere.api.findReady({ body: { code: licence.caseNo ?? '' } })).items[0];
    const away = await found();
    expect(away?.problems).toEqual([{ code: 'childPaper', reason: expect.stringMatching(/^营业执照：.*调/) as unknown }]);
    const paper = away?.bundle?.children[0]?.paper;
    expect(paper?.actions).toContainEqual({ action: 'call', allowed: true });
    const collected = { params: { id }, body: { expectedVersion: ready.version, collector: world.collector(313) } };
    expect(await refusal(elsewhere.api.handOver(collected))).toMatchObject({ status: 422 });
    await elsewhere.api.movePaper({ params: { id: licence.id }, body: { move: 'call' } });
    expect((await found())?.bundle?.children[0]?.paper).toMatchObject({ state: 'asked' });
    await world.hall.clerk.api.handOver(collected);
    const [closed] = await world.app.database.query<{ concluded: number; pickups: number }>(
      `SELECT count(*) FILTER (WHERE c.status = 'concluded')::integer AS concluded, count(p.id)::integer AS pickups
         FROM cases c LEFT JOIN pickup p ON p.case_id = c.id
        WHERE c.id = $1 OR c.id IN (SELECT child_case_id FROM bundle_child WHERE parent_case_id = $1)`,
      [id],
    );
    expect(closed).toEqual({ concluded: 4, pickups: 4 });
    expect((await world.child(id, 'invoice')).result).toMatchObject({ pickup: { relation: 'self' } });
  });

  it('is decided with the last decision and ready with the last result; nobody decides it or makes its result by hand', async () => {
    const { id, version } = await world.accepted(318, false);
    const chief = world.desks.licence.officer;
    const byHand = { params: { id }, body: { expectedVersion: version, decision: 'grant' as const } };
    expect(await refusal(chief.api.decideCase(byHand))).toMatchObject({ status: 422, code: 'case.follows-children' });
    await world.decide(id, 'licence', 'grant', null);
    await world.app.drain();
    expect(await world.states(id)).toEqual({ licence: 'granted', invoice: 'open' });
    await world.decide(id, 'invoice');
    await world.app.drain();
    const decided = await world.parent(id);
    expect(decided).toMatchObject({ status: 'decided', decision: 'grant', result: null });
    expect(await noticesOf(id)).toEqual(['acceptance', 'bundleOutcome']);
    const made = chief.api.issueResult({ params: { id }, body: { expectedVersion: decided.version } });
    expect(await refusal(made)).toMatchObject({ status: 422, code: 'case.follows-children' });
    const licence = await world.child(id, 'licence');
    await chief.api.issueResult({ params: { id: licence.id }, body: { expectedVersion: licence.version, place: 'A 柜' } });
    await world.app.drain();
    expect(await world.parent(id)).toMatchObject({ status: 'ready', result: { name: '一件事办理结果告知书' } });
    expect(await noticesOf(id)).toEqual(['acceptance', 'bundleOutcome']);
  });

  it('opens its children when silence accepts it (R2.4)', async () => {
    const { id, version } = await world.draft(319, false);
    await world.hall.clerk.api.receiveCase({ params: { id }, body: { expectedVersion: version } });
    await world.app.database.query(`UPDATE cases SET received_at = received_at - interval '30 days' WHERE id = $1`, [id]);
    world.app.clock.advance({ minutes: 11 });
    await world.app.sweep();
    await world.app.drain();
    const silent = await world.parent(id);
    expect(silent).toMatchObject({ status: 'accepted', deemed: true });
    const child = await world.child(id, 'licence');
    expect(child).toMatchObject({ status: 'accepted', acceptedOn: silent.acceptedOn, receivedAt: silent.receivedAt });
    // Its first step is as late as the silence was long.
    expect(child.route[0]?.clock?.remaining).toBeLessThan(0);
  });

  it('comes to nothing when its first child does, and is told and served like a denial', async () => {
    const { id } = await world.accepted(314);
    await world.decide(id, 'licence', 'deny');
    await world.app.drain();
    expect(await world.states(id)).toEqual({ licence: 'denied', seal: 'cancelled', invoice: 'cancelled', card: 'cancelled' });
    expect(await world.parent(id)).toMatchObject({
      status: 'ready',
      decision: 'deny',
      result: { denial: true, fileId: expect.any(String) },
    });
  });

  it('takes its open children along when it is withdrawn; what was granted before is collected by itself', async () => {
    const { id } = await world.accepted(315);
    await world.decide(id, 'licence');
    await world.app.drain();
    const seal = await world.child(id, 'seal');
    const { version, caseNo: receipt } = await world.parent(id);
    const withdraw = { params: { id }, body: { expectedVersion: version, reason: '不开了', writtenRequest: true as const } };
    await world.hall.clerk.api.withdrawCase(withdraw);
    expect(await world.states(id)).toEqual({ licence: 'released', seal: 'ended', invoice: 'ended', card: 'cancelled' });
    expect(await world.desks.seal.officer.api.getCase({ params: { id: seal.id } })).toMatchObject({
      status: 'withdrawn',
      endReason: '不开了',
    });
    await world.app.drain();
    const licence = await world.child(id, 'licence');
    expect(licence.status).toBe('ready');
    const { items } = await world.hall.clerk.api.findReady({ body: { code: receipt ?? '' } });
    expect(items.map(({ caseId }) => caseId)).toEqual([licence.id]);
    const alone = { params: { id: licence.id }, body: { expectedVersion: licence.version, collector: world.collector(315) } };
    expect(await world.hall.clerk.api.handOver(alone)).toMatchObject({ status: 'concluded' });
  });

  it('when it is given up keeps what each child had come to a moment before, followed or not; a denial is served by itself', async () => {
    const { id } = await world.accepted(321);
    await world.decide(id, 'licence');
    await world.app.drain();
    const invoice = await world.child(id, 'invoice');
    // Nobody has followed either of them when the applicant gives up the whole.
    await world.decide(id, 'seal', 'deny');
    const alone = {
      params: { id: invoice.id },
      body: { expectedVersion: invoice.version, reason: '不要发票', writtenRequest: true as const },
    };
    await world.hall.clerk.api.withdrawCase(alone);
    const { version } = await world.parent(id);
    const body = { expectedVersion: version, reason: '不开了', writtenRequest: true as const };
    await world.hall.clerk.api.withdrawCase({ params: { id }, body });
    await world.app.drain();
    expect(await world.states(id)).toEqual({ licence: 'released', seal: 'served', invoice: 'ended', card: 'cancelled' });
    const { bundle } = await world.parent(id);
    expect(bundle?.children.map(({ reason }) => reason)).toEqual([null, '不符合规定条件', '不要发票', '不开了']);
    // The one notice of the end tells what was decided before and is not withdrawn.
    const [notice] = await world.app.database.query<{ content: unknown }>(
      `SELECT content FROM notice WHERE case_id = $1 AND kind = 'withdrawal'`,
      [id],
    );
    expect(notice?.content).toMatchObject({
      outcomes: [
        { name: '设立登记', outcome: '已准予，单独领取' },
        { name: '刻章备案', outcome: '不予办理，单独送达', reason: '不符合规定条件' },
        { name: '发票申领', outcome: '已终结' },
        { name: '印鉴卡', outcome: '不再办理' },
      ],
    });
    const seal = await world.child(id, 'seal');
    const { items } = await world.hall.clerk.api.findReady({ body: { code: seal.caseNo ?? '' } });
    expect(items.map(({ caseId }) => caseId).sort()).toEqual([(await world.child(id, 'licence')).id, seal.id].sort());
    const served = { params: { id: seal.id }, body: { expectedVersion: seal.version, collector: world.collector(321) } };
    expect(await world.hall.clerk.api.handOver(served)).toMatchObject({ status: 'concluded' });
  });

  it('carries what a review had corrected into the one form and list, so that who begins later begins with it (R3.3)', async () => {
    const { id } = await world.accepted(322);
    const { officer } = world.desks.licence;
    const licence = await world.child(id, 'licence');
    const taskId = licence.route.find((step) => step.key === 'review')?.taskId ?? '';
    const claimed = await officer.api.claimTask({ params: { id: taskId } });
    const { latestOn } = await officer.api.taskCorrections({ params: { id: taskId } });
    const points = [
      { kind: 'field' as const, key: 'company', reason: '名称已被登记' },
      { kind: 'material' as const, key: 'premises', reason: '缺页' },
    ];
    const asked = await officer.api.requestCorrections({
      params: { id: taskId },
      body: { expectedVersion: claimed.version, dueOn: latestOn, points },
    });
    const { clerk } = world.hall;
    const added = await clerk.api.addCorrectionFile(
      { params: { id: asked.id, code: 'premises' } },
      { file: new Blob([samplePdf(900)], { type: 'application/pdf' }), fileName: '租赁合同.pdf' },
    );
    await clerk.api.takeInCorrections({
      params: { id: asked.id },
      body: { expectedVersion: added.version, materials: ['premises'], fields: { company: '临江改名商贸' } },
    });
    await world.app.drain();
    await Promise.all([follow(id), follow(id)]);
    const bundle = await world.parent(id);
    expect(bundle).toMatchObject({ title: '临江改名商贸', form: { company: '临江改名商贸' } });
    expect(bundle.materials.find(({ code }) => code === 'premises')?.files).toHaveLength(2);
    const { items } = await clerk.api.getCaseEvents({ params: { id } });
    expect(items.filter(({ action }) => action === 'bundle.correct').map(({ words }) => words)).toEqual([
      '设立登记审查中补正，一件事随之改正：公司名称、住所证明',
    ]);
    await world.decide(id, 'licence', 'grant', 'A 柜', true);
    await world.app.drain();
    expect(await world.child(id, 'seal')).toMatchObject({ title: '临江改名商贸', form: { firm: '临江改名商贸' } });
    const invoice = await world.child(id, 'invoice');
    expect(invoice.form).toMatchObject({ company: '临江改名商贸' });
    expect(invoice.materials.find(({ code }) => code === 'premises')?.files).toHaveLength(2);
  });

  it('hears of a child that was withdrawn or terminated alone, and ends its children when it is terminated itself', async () => {
    const { id } = await world.accepted(316);
    await world.decide(id, 'licence');
    await world.app.drain();
    const seal = await world.child(id, 'seal');
    const { officer } = world.desks.seal;
    await officer.api.terminateCase({ params: { id: seal.id }, body: { expectedVersion: seal.version, reason: '申请人不再需要' } });
    await world.app.drain();
    expect(await world.states(id)).toMatchObject({ seal: 'ended', card: 'cancelled', invoice: 'open' });
    const { version } = await world.parent(id);
    const chief = world.desks.licence.officer;
    await chief.api.terminateCase({ params: { id }, body: { expectedVersion: version, reason: '企业注销' } });
    await world.app.drain();
    expect(await world.states(id)).toMatchObject({ licence: 'released', invoice: 'ended' });
    expect(await world.child(id, 'invoice')).toMatchObject({ status: 'terminated', endReason: '企业注销' });
  });
});
