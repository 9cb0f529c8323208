import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_BUT_HEALTH, type DeferralHall, openDeferralHall } from '../../test/deferral-world.js';
import { handIn, openShopDraft, person, SHOP_FORM } from '../../test/hall-factory.js';
import { createDepartment, createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: DeferralHall;
beforeAll(async () => {
  app = await startApp();
  hall = await openDeferralHall(app);
});
afterAll(() => app.close());

const defer = (id: string, code: string, dueOn?: string) =>
  hall.clerk.api.deferMaterial({ params: { id, code }, body: { ...(dueOn === undefined ? {} : { dueOn }) } });
const refusal = (code: string, title: RegExp) => ({ problem: { status: 422, code, title: expect.stringMatching(title) as unknown } });

describe('the quota of a case', () => {
  it('R4.1 is counted live from the grade and the answers, with a reason for every material that can’t be deferred', async () => {
    await hall.grade(1, 'A');
    const { id } = await hall.draft(1, ['identity']);
    const before = await hall.clerk.api.getCaseDeferral({ params: { id } });
    expect(before).toMatchObject({
      credit: { grade: 'A', percent: 30, deferralClosed: false, grades: [{ grade: 'A', gradedOn: '2026-01-05' }] },
      itemAllows: true,
      required: 6,
      quota: 1,
      used: 0,
      latestOn: '2026-03-09',
    });
    const reasons = new Map(before.materials.map(({ code, actions }) => [code, actions.find((one) => one.action === 'defer')?.reason]));
    expect(Object.fromEntries(reasons)).toEqual({
      application: '主件不可',
      identity: '已合格',
      plan: '主件不可',
      report: undefined,
      rules: undefined,
      health: undefined,
      letter: '选交材料，不交即可',
    });
    const { material, deferral } = await defer(id, 'health');
    expect(material).toMatchObject({ verdict: 'deferred', dueOn: '2026-03-09', files: [] });
    expect(deferral).toMatchObject({ used: 1, quota: 1 });
    expect(deferral.materials.find((one) => one.code === 'report')?.actions).toContainEqual({
      action: 'defer',
      allowed: false,
      reason: '额度已用满',
    });
    await expect(defer(id, 'report')).rejects.toMatchObject(refusal('deferral.quota-used', /检测报告不能容缺：额度已用满/));
    const wider = await hall.draft(1, [], { air: true });
    expect(await hall.clerk.api.getCaseDeferral({ params: { id: wider.id } })).toMatchObject({ required: 7, quota: 2 });
  });

  it('R4.1 deferring one material again moves its day and counts once', async () => {
    await hall.grade(2, 'B');
    const { id } = await hall.draft(2);
    await defer(id, 'health');
    const { deferral, material } = await defer(id, 'health', '2026-03-05');
    expect([deferral.used, material.dueOn]).toEqual([1, '2026-03-05']);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id } });
    expect(items.at(-1)?.words).toBe('健康证明：容缺，03-05 前补齐');
  });

  it('R4.1 grade C, no grade, and an item that does not allow it: nothing', async () => {
    await hall.grade(3, 'C');
    const bad = await hall.draft(3);
    await expect(defer(bad.id, 'health')).rejects.toMatchObject(refusal('deferral.quota-used', /C 级不可/));
    const unknown = await hall.draft(4);
    await expect(defer(unknown.id, 'health')).rejects.toMatchObject(refusal('deferral.quota-used', /未评信用等级/));
    const shop = await openShopDraft(hall, 1);
    await expect(defer(shop.id, 'identity')).rejects.toMatchObject(refusal('deferral.item-not-allowed', /本事项不允许/));
    expect(await hall.clerk.api.getCaseDeferral({ params: { id: shop.id } })).toMatchObject({ itemAllows: false });
  });

  it('R4.1 the latest grade counts; the earlier ones stay as history', async () => {
    await hall.grade(5, 'A', '2025-01-05');
    await hall.grade(5, 'C', '2026-02-01');
    const { id } = await hall.draft(5, []);
    const { credit, quota } = await hall.clerk.api.getCaseDeferral({ params: { id } });
    expect([credit?.grade, quota, credit?.grades.map((one) => one.grade)]).toEqual(['C', 0, ['C', 'A']]);
  });

  it('R4.2 R4.3 no key material, no day after the promised limit, none before today, none that lies here or is not asked for', async () => {
    await hall.grade(6, 'A');
    const { id } = await hall.draft(6);
    await expect(defer(id, 'application')).rejects.toMatchObject({ problem: { status: 409, code: 'deferral.already-here' } });
    const bare = await hall.draft(6, []);
    await expect(defer(bare.id, 'plan')).rejects.toMatchObject(refusal('deferral.key-material', /平面图不能容缺：主件不可/));
    await expect(defer(id, 'health', '2026-03-10')).rejects.toMatchObject(refusal('deferral.day-out-of-range', /2026-03-09/));
    await expect(defer(id, 'health', '2026-03-01')).rejects.toMatchObject(refusal('deferral.day-out-of-range', /改补交日/));
    await expect(defer(id, 'letter')).rejects.toMatchObject(refusal('deferral.not-required', /选交/));
    await expect(defer(id, 'airReport')).rejects.toMatchObject({ problem: { status: 404, code: 'material.not-asked' } });
    await expect(defer(id, 'nothing')).rejects.toMatchObject({ problem: { status: 404, code: 'material.not-asked' } });
    const odd = await hall.clerk.raw('PUT', `/api/cases/${id}/materials/health/deferral`, { json: { dueOn: '2026-02-30' } });
    expect(odd).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('R4.3 R10.5 the promised limit of a case taken on paper counts from its true receipt, and so do the days for its deferral', async () => {
    await hall.grade(12, 'A');
    app.clock.set('2026-03-04T02:00:00.000Z');
    const [supervisor, clerk] = [await hall.staff(['supervisor']), await hall.staff(['clerk'])];
    await supervisor.api.registerOutageRange({
      body: { hallId: hall.hallId, prefix: 'LJD', first: 1, last: 9, handedOutOn: '2026-03-02' },
    });
    const paper = { itemVersionId: hall.pool.versionId, outageNo: 'LJD-000001', receivedAt: '2026-03-02T06:30:00.000Z' };
    const { id, version } = await clerk.api.openOutageDraft({ body: paper });
    const content = { applicant: person(12), answers: { place: 'bath', air: false }, form: SHOP_FORM };
    await clerk.api.saveDraft({ params: { id }, body: { expectedVersion: version, ...content } });
    for (const code of ALL_BUT_HEALTH) await handIn(clerk, id, code);
    expect(await clerk.api.getCaseDeferral({ params: { id } })).toMatchObject({ latestOn: '2026-03-09' });
    const late = clerk.api.deferMaterial({ params: { id, code: 'health' }, body: { dueOn: '2026-03-10' } });
    await expect(late).rejects.toMatchObject(refusal('deferral.day-out-of-range', /2026-03-09/));
    const deferred = await clerk.api.deferMaterial({ params: { id, code: 'health' }, body: {} });
    const accepted = await clerk.api.acceptCase({ params: { id }, body: { expectedVersion: deferred.version } });
    expect(accepted.clocks.promised?.due).toBe('2026-03-09');
    app.clock.set('2026-03-02T01:00:00.000Z');
  });

  it('a paper that arrives after all takes the place of its deferral', async () => {
    await hall.grade(7, 'A');
    const { id } = await hall.draft(7);
    await defer(id, 'health');
    const { material } = await handIn(hall.clerk, id, 'health');
    expect(material).toMatchObject({ verdict: 'qualified', dueOn: null });
    expect(await hall.clerk.api.getCaseDeferral({ params: { id } })).toMatchObject({ used: 0 });
  });

  it('is nobody else’s to see or use', async () => {
    const { id } = await hall.draft(7, []);
    const { hallId } = await createHall(app.database);
    const elsewhere = await hall.staff(['clerk'], { hallId });
    expect(await elsewhere.raw('GET', `/api/cases/${id}/deferral`)).toMatchObject({ status: 404 });
    const approver = await hall.staff(['approver']);
    expect(await approver.raw('GET', `/api/cases/${id}/deferral`)).toMatchObject({ status: 403 });
  });
});

