import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ALL_BUT_HEALTH, type DeferralHall, openDeferralHall, POOL_PERMIT } from '../../test/deferral-world.js';
import { handIn, person, publishItem, SHOP_FORM } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { CommandRunner } from '../platform/index.js';
import { createDataSource } from '../platform/database/data-source.js';
import { ReleaseUnaskedPapers1764000007310 } from '../platform/database/migrations/release-unasked-papers.js';
import { SCHEMA } from '../schema.js';
import { UnkeptPromises } from './index.js';

let app: TestApp;
let hall: DeferralHall;
let clerk: TestClient;
/** The health certificate is asked for by a field, which a review may have corrected. */
let versionId: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00.000Z');
  hall = await openDeferralHall(app);
  clerk = hall.clerk;
  const materials = POOL_PERMIT.materials.map((one) =>
    one.code === 'health' ? { ...one, necessity: 'conditional' as const, when: { field: 'placeName', equals: SHOP_FORM.placeName } } : one,
  );
  const definition = { ...POOL_PERMIT, materials };
  ({ versionId } = await publishItem(app, { departmentCode: hall.departmentCode, name: '游泳场所卫生许可', definition }));
});
afterAll(() => app.close());

const accept = (id: string, expectedVersion: number) => clerk.api.acceptCase({ params: { id }, body: { expectedVersion } });
const versionOf = async (id: string) => (await clerk.api.getCase({ params: { id } })).version;
const verdictOf = async (id: string, code: string) =>
  (await app.database.query<{ verdict: string }>('SELECT verdict FROM case_material WHERE case_id = $1 AND code = $2', [id, code]))[0]
    ?.verdict;
const promiseOf = async (id: string) =>
  (
    await app.database.query<{ unkept: string | null; settled: boolean }>(
      'SELECT unkept_on AS unkept, settled_at IS NOT NULL AS settled FROM deferred_material WHERE case_id = $1',
      [id],
    )
  )[0];

async function granted(id: string, taskId: string, approver: TestClient): Promise<TestClient> {
  const { version } = await approver.api.getTask({ params: { id: taskId } });
  await approver.api.completeTask({ params: { id: taskId }, body: { expectedVersion: version, opinion: '同意' } });
  const chief = await hall.staff(['chief']);
  await chief.api.decideCase({ params: { id }, body: { expectedVersion: await versionOf(id), decision: 'grant' } });
  return approver;
}

async function claimedReview(id: string): Promise<{ approver: TestClient; taskId: string }> {
  const approver = await hall.staff(['approver']);
  const { route } = await approver.api.getCase({ params: { id } });
  const { id: taskId } = await approver.api.claimTask({
    params: { id: route.find((one) => one.key === 'review')?.taskId ?? '' },
  });
  return { approver, taskId };
}

const issue = async (id: string, approver: TestClient) =>
  approver.api.issueResult({ params: { id }, body: { expectedVersion: await versionOf(id) } });

