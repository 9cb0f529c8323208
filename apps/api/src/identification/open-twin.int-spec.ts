import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptedShopCase,
  completeShopDraft,
  type HallAtWork,
  openHall,
  openShopDraft,
  person,
  publishItem,
  SHOP_FORM,
  SHOP_PERMIT,
} from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

const save = async (id: string, body: object) => {
  const { version } = await hall.clerk.api.getCase({ params: { id } });
  return await hall.clerk.raw('PATCH', `/api/cases/${id}/draft`, { json: { expectedVersion: version, ...body } });
};
const hindrances = async (id: string) => (await hall.clerk.api.getCase({ params: { id } })).hindrances.map(({ key }) => key);

describe('an open case of the same item', () => {
  it('is warned of, hinders acceptance, and is let through with a reason that the event keeps', async () => {
    const first = await acceptedShopCase(hall, 301);
    const second = await completeShopDraft(hall, 301);
    expect(second.duplicate).toEqual({ caseNo: first.caseNo, reason: null });
    expect(await hindrances(second.id)).toEqual(['duplicate']);
    const body = { expectedVersion: second.version };
    await expect(hall.clerk.api.acceptCase({ params: { id: second.id }, body })).rejects.toMatchObject({
      status: 422,
      code: 'case.not-acceptable',
    });
    expect(await save(second.id, { duplicateReason: '   ' })).toMatchObject({ status: 400 });
    expect(await save(second.id, { duplicateReason: '另一处经营场所' })).toMatchObject({ status: 200 });
    const { version } = await hall.clerk.api.getCase({ params: { id: second.id } });
    await hall.clerk.api.acceptCase({ params: { id: second.id }, body: { expectedVersion: version } });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: second.id } });
    const accepted = items.find(({ action }) => action === 'accept');
    expect(accepted?.data).toMatchObject({ duplicateOf: first.caseNo, duplicateReason: '另一处经营场所' });
    expect(accepted?.words).toContain('仍受理：另一处经营场所');
  });

  it('is none when it is another item, another person, or has ended', async () => {
    await acceptedShopCase(hall, 302);
    const another = await publishItem(app, { departmentCode: hall.departmentCode, definition: SHOP_PERMIT, name: '另一事项' });
    const other = await hall.clerk.api.openDraft({
      body: { itemVersionId: another.versionId, applicant: person(302), form: SHOP_FORM },
    });
    expect(other.duplicate).toBeNull();
    expect((await openShopDraft(hall, 303)).duplicate).toBeNull();
    const ended = await acceptedShopCase(hall, 304);
    await hall.clerk.api.withdrawCase({
      params: { id: ended.id },
      body: { expectedVersion: ended.version, reason: '申请人书面申请', writtenRequest: true },
    });
    expect((await openShopDraft(hall, 304)).duplicate).toBeNull();
  });

  it('is found anew when the applicant of the draft is another', async () => {
    const first = await acceptedShopCase(hall, 305);
    const draft = await openShopDraft(hall, 306);
    await save(draft.id, { duplicateReason: '先写的理由' });
    const answer = await save(draft.id, { applicant: person(305) });
    expect(answer.body).toMatchObject({ duplicate: { caseNo: first.caseNo, reason: null } });
    expect((await save(draft.id, { applicant: person(306) })).body).toMatchObject({ duplicate: null });
  });
});
