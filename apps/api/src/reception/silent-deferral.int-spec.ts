import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_BUT_HEALTH, type DeferralHall, openDeferralHall, POOL_PERMIT } from '../../test/deferral-world.js';
import { handIn, person, publishItem, SHOP_FORM } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';

const RECEIVED_AT = '2026-03-02T01:00:00.000Z';
/** The fuse burned until 03-09. */
const AFTER_THE_FUSE = '2026-03-10T01:00:00.000Z';

let app: TestApp;
let hall: DeferralHall;
let versionId: string;
beforeAll(async () => {
  app = await startApp({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  app.clock.set(RECEIVED_AT);
  hall = await openDeferralHall(app);
  const materials = POOL_PERMIT.materials.map((one) => (one.code === 'report' ? { ...one, libraryKey: 'water-report' } : one));
  const definition = { ...POOL_PERMIT, promisedLimit: 12, materials };
  ({ versionId } = await publishItem(app, { departmentCode: hall.departmentCode, name: '游泳场所卫生许可', definition }));
});
afterAll(() => app.close());

/** A draft with one paper to follow and one commitment, the rest good. */
async function promisingDraft(who: number, clerk: TestClient, dueOn = '2026-03-16'): Promise<{ id: string; version: number }> {
  await hall.grade(who, 'A');
  const answers = { place: 'bath', air: false };
  const { id } = await clerk.api.openDraft({ body: { itemVersionId: versionId, applicant: person(who), answers, form: SHOP_FORM } });
  for (const code of ALL_BUT_HEALTH) if (code !== 'rules') await handIn(clerk, id, code);
  await clerk.api.promiseMaterial({ params: { id, code: 'rules' }, body: {} });
  const { version } = await clerk.api.deferMaterial({ params: { id, code: 'health' }, body: { dueOn } });
  return { id, version };
}

// Before the silence below moves the clock.
it('R2.5 R4.3 a paper that was asked for and is deferred instead dates the acceptance to that day, and the promise counts from it', async () => {
  const { clerk } = hall;
  await hall.grade(9, 'A');
  const { id } = await hall.draft(9, ['application', 'identity', 'plan', 'report']);
  const read = () => clerk.api.getCase({ params: { id } });
  const now = async () => ({ params: { id }, body: { expectedVersion: (await read()).version } });
  await clerk.api.supplementCase(await now());
  app.clock.set('2026-03-04T01:00:00.000Z');
  await handIn(clerk, id, 'rules');
  expect(await clerk.api.takeInCase(await now())).toMatchObject({ status: 'received' });
  app.clock.set('2026-03-06T01:00:00.000Z');
  const latest = (await clerk.api.getCaseDeferral({ params: { id } })).latestOn ?? '';
  await clerk.api.deferMaterial({ params: { id, code: 'health' }, body: { dueOn: latest } });
  const accepted = await clerk.api.acceptCase(await now());
  expect(accepted).toMatchObject({ status: 'accepted', acceptedOn: '2026-03-06', clocks: { promised: { due: latest } } });
  app.clock.set(RECEIVED_AT);
});

const promisesOf = (id: string) =>
  app.database.query(
    `SELECT code, material_name, applicant_id IS NOT NULL AS bound, hall_id, district_code, promised_on, due_on, arrived_on, settled_at, unkept_on
       FROM deferred_material WHERE case_id = $1 ORDER BY code`,
    [id],
  );
const shelvedFor = async (id: string) =>
  (await app.database.query(`SELECT 1 FROM outbox_message WHERE topic = 'shelve-materials' AND payload->>'caseId' = $1`, [id])).length;

describe('R2.4 and R4: silence accepts a case with papers to follow', () => {
  it('binds the applicant as the counter would have: rows, days and notices; the paper is taken in, an unkept promise is recorded', async () => {
    const { clerk } = hall;
    const [silent, spoken, broken] = [await promisingDraft(1, clerk), await promisingDraft(2, clerk), await promisingDraft(3, clerk)];
    const body = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { expectedVersion: version } });
    await clerk.api.receiveCase(body(silent));
    await clerk.api.receiveCase(body(broken));
    await clerk.api.acceptCase(body(spoken));
    app.clock.set(AFTER_THE_FUSE);
    await app.sweep();
    await app.drain();

    const [bySilence, byClerk] = await Promise.all([silent, spoken].map(({ id }) => clerk.api.getCase({ params: { id } })));
    expect(bySilence).toMatchObject({ status: 'accepted', deemed: true, acceptedOn: '2026-03-02' });
    expect(bySilence?.clocks.promised?.due).toBe(byClerk?.clocks.promised?.due);
    const kinds = bySilence?.notices.map(({ kind }) => kind);
    expect(kinds).toEqual(['receipt', 'acceptance', 'deferral', 'commitment']);
    // The counter accepted a draft at once: its acceptance is the receipt.
    expect(byClerk?.notices.map(({ kind }) => kind)).toEqual(kinds?.slice(1));
    expect(bySilence?.notices.every(({ fileId }) => fileId !== null)).toBe(true);
    const promises = await promisesOf(silent.id);
    expect(promises).toMatchObject([{ code: 'health', bound: true, promised_on: '2026-03-02', due_on: '2026-03-16', unkept_on: null }]);
    expect(promises).toEqual(await promisesOf(spoken.id));
    expect([await shelvedFor(silent.id), await shelvedFor(spoken.id)]).toEqual([1, 1]);

    const taken = await clerk.api.takeInDeferred({ params: { id: silent.id, code: 'health' }, body: { verdict: 'qualified' } });
    expect(taken).toBeDefined();
    expect(await promisesOf(silent.id)).toMatchObject([{ arrived_on: '2026-03-10', unkept_on: null }]);

    app.clock.set('2026-03-17T01:00:00.000Z');
    await app.sweep();
    await app.drain();
    expect(await promisesOf(broken.id)).toMatchObject([{ unkept_on: '2026-03-17', settled_at: null }]);
  });
});

it('R4.3 R4.4 silence binds nobody to a day that is over when it accepts, and bars nobody for it', async () => {
  const { clerk } = hall;
  app.clock.set('2026-03-18T01:00:00.000Z');
  const [over, today] = [await promisingDraft(11, clerk, '2026-03-25'), await promisingDraft(12, clerk, '2026-03-26')];
  for (const { id, version } of [over, today]) await clerk.api.receiveCase({ params: { id }, body: { expectedVersion: version } });
  for (const day of ['2026-03-26T01:00:00.000Z', '2026-03-26T01:30:00.000Z']) {
    app.clock.set(day);
    await app.sweep();
    await app.drain();
  }
  const accepted = await clerk.api.getCase({ params: { id: over.id } });
  expect(accepted).toMatchObject({ status: 'accepted', deemed: true });
  expect(accepted.materials.find(({ code }) => code === 'health')).toMatchObject({ verdict: 'missing', dueOn: null });
  expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance', 'commitment']);
  expect(await promisesOf(over.id)).toEqual([]);
  expect(await promisesOf(today.id)).toMatchObject([{ due_on: '2026-03-26', unkept_on: null }]);
});
