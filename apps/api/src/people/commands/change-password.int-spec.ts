import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createStaff, TEST_PASSWORD } from '../../../test/people-factory.js';
import { startApp, type TestApp } from '../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('a change whose answer was lost is the same change when it is asked again, and no wrong password', async () => {
  const { staffNo } = await createStaff(app.database, { roles: ['auditor'] });
  const client = app.client();
  await client.signIn(staffNo, TEST_PASSWORD);
  const lost = { idempotencyKey: randomUUID() };
  const change = (currentPassword: string, newPassword: string) =>
    client.api.changePassword({ body: { currentPassword, newPassword } }, lost);
  for (let times = 0; times < 6; times += 1) expect(await change(TEST_PASSWORD, 'xin-mima-2028')).toEqual({ ok: true });
  // Under its key nothing else goes unchecked.
  await expect(change('wrong', 'xin-mima-2029')).rejects.toMatchObject({ code: 'idempotency.key-reused' });
  await expect(app.client().signIn(staffNo, 'xin-mima-2029')).rejects.toMatchObject({ status: 401 });
  await app.client().signIn(staffNo, 'xin-mima-2028');
});
