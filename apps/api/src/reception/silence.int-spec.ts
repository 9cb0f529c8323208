import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { type HallAtWork, handIn, openHall, openShopDraft } from '../../test/hall-factory.js';
import { NOTICE_2027 } from '../../test/notice-2027.js';
import { type RedisServer, startRedis } from '../../test/redis-server.js';
import { startApp, type TestApp, type TestAppOptions } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import type { JobQueue } from '../platform/queues/job-queue.js';
import { JOB_QUEUE } from '../platform/queues/queue-tokens.js';

const LONG_SESSIONS = { sessionIdleMinutes: 1_000_000, sessionHours: 100_000 };

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const BACKENDS: [string, () => TestAppOptions][] = [
  ['PostgreSQL', () => ({})],
  ['Redis', () => ({ redisUrl: redis.url })],
];

describe.each(BACKENDS)('R2.4: five working days of silence, queue on %s', (_name, backend) => {
  let apps: TestApp[];
  let app: TestApp;
  let hall: HallAtWork;
  let supervisor: TestClient;
  beforeEach(async () => {
    app = await startApp({ ...LONG_SESSIONS, ...backend() });
    apps = [app];
    app.clock.set('2026-02-13T02:00:00.000Z');
    hall = await openHall(app);
    supervisor = await hall.staff(['supervisor']);
  });
  afterEach(async () => {
    for (const one of apps.reverse()) await one.close();
  });

  async function received(who: number): Promise<CaseDetail> {
    const draft = await openShopDraft(hall, who);
    return await hall.clerk.api.receiveCase({ params: { id: draft.id }, body: { expectedVersion: draft.version } });
  }
  const now = (id: string) => hall.clerk.api.getCase({ params: { id } });
  async function passTime(instant: string): Promise<void> {
    app.clock.set(instant);
    await app.sweep();
    await app.drain();
  }

  it('shows the fuse while it burns, and accepts on the day after, dated to the receipt, with a notice and word to the supervisor', async () => {
    const silent = await received(1);
    expect(silent.fuse).toMatchObject({ due: '2026-02-27', remaining: 5, light: 'green' });
    // 2026-02-27 23:59 in Shanghai is still the last day.
    await passTime('2026-02-27T15:59:00.000Z');
    expect(await now(silent.id)).toMatchObject({ status: 'received', fuse: { remaining: 0, light: 'yellow' } });
    await passTime('2026-02-27T16:11:00.000Z');
    const accepted = await now(silent.id);
    expect(accepted).toMatchObject({
      status: 'accepted',
      deemed: true,
      fuse: null,
      acceptedOn: '2026-02-13',
      clocks: { promised: { due: '2026-02-27' }, statutory: { due: '2026-03-19' } },
    });
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance']);
    expect(accepted.notices.at(-1)?.fileId).not.toBeNull();
    expect(accepted.route.map(({ status }) => status)).toEqual(['pooled', 'waiting']);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: silent.id } });
    expect(items.find(({ action }) => action === 'accept')).toMatchObject({
      words: '逾期未告知，视为受理，承诺 02-27 前办结',
      actor: { name: '系统', staffNo: null },
    });
    expect((await supervisor.api.myNotifications()).items.map(({ words }) => words)).toEqual([
      '公共场所卫生许可 临江悦泉沐浴：收件后五个工作日内没有答复，依法视为自 02-13 受理。',
    ]);
    expect(await supervisor.api.listDeemed()).toMatchObject({
      total: 1,
      items: [{ caseId: silent.id, receivedOn: '2026-02-13', fuseOn: '2026-02-27' }],
    });
    // A message knows its case: it is found wherever it stands in the list, and another case is not.
    const deemedOf = async (caseId: string) => (await supervisor.api.listDeemed({ query: { caseId } })).items.map((one) => one.caseId);
    expect(await deemedOf(silent.id)).toEqual([silent.id]);
    expect(await deemedOf((await received(2)).id)).toEqual([]);
  });

  it('is found after ten days of standstill and with the queue wiped, once by several workers, dated to the receipt', async () => {
    const silent = await Promise.all([2, 3, 4].map(received));
    // The worker is off: nothing sweeps, nothing is done.
    app.clock.set('2026-03-09T02:00:00.000Z');
    const second = await startApp({ ...LONG_SESSIONS, ...backend(), database: app.database, clock: app.clock });
    apps.push(second);
    expect((await app.sweep()).includes('find-silent-cases')).toBe(true);
    expect((await second.sweep()).includes('find-silent-cases')).toBe(false);
    await app.get(OutboxRelay).drain();
    await app.get<JobQueue>(JOB_QUEUE as never).wipe();
    app.clock.advance({ minutes: 15 });
    // The jobs are on their way, as far as the database knows: no second ones are made.
    await second.sweep();
    expect(await app.get(OutboxRelay).recoverLost()).toBeGreaterThanOrEqual(3);
    await Promise.all([app.drain(), second.drain()]);
    for (const { id } of silent) {
      const late = await now(id);
      expect(late).toMatchObject({ status: 'accepted', acceptedOn: '2026-02-13', deemed: true });
      // The step began when silence had accepted, on 02-28, whenever somebody wrote that down.
      expect(late.route[0]?.clock).toMatchObject({ due: '2026-03-04', remaining: -3 });
      const { items } = await hall.clerk.api.getCaseEvents({ params: { id } });
      expect(items.filter(({ action }) => action === 'accept')).toHaveLength(1);
    }
    expect((await supervisor.api.myNotifications()).items).toHaveLength(3);
    const jobs = await app.database.query(`SELECT 1 FROM outbox_message WHERE topic = 'accept-silent-case'`);
    expect(jobs).toHaveLength(3);
  });

  it('leaves alone what was answered: accepted, declined, or told what is missing (R2.7)', async () => {
    const told = await received(5);
    const declined = await received(6);
    const body = (detail: CaseDetail) => ({ params: { id: detail.id }, body: { expectedVersion: detail.version } });
    expect(await hall.clerk.api.supplementCase(body(told))).toMatchObject({ status: 'supplementing', fuse: null });
    await hall.clerk.api.declineCase({ ...body(declined), body: { expectedVersion: declined.version, reason: '不归本机关' } });
    await passTime('2026-04-01T02:00:00.000Z');
    expect(await now(told.id)).toMatchObject({ status: 'supplementing', deemed: false });
    expect(await now(declined.id)).toMatchObject({ status: 'declined' });
    expect(await supervisor.api.listDeemed()).toMatchObject({ total: 0 });
  });

  it('has accepted from the day after, whoever writes it down: asking and declining come too late, an acceptance by hand keeps the law’s days', async () => {
    const silent = await received(7);
    const expectedVersion = silent.version;
    app.clock.set('2026-03-09T02:00:00.000Z');
    const params = { id: silent.id };
    const late = { status: 409, code: 'case.silence-accepted', title: expect.stringContaining('自 02-13 受理') };
    const { actions } = await now(silent.id);
    const said = { allowed: false, reason: expect.stringContaining('告知期 02-27 届满，依法视为自 02-13 受理，不能再要求补正或不予受理') };
    expect(actions).toMatchObject([{}, { action: 'supplement', ...said }, {}, {}, { action: 'decline', ...said }, {}, {}, {}]);
    expect(await refusal(hall.clerk.api.supplementCase({ params, body: { expectedVersion } }))).toMatchObject(late);
    expect(await refusal(hall.clerk.api.declineCase({ params, body: { expectedVersion, reason: '不归本机关' } }))).toMatchObject(late);
    await handIn(hall.clerk, silent.id, 'application');
    const { version } = await handIn(hall.clerk, silent.id, 'identity');
    // Found by the sweep, and answered before its job comes: the job changes nothing.
    await app.sweep();
    const accepted = await hall.clerk.api.acceptCase({ params, body: { expectedVersion: version } });
    await app.drain();
    expect(accepted).toMatchObject({ acceptedOn: '2026-02-13', deemed: true, route: [{ clock: { due: '2026-03-04' } }, {}] });
    expect(await now(silent.id)).toMatchObject({ status: 'accepted', version: accepted.version });
    // The supervisor hears of it whoever wrote it down, and once.
    expect((await supervisor.api.myNotifications()).items.map(({ words }) => words)).toEqual([
      '公共场所卫生许可 临江悦泉沐浴：收件后五个工作日内没有答复，依法视为自 02-13 受理。',
    ]);
  });

  it('R1.2 accepts nothing by a guessed calendar: the agency may still answer until the true day, which counts once the notice is in', async () => {
    app.clock.set('2026-12-25T02:00:00.000Z');
    const admin = await hall.staff(['system_admin']);
    const [silent, told] = [await received(8), await received(9)];
    expect(silent.fuse).toMatchObject({ due: '2027-01-01', provisional: true });
    await passTime('2027-01-02T02:00:00.000Z');
    // Not red: nothing is over by a guessed day.
    expect(await now(silent.id)).toMatchObject({ status: 'received', fuse: { light: 'yellow', provisional: true } });
    const answer = await hall.clerk.api.declineCase({
      params: { id: told.id },
      body: { expectedVersion: told.version, reason: '不归本机关' },
    });
    expect(answer.status).toBe('declined');
    await admin.api.loadCalendarNotice({ params: { year: 2027 }, body: { text: NOTICE_2027, source: '国办', expectedVersion: 0 } });
    await app.drain();
    await passTime('2027-01-04T02:00:00.000Z');
    expect(await now(silent.id)).toMatchObject({ status: 'received', fuse: { due: '2027-01-04', provisional: false } });
    await passTime('2027-01-05T02:00:00.000Z');
    expect(await now(silent.id)).toMatchObject({ status: 'accepted', acceptedOn: '2026-12-25', deemed: true });
  });
});
