import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BundleDesk, BundleWorld } from '../../test/bundle-world.js';
import { createHall } from '../../test/people-factory.js';
import type { TestClient } from '../../test/test-client.js';
import { CommandRunner } from '../platform/index.js';
import { BundleFollower } from './index.js';

let world: BundleWorld;
beforeAll(async () => {
  world = await BundleWorld.start();
});
afterAll(() => world.app.close());

const follow = (id: string) => world.app.get(CommandRunner).runSystem((tx) => world.app.get(BundleFollower).follow(tx, id));
const storyOf = async (key: keyof BundleWorld['desks'], id: string) =>
  (await world.desks[key].officer.api.getCaseEvents({ params: { id } })).items;

/** 刻章备案 and 发票申领 are both at work; 设立登记 lies decided. */
async function bothAtWork(who: number) {
  const { id } = await world.accepted(who);
  await world.decide(id, 'licence');
  await world.app.drain();
  return id;
}

async function reviewOf(parentId: string, key: keyof BundleWorld['desks']): Promise<string> {
  const { route } = await world.child(parentId, key);
  return route.find((step) => step.key === 'review')?.taskId ?? '';
}

/** The review of one child has a field corrected; nobody has followed yet. */
async function correct({ officer }: BundleDesk, taskId: string, key: string, value: string, isClaimed = false): Promise<void> {
  const { id, caseId } = await ask(officer, taskId, [key], isClaimed);
  const row = await officer.api.getCase({ params: { id: caseId } });
  const body = { expectedVersion: row.version, materials: [], fields: { [key]: value } };
  await world.hall.clerk.api.takeInCorrections({ params: { id }, body });
}

/** The review asks for the correction of these fields. */
async function ask({ api }: TestClient, taskId: string, keys: readonly string[], isClaimed = false) {
  const { version } = isClaimed ? await api.getTask({ params: { id: taskId } }) : await api.claimTask({ params: { id: taskId } });
  const { latestOn } = await api.taskCorrections({ params: { id: taskId } });
  const points = keys.map((key) => ({ kind: 'field' as const, key, reason: '与登记不符' }));
  return await api.requestCorrections({ params: { id: taskId }, body: { expectedVersion: version, dueOn: latestOn, points } });
}

