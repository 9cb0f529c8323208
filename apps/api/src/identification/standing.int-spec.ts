import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCreditCode, makeIdentityNumber } from '@onewindow/domain';
import { type HallAtWork, handIn, openHall, openShopDraft, person } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

const AGENT = makeIdentityNumber('440106', '1988-07-12', 331);

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

describe('who stands there', () => {
  const present = (id: string, expectedVersion: number, identityNumber: string, client = hall.clerk) =>
    client.api.confirmPresence({ params: { id }, body: { expectedVersion, identityNumber, how: 'card' } });

  it('is compared with the applicant, the representative and the agent of the case', async () => {
    const draft = await openShopDraft(hall, 321);
    const mine = await present(draft.id, draft.version, person(321).identityNumber);
    expect(mine.presence).toMatchObject({ who: 'applicant', how: 'card' });
    await expect(present(draft.id, mine.version, AGENT)).rejects.toMatchObject({ status: 422, code: 'case.presence-unknown' });
    await expect(present(draft.id, mine.version, '440106198807123310')).rejects.toMatchObject({
      status: 422,
      code: 'applicant.number-invalid',
    });
    const company = await hall.clerk.api.openDraft({
      body: {
        itemVersionId: hall.shop.versionId,
        applicant: {
          ...{
            kind: 'legal',
            name: '临江悦泉沐浴有限公司',
            identityType: 'creditCode',
            identityNumber: makeCreditCode('91', '440199', 91),
          },
          legalRepresentative: { name: '陈嘉敏', identityNumber: person(322).identityNumber },
        },
      },
    });
    expect((await present(company.id, company.version, person(322).identityNumber)).presence).toMatchObject({ who: 'representative' });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: company.id } });
    expect(items.at(-1)).toMatchObject({ action: 'confirmPresence', words: '法定代表人到场，读卡核对人证' });
    const stranger = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    await expect(present(company.id, company.version, person(322).identityNumber, stranger)).rejects.toMatchObject({ status: 404 });
  });
});

describe('the profile of a case’s applicant', () => {
  it('is read after a reload, recorded, and only in the own hall', async () => {
    const draft = await openShopDraft(hall, 351);
    const profile = await hall.clerk.api.getApplicantProfile({ params: { id: draft.id } });
    expect(profile.earlierCases.map(({ id }) => id)).toEqual([draft.id]);
    const [record] = await app.database.query<{ subject: string; detail: object }>(
      `SELECT subject_id AS subject, detail FROM audit_entry WHERE action = 'applicant.looked-up' ORDER BY id DESC LIMIT 1`,
    );
    expect(record).toEqual({ subject: draft.applicant?.id, detail: { caseId: draft.id } });
    const stranger = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    await expect(stranger.api.getApplicantProfile({ params: { id: draft.id } })).rejects.toMatchObject({ status: 404 });
    const auditor = await hall.staff(['auditor']);
    await expect(auditor.api.getApplicantProfile({ params: { id: draft.id } })).rejects.toMatchObject({ status: 403 });
    const empty = await hall.clerk.api.openDraft({ body: { itemVersionId: hall.shop.versionId } });
    await expect(hall.clerk.api.getApplicantProfile({ params: { id: empty.id } })).rejects.toMatchObject({
      status: 404,
      code: 'case.applicant-missing',
    });
  });

  it('leaves a hall that only hands out without it', async () => {
    const draft = await openShopDraft(hall, 352);
    await handIn(hall.clerk, draft.id, 'application');
    const approver = await hall.staff(['approver']);
    await expect(approver.api.getApplicantProfile({ params: { id: draft.id } })).rejects.toMatchObject({ status: 403 });
  });
});
