import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApp, type TestApp } from '../../test/start-app.js';
import { createAdministrator } from './administrator.js';

let app: TestApp;
let client: pg.Client;
beforeAll(async () => {
  app = await startApp({ demonstration: false });
  client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await app.close();
});

const create = (staffNo: string, regionCode?: string) =>
  createAdministrator(client, { staffNo, name: '张三', regionCode, regionName: '望江区' });
const rows = async (table: string): Promise<number> => (await app.database.query(`SELECT 1 FROM ${table}`)).length;

describe('admin:create on an empty installation', () => {
  it('asks for the district, and makes only a district', async () => {
    await expect(create('WJ-00001')).rejects.toThrow(/库里还没有区划/);
    await expect(create('WJ-00001', '440188001')).rejects.toThrow(/没有区划 440188001/);
    expect(await rows('staff')).toBe(0);
    expect(await rows('region')).toBe(0);
  });

  it('makes an administrator who has to change the password that was shown', async () => {
    const { password, region } = await create('WJ-00001', '440188');
    expect(region).toEqual({ code: '440188', name: '望江区' });
    const person = app.client();
    const session = await person.signIn('WJ-00001', password);
    expect(session.staff).toMatchObject({ roles: ['system_admin', 'security_admin'], mustChangePassword: true, regionName: '望江区' });
    await expect(person.api.listStaff({ query: {} })).rejects.toMatchObject({ status: 403, code: 'session.password-change-required' });
    await person.api.changePassword({ body: { currentPassword: password, newPassword: 'xin-de-mima-2026' } });
    expect((await person.api.listStaff({ query: {} })).items.map((one) => one.staffNo)).toEqual(['WJ-00001']);
    expect((await person.api.listAudit({ query: { action: 'staff.created' } })).items).toMatchObject([{ words: '建立账号' }]);
  });

  it('adds another to the district that is there, and refuses a staff number that is taken', async () => {
    expect((await create('WJ-00002')).region.code).toBe('440188');
    await expect(create('WJ-00002')).rejects.toThrow(/工号 WJ-00002 已经有人/);
    expect(await rows('staff')).toBe(2);
  });
});
