import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft, person } from './hall-factory.js';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp({ cryptoSuite: 'sm' });
  hall = await openHall(app);
});
afterAll(() => app.close());

it('takes a case, finds the person again and shows the number, all under SM4 and SM3', async () => {
  const { id } = await acceptedShopCase(hall, 41);
  const { identityNumber, phone } = person(41);
  const [row] = await app.database.query<{ sealed: string; phone: string; form: string }>(
    'SELECT a.identity_sealed AS sealed, a.phone_sealed AS phone, c.form::text AS form FROM cases c JOIN applicant a ON a.id = c.applicant_id WHERE c.id = $1',
    [id],
  );
  expect([row?.sealed.slice(0, 3), row?.phone.slice(0, 3)]).toEqual(['s1.', 's1.']);
  expect(row?.form).toContain('"s1.');
  expect(row?.form).not.toContain(phone);
  const find = async (body: { identityNumber: string } | { phone: string }): Promise<string[]> =>
    (await hall.clerk.api.findCasesByPerson({ body })).items.map((one) => one.id);
  expect(await find({ identityNumber })).toEqual([id]);
  expect(await find({ phone })).toEqual([id]);
  expect(await hall.clerk.api.revealNumber({ params: { id }, body: { field: 'applicantIdentity' } })).toMatchObject({
    value: identityNumber,
  });
  // Nobody is entered twice.
  await openShopDraft(hall, 41);
  expect(await app.database.query('SELECT id FROM applicant')).toHaveLength(1);
});