describe('告知承诺', () => {
  const promise = (id: string, code: string) => hall.clerk.api.promiseMaterial({ params: { id, code }, body: {} });

  it('stands for a material whose version says what is promised, and for no other', async () => {
    const { id } = await hall.draft(8, []);
    const view = await hall.clerk.api.getCaseDeferral({ params: { id } });
    expect(view.materials.find((one) => one.code === 'rules')).toMatchObject({ commitment: '已建立卫生管理制度并执行' });
    expect((await promise(id, 'rules')).material).toMatchObject({ verdict: 'promised' });
    await expect(promise(id, 'health')).rejects.toMatchObject(refusal('commitment.not-allowed', /本材料不适用/));
    const shop = await openShopDraft(hall, 8);
    await expect(promise(shop.id, 'identity')).rejects.toMatchObject(refusal('commitment.not-allowed', /本事项不允许/));
    const { hindrances } = await hall.clerk.api.getCase({ params: { id } });
    expect(hindrances.some((one) => one.key === 'rules')).toBe(false);
  });

  it('is printed at acceptance with its words, without a notice of deferral', async () => {
    const { id } = await hall.draft(
      8,
      ALL_BUT_HEALTH.filter((code) => code !== 'rules'),
    );
    await handIn(hall.clerk, id, 'health');
    const { version } = await promise(id, 'rules');
    const accepted = await hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
    expect(accepted.notices.map((one) => one.kind)).toEqual(['acceptance', 'commitment']);
    const [notice] = await app.database.query<{ content: { commitments: unknown } }>(
      `SELECT content FROM notice WHERE case_id = $1 AND kind = 'commitment'`,
      [id],
    );
    expect(notice?.content.commitments).toEqual([{ name: '卫生制度', words: '已建立卫生管理制度并执行' }]);
    const [acceptance] = await app.database.query<{ materials: { name: string }[] }>(
      `SELECT content->'materials' AS materials FROM notice WHERE case_id = $1 AND kind = 'acceptance'`,
      [id],
    );
    expect(acceptance?.materials.find(({ name }) => name === '卫生制度')).toEqual({ name: '卫生制度', form: '承诺', copies: null });
  });

  it('is listed for the department until it was checked; untrue stays on the applicant’s record', async () => {
    const promised = async (who: number) => {
      const { id } = await hall.draft(
        who,
        ALL_BUT_HEALTH.filter((code) => code !== 'rules'),
      );
      await handIn(hall.clerk, id, 'health');
      const { version } = await promise(id, 'rules');
      await hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
      return id;
    };
    const [kept, broken] = [await promised(31), await promised(32)];
    const chief = await hall.staff(['chief']);
    const listed = async () => (await chief.api.listCommitments({ query: {} })).items.map(({ caseId }) => caseId);
    expect(await listed()).toEqual(expect.arrayContaining([kept, broken]));
    const check = (id: string, outcome: 'true' | 'untrue', finding = '现场查看', code = 'rules', client = chief) =>
      client.api.checkCommitment({ params: { id, code }, body: { outcome, finding } });
    await expect(check(kept, 'true', ' ')).rejects.toMatchObject({ status: 400, code: 'request.invalid' });
    await expect(check(kept, 'true', '查看', 'health')).rejects.toMatchObject({ status: 404, code: 'commitment.not-found' });
    await expect(check(kept, 'true', '查看', 'rules', hall.clerk)).rejects.toMatchObject({ status: 403 });
    const approver = await hall.staff(['approver']);
    await expect(check(kept, 'true', '查看', 'rules', approver)).rejects.toMatchObject({ status: 403 });
    await expect(approver.api.listCommitments({ query: {} })).rejects.toMatchObject({ status: 403 });
    const stranger = await hall.staff(['chief'], { departmentId: await createDepartment(app.database, '消防救援大队') });
    await expect(check(kept, 'true', '查看', 'rules', stranger)).rejects.toMatchObject({ status: 404 });
    await check(kept, 'true', '制度在墙上');
    await expect(check(kept, 'untrue')).rejects.toMatchObject({ status: 409, code: 'commitment.checked' });
    await check(broken, 'untrue', '没有制度，也没有人负责');
    expect(await listed()).not.toEqual(expect.arrayContaining([kept]));
    const next = await hall.draft(32, []);
    expect((await hall.clerk.api.getCaseDeferral({ params: { id: next.id } })).credit?.untrue).toEqual([
      expect.objectContaining({ materialName: '卫生制度', finding: '没有制度，也没有人负责' }),
    ]);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: broken } });
    expect(items.at(-1)?.words).toBe('卫生制度的承诺核查不实，记入申请人：没有制度，也没有人负责');
  });
});

