import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeferralHall, openDeferralHall, POOL_PERMIT, promiseHealth } from '../../test/deferral-world.js';
import { person, pngFile, publishItem } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';

let app: TestApp;
let hall: DeferralHall;
let elsewhere: TestClient;
let otherHall: string;
let who = 500;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00.000Z');
  hall = await openDeferralHall(app);
  otherHall = (await createHall(app.database)).hallId;
  elsewhere = await hall.staff(['clerk'], { hallId: otherHall });
});
afterAll(() => app.close());

/** An accepted case with its health certificate to follow, of an item that is taken in any hall, or in its own alone. */
async function owing(scope: 'region' | 'hall'): Promise<{ id: string; caseNo: string; who: number }> {
  who += 1;
  const { versionId } = await publishItem(app, {
    departmentCode: hall.departmentCode,
    name: '游泳场所卫生许可（通办）',
    definition: { ...POOL_PERMIT, scope },
  });
  const { id } = await promiseHealth(hall, versionId, who);
  const { caseNo } = await hall.clerk.api.getCase({ params: { id } });
  return { id, caseNo: caseNo ?? '', who };
}
const lookUp = (caseNo: string) => elsewhere.api.getCaseByNo({ params: { caseNo } });
const awaited = (id: string, client = elsewhere) => client.api.awaitedOfCase({ params: { id } });
const takeIn = (id: string) => elsewhere.api.takeInDeferred({ params: { id, code: 'health' }, body: { verdict: 'qualified' } });
const addFile = (id: string) =>
  elsewhere.api.addDeferredFile({ params: { id, code: 'health' } }, { file: pngFile(), fileName: '健康证明.png' });

describe('通办: what an accepted case still waits for', () => {
  it('is brought to any counter of the district by its number, and keeps its promise there', async () => {
    const { id, caseNo } = await owing('region');
    // Nothing is seen, and nothing can be left, before the number was named: the look-up is on record.
    for (const early of [awaited(id), takeIn(id), addFile(id)]) expect(await refusal(early)).toMatchObject({ status: 404 });
    expect((await lookUp(caseNo)).id).toBe(id);
    expect(await awaited(id)).toMatchObject({
      hall: { id: hall.hallId },
      actions: [{ action: 'bringPapers', allowed: true }],
      deferred: [{ caseId: id, code: 'health', materialName: '健康证明', applicantName: '王**' }],
      corrections: [],
    });
    const { file } = await addFile(id);
    expect((await awaited(id)).deferred).toMatchObject([{ files: [{ id: file.id }], arrivedOn: '2026-03-02' }]);
    expect(await takeIn(id)).toMatchObject({ left: 0, material: { verdict: 'qualified' } });
    expect(await awaited(id)).toMatchObject({ deferred: [], corrections: [] });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id } });
    const told = items.find(({ action }) => action === 'takeInDeferred');
    expect(told).toMatchObject({ words: '收容缺材料健康证明：合格', actor: { name: elsewhere.session?.staff.name } });
    expect((await hall.clerk.api.listDeferred({ query: {} })).items).toEqual([]);
  });

  it('goes back to the receiving hall where the item is not taken everywhere, with the reason in words', async () => {
    const { id, caseNo } = await owing('hall');
    await lookUp(caseNo);
    const reason = '本事项的材料由受理的大厅收。请申请人带到受理的大厅。';
    expect(await awaited(id)).toMatchObject({
      actions: [{ action: 'bringPapers', allowed: false, reason }],
      deferred: [{ code: 'health' }],
    });
    for (const here of [takeIn(id), addFile(id)]) {
      expect(await refusal(here)).toEqual({ status: 403, code: 'case.papers-elsewhere', title: reason });
    }
    expect(await awaited(id, hall.clerk)).toMatchObject({ actions: [{ action: 'bringPapers', allowed: true }] });
  });
});

describe('R11 a recorded look-up', () => {
  it('opens the case for the day to who looked it up, by number or by the person, and gives no other right', async () => {
    const [byNo, byPerson] = [await owing('hall'), await owing('hall')];
    const get = (id: string, client = elsewhere) => client.api.getCase({ params: { id } });
    for (const { id } of [byNo, byPerson]) expect(await refusal(get(id))).toMatchObject({ status: 404 });
    await lookUp(byNo.caseNo);
    await elsewhere.api.findCasesByPerson({ body: { identityNumber: person(byPerson.who).identityNumber } });
    for (const { id } of [byNo, byPerson]) {
      const seen = await get(id);
      expect(seen).toMatchObject({ applicantName: '王**', actions: [] });
      expect((await elsewhere.api.getCaseEvents({ params: { id } })).items.length).toBeGreaterThan(0);
      expect(await refusal(elsewhere.api.revealNumber({ params: { id }, body: { field: 'applicantPhone' } }))).toMatchObject({
        status: 403,
      });
      expect(await refusal(elsewhere.api.prefillCase({ params: { id } }))).toMatchObject({ status: 404 });
      expect(await refusal(elsewhere.api.noteCall({ params: { id }, body: { words: '已通知' } }))).toMatchObject({ status: 404 });
      const withdrawal = { expectedVersion: seen.version, reason: '不办了', writtenRequest: true as const };
      expect(await refusal(elsewhere.api.withdrawCase({ params: { id }, body: withdrawal }))).toMatchObject({ status: 404 });
    }
    const colleague = await hall.staff(['clerk'], { hallId: otherHall });
    expect(await refusal(get(byNo.id, colleague))).toMatchObject({ status: 404 });
    app.clock.set('2026-03-03T01:00:00.000Z');
    elsewhere = await hall.staff(['clerk'], { hallId: otherHall });
    expect(await refusal(get(byNo.id))).toMatchObject({ status: 404 });
  });

  it('is over with the day, and every look-up is on the audit trail', async () => {
    const { id, caseNo } = await owing('hall');
    app.clock.set('2026-03-02T15:59:00.000Z');
    elsewhere = await hall.staff(['clerk'], { hallId: otherHall });
    await lookUp(caseNo);
    await lookUp(caseNo);
    expect((await elsewhere.api.getCase({ params: { id } })).id).toBe(id);
    app.clock.set('2026-03-02T16:00:00.000Z');
    expect(await refusal(elsewhere.api.getCase({ params: { id } }))).toMatchObject({ status: 404 });
    const records = await app.database.query(`SELECT 1 FROM audit_entry WHERE action = 'case.looked-up' AND subject_id = $1`, [id]);
    expect(records).toHaveLength(2);
  });
});
