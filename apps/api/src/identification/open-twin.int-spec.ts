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
const accept = ({ id, version }: { id: string; version: number }, clerk = hall.clerk) =>
  clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
/** What acceptance answers where only the reason is missing. */
const ASKED_FOR_A_REASON = { status: 422, code: 'case.not-acceptable', problem: { errors: [{ path: 'applicant.duplicate' }] } };
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

  it('takes no number of a person as the reason: by silence nobody is there who could take it out again (R2.4, R10.1)', async () => {
    await acceptedShopCase(hall, 398);
    const second = await completeShopDraft(hall, 398);
    expect(await save(second.id, { duplicateReason: '本人 13800006021 要求' })).toMatchObject({
      status: 422,
      body: { code: 'event.personal-data' },
    });
    expect((await hall.clerk.api.getCase({ params: { id: second.id } })).duplicate).toMatchObject({ reason: null });
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

  it('is found at acceptance too, when both drafts were opened before either was accepted', async () => {
    const [one, other] = [await completeShopDraft(hall, 307), await completeShopDraft(hall, 307)];
    expect([one.duplicate, other.duplicate]).toEqual([null, null]);
    const first = await accept(one);
    await expect(accept(other)).rejects.toMatchObject(ASKED_FOR_A_REASON);
    const seen = await hall.clerk.api.getCase({ params: { id: other.id } });
    expect(seen).toMatchObject({ version: other.version, duplicate: { caseNo: first.caseNo, reason: null } });
    expect(seen.hindrances.map(({ key }) => key)).toEqual(['duplicate']);
    const saved = await save(other.id, { duplicateReason: '另一处经营场所' });
    expect(saved.body).toMatchObject({ duplicate: { caseNo: first.caseNo, reason: '另一处经营场所' }, hindrances: [] });
    const [kept] = await app.database.query<{ beside: string }>('SELECT duplicate_of AS beside FROM cases WHERE id = $1', [other.id]);
    expect(kept).toEqual({ beside: first.caseNo });
    const { version } = await hall.clerk.api.getCase({ params: { id: other.id } });
    const second = await accept({ id: other.id, version });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: other.id } });
    expect(items.find(({ action }) => action === 'accept')?.data).toMatchObject({ duplicateOf: first.caseNo });
    // What was accepted first is not asked anew: it stands beside nothing that was there before it.
    expect((await hall.clerk.api.getCase({ params: { id: one.id } })).duplicate).toBeNull();
    expect(second.duplicate).toEqual({ caseNo: first.caseNo, reason: '另一处经营场所' });
  });

  it('asks for a reason of its own when another one has come up since', async () => {
    const first = await acceptedShopCase(hall, 308);
    const [one, other] = [await completeShopDraft(hall, 308), await completeShopDraft(hall, 308)];
    for (const { id } of [one, other]) await save(id, { duplicateReason: `在 ${first.caseNo ?? ''} 之外` });
    const beside = await accept({ id: one.id, version: one.version + 1 });
    await expect(accept({ id: other.id, version: other.version + 1 })).rejects.toMatchObject(ASKED_FOR_A_REASON);
    expect((await hall.clerk.api.getCase({ params: { id: other.id } })).duplicate).toEqual({ caseNo: beside.caseNo, reason: null });
  });

  it('hinders nobody once it has ended', async () => {
    const first = await acceptedShopCase(hall, 309);
    const draft = await completeShopDraft(hall, 309);
    expect(await hindrances(draft.id)).toEqual(['duplicate']);
    const body = { expectedVersion: first.version, reason: '申请人书面申请', writtenRequest: true as const };
    await hall.clerk.api.withdrawCase({ params: { id: first.id }, body });
    expect(await hindrances(draft.id)).toEqual([]);
    expect((await accept(draft)).duplicate).toBeNull();
  });

  it('is found by one of two acceptances at the very same moment', async () => {
    const colleague = await hall.staff(['clerk']);
    for (const who of [310, 311, 312, 313, 314, 315]) {
      const [one, other] = [await completeShopDraft(hall, who), await completeShopDraft(hall, who)];
      const outcomes = await Promise.allSettled([accept(one), accept(other, colleague)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(refused?.reason).toMatchObject(ASKED_FOR_A_REASON);
    }
  });
});