describe('acceptance with a deferral', () => {
  it('R4.3 prints the notice of deferral and the commitment, numbered in their series, and binds the day', async () => {
    const { id } = await hall.deferred(9, '2026-03-05');
    const detail = await hall.clerk.api.getCase({ params: { id } });
    expect(detail.notices.map((one) => one.kind)).toEqual(['acceptance', 'deferral', 'commitment']);
    expect(new Set(detail.notices.map((one) => one.number)).size).toBe(3);
    expect(detail.materials.find((one) => one.code === 'health')).toMatchObject({ verdict: 'deferred', dueOn: '2026-03-05' });
    const [promise] = await app.database.query('SELECT due_on AS due, promised_on AS made FROM deferred_material WHERE case_id = $1', [id]);
    expect(promise).toEqual({ due: '2026-03-05', made: '2026-03-02' });
  });

  it('R4.1 asks the rule once more: a grade that fell since, or answers that ask for less, hinder it by name', async () => {
    await hall.grade(10, 'A');
    const { id } = await hall.draft(10);
    const { version } = await defer(id, 'health');
    await hall.grade(10, 'C', '2026-03-01');
    const view = await hall.clerk.api.getCaseDeferral({ params: { id } });
    expect(view.materials.find((one) => one.code === 'health')).toMatchObject({ problem: 'C 级不可' });
    await expect(hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } })).rejects.toMatchObject({
      problem: {
        code: 'case.not-acceptable',
        errors: [{ path: 'material.health', message: '健康证明：容缺：C 级不可' }],
      },
    });
  });

  it('a case without deferral has no promise and no such notice', async () => {
    const { id } = await hall.draft(11);
    const { version } = await handIn(hall.clerk, id, 'health');
    const accepted = await hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
    expect(accepted.notices.map((one) => one.kind)).toEqual(['acceptance']);
    expect(await app.database.query('SELECT 1 FROM deferred_material WHERE case_id = $1', [id])).toEqual([]);
  });
});