describe('a correction in one child of a bundle (R3.3)', () => {
  it('reaches the copies of those at work, marked and told without a value, and never one that is decided', async () => {
    const id = await bothAtWork(331);
    const { officer } = world.desks.invoice;
    const invoiceTask = await reviewOf(id, 'invoice');
    await officer.api.claimTask({ params: { id: invoiceTask } });
    await officer.api.markSeen({ params: { id: invoiceTask } });
    const decided = await world.child(id, 'licence');
    await correct(world.desks.seal, await reviewOf(id, 'seal'), 'firm', '临江改名商贸');
    // The job is delivered again and again, while the other department goes on working.
    const saving = officer.api.saveOpinion({ params: { id: invoiceTask }, body: { points: [], opinion: '核对中' } });
    await Promise.all([follow(id), follow(id), follow(id), saving]);
    await world.app.drain();

    const invoice = await world.child(id, 'invoice');
    expect(invoice).toMatchObject({ form: { company: '临江改名商贸', manager: '陈会计' } });
    const told = (await storyOf('invoice', invoice.id)).filter(({ action }) => action.startsWith('bundle.amend'));
    expect(told.map(({ words, actor }) => [words, actor.name])).toEqual([['刻章备案审查中补正，本件随之改正：公司名称', '系统']]);
    const { changes } = await officer.api.taskBackground({ params: { id: invoiceTask } });
    expect(changes).toEqual([{ part: 'form', key: 'company', title: '公司名称', before: '临江331号商贸', after: '临江改名商贸' }]);
    const [message] = await world.app.database.query<{ n: number; words: string }>(
      `SELECT count(*)::integer AS n, min(words) AS words FROM notification WHERE case_id = $1`,
      [invoice.id],
    );
    expect(message).toEqual({ n: 1, words: expect.stringContaining('刻章备案审查中补正，本件的公司名称随之改正') as unknown });
    const stored = await world.app.database.query<{ data: unknown }>(`SELECT data FROM case_event WHERE case_id = $1`, [invoice.id]);
    expect(JSON.stringify(stored)).not.toContain('改名');

    const after = await world.child(id, 'licence');
    expect(after).toMatchObject({ version: decided.version, form: { company: '临江331号商贸' } });
    expect((await storyOf('licence', decided.id)).filter(({ action }) => action.startsWith('bundle.amend'))).toEqual([]);
    // What was corrected stands in its own case as it was taken in, and nothing is told back to it.
    const seal = await world.child(id, 'seal');
    expect(seal).toMatchObject({ title: '临江改名商贸', form: { firm: '临江改名商贸' } });
    expect((await storyOf('seal', seal.id)).filter(({ action }) => action.startsWith('bundle.amend'))).toEqual([]);

    // A later one comes back the other way, with the title by which the queue knows the case.
    await correct(world.desks.invoice, invoiceTask, 'company', '临江再改商贸', true);
    await world.app.drain();
    expect(await world.child(id, 'seal')).toMatchObject({ form: { firm: '临江再改商贸' } });
    expect(await world.parent(id)).toMatchObject({ title: '临江再改商贸', form: { company: '临江再改商贸' } });
  });

  it('answers what another department had asked for too: the request closes, its clocks run again, and it is decided', async () => {
    const id = await bothAtWork(333);
    const { officer } = world.desks.invoice;
    const taskId = await reviewOf(id, 'invoice');
    const asked = await ask(officer, taskId, ['company']);
    expect(asked.stopsClock).toBe(true);
    await correct(world.desks.seal, await reviewOf(id, 'seal'), 'firm', '临江改名商贸');
    await Promise.all([follow(id), follow(id)]);
    await world.app.drain();

    const [closed] = (await officer.api.taskCorrections({ params: { id: taskId } })).items;
    expect(closed).toMatchObject({ status: 'answered', points: [{ brought: { after: '临江改名商贸' } }], closedBy: null });
    const waiting = (await world.hall.clerk.api.listCorrections()).items.filter((one) => one.id === asked.id);
    expect(waiting).toEqual([]);
    const { procedures } = await officer.api.getCaseClockWork({ params: { id: asked.caseId } });
    expect(procedures).toMatchObject([{ id: asked.id, phase: 'ended', outcome: '补正收齐' }]);
    const told = (await storyOf('invoice', asked.caseId)).filter(({ action }) => action === 'correction.takeIn');
    expect(told.map(({ words, actor }) => [words.split('；')[0], actor.name])).toEqual([['收审查补正：公司名称，收齐', '系统']]);
    const [message] = (await officer.api.myNotifications()).items;
    expect(message?.words).toContain('要求补正的公司名称已有，补正收齐');
    await world.decide(id, 'invoice', 'grant', 'B 柜 12 格', true);
    await world.app.drain();
    expect(await world.states(id)).toMatchObject({ invoice: 'ready' });
  });

  it('answers one of two points and leaves the other awaited', async () => {
    const id = await bothAtWork(334);
    const { officer } = world.desks.invoice;
    const asked = await ask(officer, await reviewOf(id, 'invoice'), ['company', 'manager']);
    await correct(world.desks.seal, await reviewOf(id, 'seal'), 'firm', '临江改名商贸');
    await world.app.drain();
    const { version } = await world.child(id, 'invoice');
    const body = { expectedVersion: version, materials: [], fields: { manager: '林会计' } };
    const whole = await world.hall.clerk.api.takeInCorrections({ params: { id: asked.id }, body });
    expect(whole).toMatchObject({ left: 0, correction: { status: 'answered' } });
  });

  it('is told by the bundle’s one receipt, and taken in at another hall under the bundle’s number (R10.3, 通办)', async () => {
    const id = await bothAtWork(335);
    const { officer } = world.desks.seal;
    const asked = await ask(officer, await reviewOf(id, 'seal'), ['firm']);
    const [stored] = await world.app.database.query<{ token: string }>('SELECT progress_token AS token FROM cases WHERE id = $1', [id]);
    const progress = await world.app.client().api.getProgress({ params: { token: stored?.token ?? '' } });
    expect(progress.ask).toMatchObject({ title: expect.stringContaining('补正 1 项') as unknown, lines: ['刻章备案：公司名称。'] });
    expect(progress.children?.map(({ name, words }) => [name, words])).toEqual([
      ['设立登记', '已准予'],
      ['刻章备案', '等待补正'],
      ['发票申领', '办理中'],
      ['印鉴卡', '等刻章备案办成后开始'],
    ]);

    const { hallId } = await createHall(world.app.database);
    const { api } = await world.hall.staff(['clerk'], { hallId });
    const { caseNo, version } = await world.child(id, 'seal');
    const parent = await world.parent(id);
    const body = { expectedVersion: version, materials: [], fields: { firm: '临江改名商贸' } };
    const takeIn = () => api.takeInCorrections({ params: { id: asked.id }, body });
    await expect(takeIn()).rejects.toMatchObject({ status: 404 });
    await api.getCaseByNo({ params: { caseNo: parent.caseNo ?? '' } });
    expect(await api.awaitedOfCase({ params: { id } })).toMatchObject({
      actions: [{ action: 'bringPapers', allowed: true }],
      corrections: [{ id: asked.id, caseNo, itemName: '刻章备案', fields: [{ key: 'firm' }] }],
    });
    expect(await takeIn()).toMatchObject({ left: 0 });
    expect((await api.awaitedOfCase({ params: { id } })).corrections).toEqual([]);
  });

  it('leaves alone who was decided a moment before, followed or not, and the others in one transaction with the bundle or not at all', async () => {
    const id = await bothAtWork(332);
    const sealTask = await reviewOf(id, 'seal');
    await correct(world.desks.seal, sealTask, 'firm', '临江改名商贸');
    // A kill in the middle leaves neither the bundle nor a child with half of it.
    const killed = world.app.get(CommandRunner).runSystem(async (tx) => {
      await world.app.get(BundleFollower).follow(tx, id);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await world.parent(id)).toMatchObject({ form: { company: '临江332号商贸' } });
    expect(await world.child(id, 'invoice')).toMatchObject({ form: { company: '临江332号商贸' } });
    // Nobody has followed the decision either.
    await world.decide(id, 'invoice');
    await world.app.drain();
    const invoice = await world.child(id, 'invoice');
    expect(invoice).toMatchObject({ decision: 'grant', form: { company: '临江332号商贸' } });
    expect((await storyOf('invoice', invoice.id)).filter(({ action }) => action.startsWith('bundle.amend'))).toEqual([]);
    expect(await world.parent(id)).toMatchObject({ form: { company: '临江改名商贸' } });
  });
});
