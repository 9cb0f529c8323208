import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HallAtWork, handIn, openHall, person, SHOP_FORM } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';

let app: TestApp;
let hall: HallAtWork;
let admin: TestClient;
let supervisor: TestClient;
beforeAll(async () => {
  // One of the tests looks a week ahead.
  app = await startApp({ sessionIdleMinutes: 100_000, sessionHours: 10_000 });
  app.clock.set('2026-03-04T02:00:00.000Z');
  hall = await openHall(app);
  admin = await hall.staff(['system_admin']);
  supervisor = await hall.staff(['supervisor']);
});
afterAll(async () => {
  await app.close();
});

const range = (change: object = {}) => ({ hallId: hall.hallId, prefix: 'LJT', first: 1, last: 200, handedOutOn: '2026-03-02', ...change });
const register = (change: object = {}, client = admin) => client.api.registerOutageRange({ body: range(change) });
const enter = (outageNo: string, receivedAt = '2026-03-02T06:30:00.000Z', client = hall.clerk) =>
  client.api.openOutageDraft({ body: { itemVersionId: hall.shop.versionId, outageNo, receivedAt } });

describe('ranges of numbered paper (R10.5)', () => {
  it('are registered by the administrator or the supervisor, for a hall, and no number twice', async () => {
    expect(await register()).toMatchObject({ firstNo: 'LJT-000001', lastNo: 'LJT-000200', used: 0, hall: { id: hall.hallId } });
    expect(await register({ first: 201, last: 300 }, supervisor)).toMatchObject({ firstNo: 'LJT-000201' });
    const elsewhere = await createHall(app.database);
    expect(await refusal(register({ hallId: elsewhere.hallId, first: 150, last: 160 }))).toMatchObject({
      status: 422,
      code: 'outage.range-overlaps',
      title: '和临江区政务服务中心的号段 LJT-000001 至 LJT-000200 重复。换一段号。',
    });
    expect(await refusal(register({ prefix: 'LJT', first: 301, last: 400, handedOutOn: '2026-03-05' }))).toMatchObject({
      status: 422,
      code: 'outage.range-in-future',
    });
    expect(await refusal(register({ first: 500, last: 400 }))).toMatchObject({ status: 400 });
    expect(await refusal(register({ prefix: 'ljt' }))).toMatchObject({ status: 400 });
    expect(await refusal(register({ hallId: hall.departmentId }))).toMatchObject({ status: 404, code: 'outage.hall-unknown' });
    expect(await refusal(register({ first: 900, last: 901 }, hall.clerk))).toMatchObject({ status: 403 });
    expect((await hall.clerk.api.listOutageRanges()).items.map(({ firstNo }) => firstNo)).toEqual(['LJT-000001', 'LJT-000201']);
  });

  it('two registrations of one range at once: one wins', async () => {
    const both = await Promise.allSettled([register({ prefix: 'TWO' }), register({ prefix: 'TWO' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('entering a case that was taken on paper', () => {
  it('is received at the true time, says so everywhere, and its clocks run from then', async () => {
    const draft = await enter('ljt1');
    expect(draft).toMatchObject({ status: 'draft', outageNo: 'LJT-000001', outageAt: '2026-03-02T06:30:00.000Z', receivedAt: null });
    const filled = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: draft.version, applicant: person(301), answers: { place: 'bath', air: false }, form: SHOP_FORM },
    });
    await handIn(hall.clerk, filled.id, 'application');
    const { version } = await handIn(hall.clerk, filled.id, 'identity');
    const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    expect(accepted).toMatchObject({
      status: 'accepted',
      outageNo: 'LJT-000001',
      receivedAt: '2026-03-02T06:30:00.000Z',
      acceptedOn: '2026-03-02',
      clocks: { promised: { due: '2026-03-09' } },
    });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: draft.id } });
    expect(items[0]?.words).toBe('按纸质单 LJT-000001 补录公共场所卫生许可');
    expect(items.find(({ action }) => action === 'receive')?.words).toMatch(/^停机补录，编号 .*，纸质单 LJT-000001，03-02 14:30 收件$/);
    const listed = await hall.clerk.api.searchCases({ query: { from: '2026-03-02', to: '2026-03-02' } });
    expect(listed.items.map(({ outageNo }) => outageNo)).toEqual(['LJT-000001']);
    const found = await hall.clerk.api.searchCases({ query: { q: 'ljt1' } });
    expect(found.items.map(({ id }) => id)).toEqual([draft.id]);
    const [range] = (await hall.clerk.api.listOutageRanges()).items;
    expect(range).toMatchObject({ used: 1, opens: true });
    const behind = async (q: string) => (await hall.clerk.api.searchCases({ query: { q } })).items.map(({ outageNo }) => outageNo);
    expect(await behind(`${range?.firstNo} 至 ${range?.lastNo}`)).toEqual(['LJT-000001']);
    expect(await behind('LJT-000002~LJT-000200')).toEqual([]);
    expect(await behind('LJT-000200至LJT-000001')).toEqual([]);
  });

  it('the receipt bears the true day, and the five-day fuse burns from it', async () => {
    const draft = await enter('LJT-000002', '2026-03-02T01:00:00.000Z');
    const filled = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: draft.version, applicant: person(302) },
    });
    const received = await hall.clerk.api.receiveCase({ params: { id: draft.id }, body: { expectedVersion: filled.version } });
    expect(received).toMatchObject({ status: 'received', fuse: { due: '2026-03-09' }, notices: [{ kind: 'receipt' }] });
    const [notice] = await app.database.query<{ content: { receivedOn: string; outageNo: string } }>(
      `SELECT content FROM notice WHERE case_id = $1`,
      [draft.id],
    );
    expect(notice?.content).toMatchObject({ receivedOn: '2026-03-02', outageNo: 'LJT-000002' });
  });

  it('entered after its five days, is asked for papers as it is entered, or accepted by silence, and nothing between (R2.4, R2.7)', async () => {
    app.clock.set('2026-03-11T02:00:00.000Z');
    const late = async (outageNo: string, who: number) => {
      const { id, version } = await enter(outageNo, '2026-03-02T01:00:00.000Z');
      return await hall.clerk.api.saveDraft({ params: { id }, body: { expectedVersion: version, applicant: person(who) } });
    };
    const asked = await late('LJT-000004', 304);
    const ask = ({ id, version }: { id: string; version: number }) =>
      hall.clerk.api.supplementCase({ params: { id }, body: { expectedVersion: version } });
    expect(await ask(asked)).toMatchObject({ status: 'supplementing' });
    const silent = await late('LJT-000005', 305);
    const received = await hall.clerk.api.receiveCase({ params: { id: silent.id }, body: { expectedVersion: silent.version } });
    expect(await refusal(ask(received))).toMatchObject({ status: 409, code: 'case.silence-accepted' });
    await app.sweep();
    await app.drain();
    const now = async ({ id }: { id: string }) => await hall.clerk.api.getCase({ params: { id } });
    expect(await now(silent)).toMatchObject({ status: 'accepted', deemed: true, acceptedOn: '2026-03-02' });
    expect(await now(asked)).toMatchObject({ status: 'supplementing', deemed: false });
    app.clock.set('2026-03-04T02:00:00.000Z');
  });

  it('R2.7 burns its five days while it is a draft, and whoever keeps it and the supervisor hear once that they are over', async () => {
    app.clock.set('2026-03-04T02:00:00.000Z');
    const draft = await enter('LJT-000006', '2026-03-02T01:00:00.000Z');
    expect(draft).toMatchObject({ status: 'draft', fuse: { due: '2026-03-09', remaining: 3, provisional: false } });
    const heard = async (client: TestClient) =>
      (await client.api.myNotifications()).items.map(({ words }) => words).filter((words) => words.includes('LJT-000006'));
    for (const instant of ['2026-03-17T02:00:00.000Z', '2026-03-18T02:00:00.000Z']) {
      app.clock.set(instant);
      await app.sweep();
      await app.drain();
    }
    const words = '公共场所卫生许可 纸质单 LJT-000006：五日告知期 03-09 已满，补录后还没有收件';
    const asked = expect.stringMatching(new RegExp(`^${words}。在.+，.+补录$`));
    expect([await heard(hall.clerk), await heard(supervisor)]).toEqual([[words], [asked]]);
    const late = await hall.clerk.api.getCase({ params: { id: draft.id } });
    expect(late).toMatchObject({ status: 'draft', fuse: { light: 'red' } });
    app.clock.set('2026-03-04T02:00:00.000Z');
  });

  it('refuses a used number, an unknown one, a mistyped one, a time in the future or before the paper was handed out', async () => {
    expect(await refusal(enter('LJT-000001'))).toMatchObject({ status: 409, code: 'outage.number-used' });
    expect(await refusal(enter('LJT-000999'))).toMatchObject({ status: 422, code: 'outage.number-unknown' });
    expect(await refusal(enter('XYZ-000001'))).toMatchObject({ status: 422, code: 'outage.number-unknown' });
    expect(await refusal(enter('abc'))).toMatchObject({ status: 422, code: 'outage.number-malformed' });
    expect(await refusal(enter('LJT-000003', '2026-03-04T02:00:01.000Z'))).toMatchObject({ status: 422, code: 'outage.time-in-future' });
    expect(await refusal(enter('LJT-000003', '2026-03-01T15:59:00.000Z'))).toMatchObject({ status: 422, code: 'outage.time-before-range' });
    expect(await refusal(enter('LJT-000003', 'yesterday'))).toMatchObject({ status: 400 });
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    expect(await refusal(enter('LJT-000003', '2026-03-02T06:30:00.000Z', elsewhere))).toMatchObject({ code: 'outage.number-unknown' });
  });

  it('two clerks with one paper at once make one case; a discarded draft frees its number', async () => {
    const colleague = await hall.staff(['clerk']);
    const both = await Promise.allSettled([enter('LJT-000010'), enter('LJT-000010', undefined, colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const draft = both.find((one) => one.status === 'fulfilled');
    if (draft?.status !== 'fulfilled') throw new Error('neither was entered');
    await hall.clerk.api.discardDraft({ params: { id: draft.value.id } });
    expect(await enter('LJT-000010')).toMatchObject({ outageNo: 'LJT-000010' });
  });
});
