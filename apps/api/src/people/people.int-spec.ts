import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDepartment, createHall, createStaff, TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { RawAnswer } from '../../test/test-client.js';
import { Sealer, SessionGate } from '../platform/index.js';
import { normalisedPhone } from './index.js';

let app: TestApp;
let hallId: string;
let counterIds: string[];
let departmentId: string;
beforeAll(async () => {
  app = await startApp();
  ({ hallId, counterIds } = await createHall(app.database));
  departmentId = await createDepartment(app.database);
});
afterAll(() => app.close());

const attempt = (name: string, password: string): Promise<RawAnswer> =>
  app.client().raw('POST', '/api/session', { json: { name, password } });
const refusal = async (name: string, password: string): Promise<unknown> => {
  const { status, body } = await attempt(name, password);
  const { code, facts } = body as { code: string; facts: { triesLeft: number } };
  return { status, code, triesLeft: facts.triesLeft };
};

describe('sign-in', () => {
  it('opens a session at a counter', async () => {
    const clerk = await createStaff(app.database, { roles: ['clerk'], hallId, departmentId, name: '陈静' });
    const client = app.client();
    const session = await client.signIn(clerk.staffNo.toLowerCase(), TEST_PASSWORD, counterIds[0]);
    expect(session).toMatchObject({
      staff: { id: clerk.id, name: '陈静', roles: ['clerk'], hall: { id: hallId }, department: { id: departmentId }, regionName: '临江区' },
      counter: { id: counterIds[0], number: 1, hallId },
      lastSignIn: null,
      idleMinutes: 30,
      demonstration: true,
    });
    expect(await client.api.getSession()).toEqual({ ...session, serverTime: expect.any(String) });
    app.clock.advance({ minutes: 5 });
    expect((await app.client().signIn(clerk.staffNo, TEST_PASSWORD)).lastSignIn).toEqual({
      at: '2026-03-02T01:00:00.000Z',
      counterName: '综合窗口',
    });
  });

  it('knows people by telephone number too', async () => {
    const phoneIndex = app.get(Sealer).blindIndex(normalisedPhone('138 0000 1234'), 'staff.phone');
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'], phoneIndex });
    expect((await app.client().signIn('+86 138-0000-1234', TEST_PASSWORD)).staff.staffNo).toBe(staffNo);
  });

  it('gives a cookie that scripts and other sites do not get, and keeps the token nowhere', async () => {
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'] });
    const answer = await attempt(staffNo, TEST_PASSWORD);
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^ow_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /=([\w-]+);/.exec(cookie)?.[1] ?? '';
    const [row] = await app.database.query<{ found: boolean }>(
      `SELECT position($1 IN (SELECT json_agg(s)::text FROM session s)) > 0 AS found`,
      [token],
    );
    expect(row?.found).toBe(false);
  });

  it('counts tries, locks for fifteen minutes after five, and forgets them after a right one', async () => {
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'] });
    expect(await refusal(staffNo, 'wrong')).toEqual({ status: 401, code: 'session.credentials-wrong', triesLeft: 4 });
    expect(await refusal(staffNo, 'wrong')).toMatchObject({ triesLeft: 3 });
    expect((await attempt(staffNo, TEST_PASSWORD)).status).toBe(200);
    for (const triesLeft of [4, 3, 2, 1]) expect(await refusal(staffNo, 'wrong')).toMatchObject({ triesLeft });
    expect(await refusal(staffNo, 'wrong')).toEqual({ status: 403, code: 'session.locked', triesLeft: 0 });
    expect(await refusal(staffNo, TEST_PASSWORD)).toMatchObject({ code: 'session.locked' });
    app.clock.advance({ minutes: 14 });
    expect(await refusal(staffNo, TEST_PASSWORD)).toMatchObject({ code: 'session.locked' });
    app.clock.advance({ minutes: 2 });
    expect(await refusal(staffNo, 'wrong')).toMatchObject({ triesLeft: 4 });
    expect((await attempt(staffNo, TEST_PASSWORD)).status).toBe(200);
  });

  it('does not let parallel guesses outrun the count', async () => {
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'] });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => attempt(staffNo, `guess ${i}`)));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(4);
    expect(answers.filter((answer) => answer.status === 403)).toHaveLength(16);
  });

  it('does not tell unknown names from known ones', async () => {
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'] });
    for (let i = 0; i < 6; i += 1) expect(await refusal('LJ-99999', 'wrong')).toEqual(await refusal(staffNo, 'wrong'));
  });

  it('refuses a counter of another hall, and one that does not exist', async () => {
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'], hallId });
    const elsewhere = await createHall(app.database);
    const signIn = (counterId: string | undefined) => app.client().signIn(staffNo, TEST_PASSWORD, counterId);
    await expect(signIn(elsewhere.counterIds[0])).rejects.toMatchObject({ status: 422, code: 'session.counter-not-yours' });
    await expect(signIn('0190a000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'session.counter-not-yours' });
  });

  it('refuses people who have left', async () => {
    const { staffNo } = await createStaff(app.database, { roles: ['clerk'], active: false });
    expect(await attempt(staffNo, TEST_PASSWORD)).toMatchObject({ status: 403, body: { code: 'session.account-disabled' } });
  });

  it('is recorded, without what was typed', async () => {
    await attempt('110105194912310021', 'top-secret-typed');
    const entries = await app.database.query(`SELECT action, detail::text FROM audit_entry ORDER BY id DESC LIMIT 1`);
    expect(entries).toEqual([{ action: 'session.sign-in-refused', detail: '{"code": "session.credentials-wrong"}' }]);
  });
});

describe('session', () => {
  const signedIn = async (roles: Parameters<typeof createStaff>[1]['roles'] = ['clerk']) => {
    const person = await createStaff(app.database, { roles, hallId });
    const client = app.client();
    await client.signIn(person.staffNo, TEST_PASSWORD);
    return { client, ...person };
  };

  it('ends after thirty idle minutes, and lives on while it is used', async () => {
    const { client } = await signedIn();
    for (let i = 0; i < 4; i += 1) {
      app.clock.advance({ minutes: 29 });
      await client.api.getSession();
    }
    app.clock.advance({ minutes: 31 });
    await expect(client.api.getSession()).rejects.toMatchObject({ status: 401, code: 'session.required' });
  });

  it('ends twelve hours after sign-in, however busy; the next sign-in begins another', async () => {
    const { client, id, staffNo } = await signedIn();
    for (let i = 0; i < 24; i += 1) {
      app.clock.advance({ minutes: 29.9 });
      await client.api.getSession();
    }
    const token = /ow_session=([\w-]+)/.exec(client.cookieHeader)?.[1] ?? '';
    expect(await app.get(SessionGate).isOpen(token)).toBe(true);
    app.clock.advance({ minutes: 3 });
    await expect(client.api.getSession()).rejects.toMatchObject({ status: 401, code: 'session.required' });
    expect(await app.get(SessionGate).isOpen(token)).toBe(false);
    expect(await app.sweep()).toContain('purge-idle-sessions');
    expect(await app.database.query('SELECT 1 FROM session WHERE staff_id = $1', [id])).toEqual([]);
    await client.signIn(staffNo, TEST_PASSWORD);
    expect((await client.api.getSession()).staff.staffNo).toBe(staffNo);
  });

  it('writes its last use at most once a minute', async () => {
    const { client, id } = await signedIn();
    const seen = async () =>
      (await app.database.query<{ at: Date }>('SELECT seen_at AS at FROM session WHERE staff_id = $1', [id]))[0]?.at.getTime() ?? 0;
    const opened = await seen();
    app.clock.advance({ minutes: 0.5 });
    await client.api.getSession();
    expect(await seen()).toBe(opened);
    app.clock.advance({ minutes: 1 });
    await client.api.getSession();
    expect(await seen()).toBe(opened + 90_000);
  });

  it('ends with sign-out, for everybody who holds its cookie', async () => {
    const { client } = await signedIn();
    const headers = { cookie: client.cookieHeader };
    await client.api.signOut();
    expect((await app.client().raw('GET', '/api/session', { headers })).status).toBe(401);
  });

  it('moves to another counter of the hall', async () => {
    const { client } = await signedIn();
    const session = await client.api.chooseCounter({ body: { counterId: counterIds[1] ?? '' } });
    expect(session.counter?.id).toBe(counterIds[1]);
    expect((await client.api.getSession()).counter?.number).toBe(2);
    expect(await app.database.query(`SELECT 1 FROM idempotency_key WHERE answer::text LIKE '%csrf%'`)).toHaveLength(0);
  });

  it('is unlocked by the password; wrong ones count, and the fifth ends it', async () => {
    const { client } = await signedIn();
    await client.api.unlock({ body: { password: TEST_PASSWORD } });
    for (const triesLeft of [4, 3, 2, 1]) {
      const wrong = client.api.unlock({ body: { password: 'wrong' } });
      const title = `密码不对，还可以试 ${triesLeft} 次，之后锁定 15 分钟。`;
      await expect(wrong).rejects.toMatchObject({ status: 422, problem: { code: 'session.password-wrong', title, facts: { triesLeft } } });
    }
    await expect(client.api.unlock({ body: { password: 'wrong' } })).rejects.toMatchObject({ code: 'session.locked' });
    await expect(client.api.getSession()).rejects.toMatchObject({ status: 401 });
    app.clock.advance({ minutes: 20 });
  });

  it('survives a change of password that ends all others', async () => {
    const { client, staffNo } = await signedIn();
    const other = app.client();
    await other.signIn(staffNo, TEST_PASSWORD);
    const change = (currentPassword: string, newPassword: string) => client.api.changePassword({ body: { currentPassword, newPassword } });
    await expect(change('wrong', 'xin-mima-2027')).rejects.toMatchObject({ status: 422, code: 'session.password-wrong' });
    await expect(change(TEST_PASSWORD, TEST_PASSWORD)).rejects.toMatchObject({ code: 'password.unchanged' });
    await expect(change(TEST_PASSWORD, 'short1')).rejects.toMatchObject({ status: 400 });
    await change(TEST_PASSWORD, 'xin-mima-2027');
    await client.api.getSession();
    await expect(other.api.getSession()).rejects.toMatchObject({ status: 401 });
    expect((await attempt(staffNo, TEST_PASSWORD)).status).toBe(401);
    expect((await attempt(staffNo, 'xin-mima-2027')).status).toBe(200);
  });

  it('that is idle is swept away', async () => {
    const { id } = await signedIn();
    app.clock.advance({ hours: 2 });
    expect(await app.sweep()).toContain('purge-idle-sessions');
    expect(await app.database.query('SELECT 1 FROM session WHERE staff_id = $1', [id])).toHaveLength(0);
  });
});

describe('security administrator', () => {
  const admin = async () => {
    const person = await createStaff(app.database, { roles: ['security_admin'] });
    const client = app.client();
    await client.signIn(person.staffNo, TEST_PASSWORD);
    return { client, ...person };
  };

  it('resets a password: shown once, kept nowhere, to be changed before anything else', async () => {
    const { client } = await admin();
    const clerk = await createStaff(app.database, { roles: ['security_admin'] });
    const before = app.client();
    await before.signIn(clerk.staffNo, TEST_PASSWORD);
    const idempotencyKey = '0190a000-0000-7000-8000-0000000000aa';
    const { password } = await client.api.resetPassword({ params: { id: clerk.id } }, { idempotencyKey });
    expect(password).toMatch(/^[a-z]{4}-\d{4}-[a-z]{4}$/);
    expect(await client.api.resetPassword({ params: { id: clerk.id } }, { idempotencyKey })).toEqual({ password });
    const kept = await app.database.query<{ answer: string }>('SELECT answer::text FROM idempotency_key WHERE key = $1', [idempotencyKey]);
    expect(kept).toEqual([{ answer: 'null' }]);
    await expect(before.api.getSession()).rejects.toMatchObject({ status: 401 });
    const after = app.client();
    expect((await after.signIn(clerk.staffNo, password)).staff.mustChangePassword).toBe(true);
    await expect(after.api.listStaff()).rejects.toMatchObject({ status: 403, code: 'session.password-change-required' });
    await after.api.changePassword({ body: { currentPassword: password, newPassword: 'quanxin-mima-1' } });
    expect((await after.api.listStaff()).items.length).toBeGreaterThan(0);
  });

  it('puts people out at once, but not themselves', async () => {
    const { client, id } = await admin();
    const clerk = await createStaff(app.database, { roles: ['clerk'] });
    const theirs = app.client();
    await theirs.signIn(clerk.staffNo, TEST_PASSWORD);
    // R10.1: the reason stays in the audit trail for good.
    const told = { params: { id: clerk.id }, body: { active: false, reason: '调离，有事打 138 1234 6021' } };
    await expect(client.api.setStaffActive(told)).rejects.toMatchObject({ status: 422, code: 'event.personal-data' });
    expect(await client.api.setStaffActive({ params: { id: clerk.id }, body: { active: false, reason: '调离' } })).toMatchObject({
      active: false,
    });
    await expect(theirs.api.getSession()).rejects.toMatchObject({ status: 401 });
    await expect(client.api.setStaffActive({ params: { id }, body: { active: false } })).rejects.toMatchObject({
      status: 422,
      code: 'staff.own-account',
    });
    const nobody = { id: '0190a000-0000-7000-8000-000000000000' };
    await expect(client.api.resetPassword({ params: nobody })).rejects.toMatchObject({ status: 404, code: 'staff.not-found' });
    await expect(client.api.setStaffActive({ params: nobody, body: { active: true } })).rejects.toMatchObject({ status: 404 });
  });

  it('pages through the staff', async () => {
    const { client } = await admin();
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await client.api.listStaff({ query: { limit: 3, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map((person) => person.staffNo));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const all = await app.database.query<{ no: string }>('SELECT staff_no AS no FROM staff ORDER BY staff_no');
    expect(seen).toEqual(all.map(({ no }) => no));
    expect((await client.api.listStaff({ query: { q: '陈静' } })).items).toHaveLength(1);
    await expect(client.api.listStaff({ query: { cursor: 'nonsense' } })).rejects.toMatchObject({ status: 400 });
  });

  it('reads the audit trail in words', async () => {
    const { client } = await admin();
    const page = await client.api.listAudit({ query: { action: 'staff.deactivated' } });
    expect(page.items[0]).toMatchObject({
      action: 'staff.deactivated',
      words: '停用账号',
      about: expect.stringMatching(/^\S+ \S+$/),
      ip: '127.0.0.1',
      actorName: expect.any(String),
    });
  });
});

describe('the page before sign-in', () => {
  it('lists counters, and the demonstration accounts only in a demonstration', async () => {
    await app.database.query(`UPDATE staff SET demonstration = true, demonstration_duty = '窗口受理' WHERE name = '陈静'`);
    const page = await app.client().api.signInPage();
    expect(page.counters.map((counter) => counter.number)).toEqual([1, 2, 1, 2]);
    expect(page.demonstrationAccounts).toEqual([expect.objectContaining({ name: '陈静', duty: '窗口受理' })]);
    expect(page).toMatchObject({ announcement: null, helpDesk: '信息科 内线 6120，8:30–18:00' });
    expect(JSON.stringify(page)).not.toContain('lastSignIn');
    const real = await startApp({ database: app.database, clock: app.clock, demonstration: false });
    expect(await real.client().api.signInPage()).toMatchObject({ demonstrationAccounts: [], helpDesk: null });
    await real.close();
  });
});