describe('a paper that was let follow and is not asked for any more', () => {
  it('R4.1 R4.4 is owed by nobody where an answer changed before acceptance, and the granted result goes out', async () => {
    await hall.grade(51, 'A');
    const draft = await hall.draft(51, [...ALL_BUT_HEALTH.filter((code) => code !== 'rules'), 'health'], { air: true });
    const { id } = draft;
    await clerk.api.promiseMaterial({ params: { id, code: 'rules' }, body: {} });
    await clerk.api.deferMaterial({ params: { id, code: 'airReport' }, body: {} });
    const answers = { place: 'bath', air: false };
    const saved = await clerk.api.saveDraft({ params: { id }, body: { expectedVersion: await versionOf(id), answers } });
    await accept(id, saved.version);
    expect([await verdictOf(id, 'airReport'), await verdictOf(id, 'rules')]).toEqual(['missing', 'promised']);
    const { approver, taskId } = await claimedReview(id);
    await granted(id, taskId, approver);
    await expect(issue(id, approver)).resolves.toMatchObject({ status: 'ready' });
  });

  it('R4.4 is owed by nobody where a review had the field corrected that asked for it, and no promise of it is broken', async () => {
    const { id, approver, taskId } = await correctedAway(52);
    expect(await promiseOf(id)).toEqual({ unkept: null, settled: true });
    expect((await clerk.api.listDeferred({ query: {} })).items).toEqual([]);
    const words = (await clerk.api.getCaseEvents({ params: { id } })).items.map((one) => one.words);
    expect(words).toContain('表单改正后不再要求健康证明，不用补交');
    app.clock.set('2026-03-20T02:00:00.000Z');
    await app.get(CommandRunner).runSystem((tx) => app.get(UnkeptPromises).run(tx));
    expect(await promiseOf(id)).toEqual({ unkept: null, settled: true });
    app.clock.set('2026-03-02T01:00:00.000Z');
    await granted(id, taskId, approver);
    await expect(issue(id, approver)).resolves.toMatchObject({ status: 'ready' });
  });

  it('R4.4 is owed once more, by the same day, where a wrong correction was corrected back', async () => {
    const { id, approver, taskId } = await correctedAway(56);
    const { version } = await approver.api.getTask({ params: { id: taskId } });
    const asked = await approver.api.requestCorrections({
      params: { id: taskId },
      body: { expectedVersion: version, dueOn: '2026-03-12', points: [{ kind: 'field', key: 'placeName', reason: '又填错了' }] },
    });
    const fields = { placeName: SHOP_FORM.placeName };
    await clerk.api.takeInCorrections({ params: { id: asked.id }, body: { expectedVersion: await versionOf(id), materials: [], fields } });
    expect([await verdictOf(id, 'health'), await promiseOf(id)]).toEqual(['deferred', { unkept: null, settled: false }]);
    expect((await clerk.api.listDeferred({ query: {} })).items).toMatchObject([{ caseId: id, dueOn: '2026-03-03' }]);
    const words = (await clerk.api.getCaseEvents({ params: { id } })).items.map((one) => one.words);
    expect(words).toContainEqual(expect.stringMatching(/^表单改正后又要求健康证明，/));
    await granted(id, taskId, approver);
    await expect(issue(id, approver)).rejects.toMatchObject({ code: 'case.deferred-open' });
  });

  it('R4.4 stays on record as unkept where its day had passed before, whether the sweep had seen it or not', async () => {
    const { id } = await correctedAway(53, '2026-03-05');
    expect(await promiseOf(id)).toEqual({ unkept: '2026-03-04', settled: true });
  });

  it('R4.3 is taken in all the same where its promise was left open', async () => {
    const { id } = await deferredHealth(54);
    // As cases lie in which the field was corrected before a correction let go of what it no longer asks for.
    await app.database.query(`UPDATE cases SET form = form || '{"placeName": "江北沐浴"}' WHERE id = $1`, [id]);
    const taken = await clerk.api.takeInDeferred({ params: { id, code: 'health' }, body: { verdict: 'qualified' } });
    expect(taken).toMatchObject({ left: 0, material: { code: 'health', required: false, verdict: 'qualified' } });
  });

  it('R4.4 is let go of in cases that were accepted before, and never where a promise of it stands', async () => {
    const [left, owed] = [await deferredHealth(56), await deferredHealth(57)];
    // Accepted as it once was: deferred on the list, and promised by nobody.
    await app.database.query('DELETE FROM deferred_material WHERE case_id = $1', [left.id]);
    const dataSource = await createDataSource({
      schema: SCHEMA,
      url: app.database.ownerUrl,
      poolSize: 1,
      applicationName: 'test',
    }).initialize();
    await new ReleaseUnaskedPapers1764000007310().up(dataSource.createQueryRunner());
    await dataSource.destroy();
    expect([await verdictOf(left.id, 'health'), await verdictOf(owed.id, 'health')]).toEqual(['missing', 'deferred']);
  });

  it('R4.3 no commitment is signed for it', async () => {
    const materials = POOL_PERMIT.materials.map((one) => (one.code === 'airReport' ? { ...one, commitment: '集中空调已检测合格' } : one));
    const item = await publishItem(app, {
      departmentCode: hall.departmentCode,
      name: '公共场所卫生许可',
      definition: { ...POOL_PERMIT, materials },
    });
    const body = { itemVersionId: item.versionId, applicant: person(55), form: SHOP_FORM };
    const { id } = await clerk.api.openDraft({ body: { ...body, answers: { place: 'bath', air: true } } });
    for (const code of [...ALL_BUT_HEALTH, 'health']) await handIn(clerk, id, code);
    await clerk.api.promiseMaterial({ params: { id, code: 'airReport' }, body: {} });
    const answers = { place: 'bath', air: false };
    const saved = await clerk.api.saveDraft({ params: { id }, body: { expectedVersion: await versionOf(id), answers } });
    const accepted = await accept(id, saved.version);
    expect(accepted.notices.map(({ kind }) => kind)).not.toContain('commitment');
    expect(await app.database.query('SELECT code FROM commitment_check WHERE case_id = $1', [id])).toEqual([]);
  });
});

async function deferredHealth(who: number, dueOn?: string): Promise<{ id: string }> {
  await hall.grade(who, 'A');
  const answers = { place: 'bath', air: false };
  const { id } = await clerk.api.openDraft({ body: { itemVersionId: versionId, applicant: person(who), answers, form: SHOP_FORM } });
  for (const code of ALL_BUT_HEALTH) await handIn(clerk, id, code);
  const { version } = await clerk.api.deferMaterial({ params: { id, code: 'health' }, body: { ...(dueOn ? { dueOn } : {}) } });
  await accept(id, version);
  return { id };
}

/** The review has the name corrected, and with it the health certificate is asked for no more; on this day. */
async function correctedAway(who: number, on = '2026-03-02') {
  const { id } = await deferredHealth(who, '2026-03-03');
  const { approver, taskId } = await claimedReview(id);
  const { version } = await approver.api.getTask({ params: { id: taskId } });
  const points = [{ kind: 'field' as const, key: 'placeName', reason: '名称不符' }];
  const asked = await approver.api.requestCorrections({
    params: { id: taskId },
    body: { expectedVersion: version, dueOn: '2026-03-12', points },
  });
  app.clock.set(`${on}T01:00:00.000Z`);
  clerk = await hall.staff(['clerk'], { counterId: hall.counterIds[0] ?? '' });
  const body = { expectedVersion: await versionOf(id), materials: [], fields: { placeName: '江北沐浴' } };
  await clerk.api.takeInCorrections({ params: { id: asked.id }, body });
  return { id, approver, taskId };
}
