import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTICE_2027 } from '../../test/notice-2027.js';
import { type RedisServer, startRedis } from '../../test/redis-server.js';
import { type PublishedItem, reviewed, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { startApp, type TestApp, type TestAppOptions } from '../../test/start-app.js';
import { refusal } from '../../test/test-client.js';
import { CataloguePublisher } from '../catalogue/index.js';
import { CommandRunner } from '../platform/index.js';
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

describe.each(BACKENDS)('R5.2: silence of a consulted department, queue on %s', (_name, backend) => {
  let world: ReviewWorld;
  let others: TestApp[];
  let silent: PublishedItem;
  beforeAll(async () => {
    others = [];
    world = await startReviewWorld({ ...LONG_SESSIONS, ...backend() });
    silent = world.items.parallel;
    // A Thursday; the fifth working day is Thursday, 2026-10-29.
    world.clock.set('2026-10-22T02:00:00.000Z');
  });
  afterAll(async () => {
    for (const one of others) await one.close();
    await world.close();
  });

  /** A case whose consultation is open, with the parallel review done: only the answer is missing. */
  async function waiting(item = world.items.parallel): Promise<{ id: string; ask: string }> {
    const { id } = await world.accepted(item);
    await reviewed(world, id, 'site');
    const after = await reviewed(world, id, 'plan');
    return { id, ask: taskOf(after, 'ask') };
  }
  const now = (id: string) => world.approver.client.api.getCase({ params: { id } });
  const statuses = async (id: string) => (await now(id)).route.map(({ status }) => status);

  it('is written down late by any of several workers, once, with the queue lost, and dated as the law says', async () => {
    const cases = [await waiting(), await waiting(), await waiting()];
    const paused = await waiting();
    // Stored dates of an overrun pause are renewed at night; the law's day counts before that too.
    const halt = [{ id: paused.id, kind: 'testing', start: '2026-10-26', announcedEnd: '2026-10-30', actualEnd: null }];
    await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [paused.id, JSON.stringify(halt)]);
    world.clock.set('2026-10-29T15:59:00.000Z');
    await world.sweep();
    await world.drain();
    expect(await statuses(cases[0]?.id ?? '')).toEqual(['done', 'done', 'pooled', 'waiting']);

    const { stranger } = world;
    // Taken and half written is not answered.
    await stranger.client.api.claimTask({ params: { id: cases[1]?.ask ?? '' } });
    await stranger.client.api.saveOpinion({ params: { id: cases[1]?.ask ?? '' }, body: { points: [], opinion: '原则上不' } });

    // Nobody works for days; then two workers do at once.
    world.clock.set('2026-11-04T02:00:00.000Z');
    const late = stranger.client.api.answerConsultation({
      params: { id: cases[0]?.ask ?? '' },
      body: { expectedVersion: 2, outcome: 'object', opinion: '不同意' },
    });
    expect(await refusal(late)).toMatchObject({
      status: 409,
      code: 'consultation.silence-counted',
      title: expect.stringContaining('10-30'),
    });
    const second = await startApp({ ...LONG_SESSIONS, ...backend(), database: world.database, clock: world.clock });
    others.push(second);
    const swept = [await world.sweep(), await second.sweep()].filter((names) => names.includes('find-silent-consultations'));
    expect(swept).toHaveLength(1);
    await world.get(OutboxRelay).drain();
    await world.get<JobQueue>(JOB_QUEUE as never).wipe();
    world.clock.advance({ minutes: 15 });
    await second.sweep();
    expect(await world.get(OutboxRelay).recoverLost()).toBeGreaterThanOrEqual(3);
    await Promise.all([world.drain(), second.drain()]);

    for (const { id } of cases) {
      const { route } = await now(id);
      expect(route.map(({ status }) => status)).toEqual(['done', 'done', 'deemed', 'pooled']);
      expect(route[2]).toMatchObject({ outcome: 'deemedNoObjection', finishedAt: '2026-10-29T16:00:00.000Z' });
      // The decision's two days run from the day on which silence counted, Friday 10-30: due Tuesday 11-03.
      expect(route[3]?.clock).toMatchObject({ due: '2026-11-03', remaining: -1 });
      const { items } = await world.clerk.client.api.getCaseEvents({ params: { id } });
      const deemed = items.filter(({ action }) => action === 'task.deem');
      expect(deemed).toMatchObject([
        { words: '征求意见期满未答复，自 10-30 视为无意见（系统记入）', actor: { name: '系统', staffNo: null } },
      ]);
    }
    expect(await statuses(paused.id)).toEqual(['done', 'done', 'pooled', 'waiting']);
    const jobs = await world.database.query(
      `SELECT payload->>'taskId' AS id FROM outbox_message WHERE topic = 'deem-silent-consultation' AND payload->>'taskId' <> $1`,
      [paused.ask],
    );
    expect(jobs).toHaveLength(3);
    const passed = await stranger.client.api.listConsultations({ query: { tab: 'deemed' } });
    expect(passed.items.map(({ opinion }) => opinion)).toEqual(['', '', '']);
    expect(passed.items.map(({ caseId }) => caseId).sort()).toEqual(cases.map(({ id }) => id).sort());
    // Nobody was asked to hurry with what silence had already ended.
    expect((await stranger.client.api.myNotifications()).items.filter(({ words }) => words.includes('征求意见超'))).toEqual([]);
    // The chief decides what silence let through; silence itself never grants.
    const [one] = cases;
    const { version } = await now(one?.id ?? '');
    const decided = await world.chief.client.api.decideCase({
      params: { id: one?.id ?? '' },
      body: { expectedVersion: version, decision: 'grant' },
    });
    expect(decided.status).toBe('decided');
  });

  it('means nothing where the route waits for an answer', async () => {
    const { definition } = world.items.parallel;
    const steps = definition.route.steps.map((step) => (step.kind === 'consultation' ? { ...step, onSilence: 'wait' as const } : step));
    const code = `91350100M000100Y434${'9'.padStart(11, '0')}5`;
    const [lead] = await world.database.query<{ code: string }>('SELECT code FROM department WHERE id = $1', [world.leadId]);
    const item = { code, name: '须有答复的事项', departmentCode: lead?.code ?? '', definition: { ...definition, route: { steps } } };
    const ids = await world.get(CommandRunner).runSystem((tx) => world.get(CataloguePublisher).publish(tx, item));
    world.items.parallel = { ...ids, definition: item.definition };
    world.clock.set('2026-11-09T02:00:00.000Z');
    const { id, ask } = await waiting();
    world.clock.set('2026-11-20T02:00:00.000Z');
    await world.sweep();
    await world.drain();
    expect(await statuses(id)).toEqual(['done', 'done', 'pooled', 'waiting']);
    const row = (await world.stranger.client.api.listConsultations({})).items.find((one) => one.id === ask);
    expect(row).toMatchObject({ silenceOn: null, light: 'red' });
    const answered = await world.stranger.client.api.answerConsultation({
      params: { id: ask },
      body: { expectedVersion: row?.version ?? 0, outcome: 'agree', opinion: '无意见。' },
    });
    expect(answered.status).toBe('done');
    expect(await statuses(id)).toEqual(['done', 'done', 'done', 'pooled']);
  });

  it('never counts against a department before it was asked: a second question in series begins when it is put', async () => {
    world.clock.set('2026-11-23T02:00:00.000Z');
    const steps = world.items.plain.definition.route.steps;
    const [review, decide] = [steps[0], steps.at(-1)];
    if (!review || !decide) throw new Error('The plain item has a review and a decision');
    const question = {
      ...review,
      kind: 'consultation' as const,
      departmentCode: '{other}',
      onSilence: 'deemedNoObjection' as const,
      limit: 3,
    };
    const item = await world.itemWith([
      { ...question, key: 'first', name: '征求意见' },
      { ...question, key: 'second', name: '再征求意见', after: ['first'] },
      { ...decide, after: ['second'] },
    ]);
    const { id } = await world.accepted(item);
    // Nobody works from the fourth day on; the fourth working day after would have been long ago.
    world.clock.set('2026-12-10T02:00:00.000Z');
    for (let run = 0; run < 3; run += 1) {
      await world.sweep();
      await world.drain();
      world.clock.advance({ minutes: 6 });
    }
    const { route } = await now(id);
    expect(route.map(({ status }) => status)).toEqual(['deemed', 'pooled', 'waiting']);
    expect(route[0]?.finishedAt).toBe('2026-11-26T16:00:00.000Z');
    expect(route[1]?.clock).toMatchObject({ due: '2026-12-15', remaining: 3 });
  });

  it('R5.2 an answer given in time is not taken back when its days are over: it could not be given again', async () => {
    world.clock.set('2026-11-23T02:00:00.000Z');
    const { id } = await world.accepted(silent);
    await reviewed(world, id, 'site');
    const ask = taskOf(await now(id), 'ask');
    const { version } = (await world.stranger.client.api.listConsultations({})).items.find((one) => one.id === ask) ?? { version: 0 };
    await world.stranger.client.api.answerConsultation({
      params: { id: ask },
      body: { expectedVersion: version, outcome: 'object', opinion: '消防通道不够宽。' },
    });
    world.clock.set('2026-12-01T02:00:00.000Z');
    expect(await refusal(world.stranger.client.api.retrieveTask({ params: { id: ask } }))).toMatchObject({
      status: 422,
      code: 'task.answer-days-over',
    });
    await world.sweep();
    await world.drain();
    expect((await now(id)).route.find(({ key }) => key === 'ask')).toMatchObject({ status: 'done' });
  });

  it('R5.2 never counts against the department that a refused question goes to before its own days are over', async () => {
    world.clock.set('2026-11-23T02:00:00.000Z');
    const { id, ask } = await waiting(silent);
    const claimed = await world.stranger.client.api.claimTask({ params: { id: ask } });
    const refused = { expectedVersion: claimed.version, reason: '不归本部门' };
    await world.stranger.client.api.refuseTask({ params: { id: ask }, body: refused });
    world.clock.set('2026-12-03T02:00:00.000Z');
    const reroute = (await world.clerk.client.api.listReroutes()).items.find(({ caseId }) => caseId === id);
    await world.clerk.client.api.rerouteTask({ params: { id: reroute?.id ?? '' }, body: { departmentId: world.leadId } });
    await world.sweep();
    await world.drain();
    const { status, clock } = (await now(id)).route.find(({ key }) => key === 'ask') ?? {};
    expect([status, clock?.remaining]).toEqual(['pooled', claimed.clocks.step ? 5 : 0]);
  });

  it('counts after a pause that is over, though no worker has written that down', async () => {
    world.clock.set('2026-11-23T02:00:00.000Z');
    const { id, ask } = await waiting(silent);
    const halt = [{ id, kind: 'testing', start: '2026-11-23', announcedEnd: '2026-11-24', actualEnd: '2026-11-24' }];
    await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [id, JSON.stringify(halt)]);
    await world.database.query(`UPDATE review_task SET paused = true, step_due = '2026-12-01' WHERE id = $1`, [ask]);
    const answer = (expectedVersion: number) =>
      world.stranger.client.api.answerConsultation({ params: { id: ask }, body: { expectedVersion, outcome: 'agree', opinion: '无' } });
    world.clock.set('2026-12-02T02:00:00.000Z');
    expect(await refusal(answer(2))).toMatchObject({ status: 409, code: 'consultation.silence-counted' });
    // A pause that was served on the last day comes too late to stop it, as it does for the worker.
    const late = [{ id, kind: 'testing', start: '2026-12-01', announcedEnd: '2026-12-08', actualEnd: null }];
    await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [id, JSON.stringify(late)]);
    expect(await refusal(answer(2))).toMatchObject({ status: 409, code: 'consultation.silence-counted' });
    await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [id, JSON.stringify(halt)]);
    world.clock.set('2026-12-01T02:00:00.000Z');
    expect(await answer(2)).toMatchObject({ status: 'done' });
  });

  it('R1.2 neither counts nor refuses by a guessed calendar; once the notice is in it counts from the true day', async () => {
    world.clock.set('2026-12-25T02:00:00.000Z');
    const admin = await world.person({ roles: ['system_admin'] });
    const [mute, late] = [await waiting(silent), await waiting(silent)];
    expect((await now(mute.id)).route[2]?.clock).toMatchObject({ due: '2027-01-01', provisional: true });
    world.clock.set('2027-01-02T02:00:00.000Z');
    await world.sweep();
    await world.drain();
    expect(await statuses(mute.id)).toEqual(['done', 'done', 'pooled', 'waiting']);
    const { version } = (await world.stranger.client.api.listConsultations({})).items.find(({ id }) => id === late.ask) ?? { version: 0 };
    await world.stranger.client.api.answerConsultation({
      params: { id: late.ask },
      body: { expectedVersion: version, outcome: 'object', opinion: '消防通道不够宽。' },
    });
    expect(await statuses(late.id)).toEqual(['done', 'done', 'done', 'pooled']);
    await admin.client.api.loadCalendarNotice({ params: { year: 2027 }, body: { text: NOTICE_2027, source: '国办', expectedVersion: 0 } });
    await world.drain();
    expect((await now(mute.id)).route[2]?.clock).toMatchObject({ due: '2027-01-04', provisional: false });
    world.clock.set('2027-01-05T02:00:00.000Z');
    await world.sweep();
    await world.drain();
    expect((await now(mute.id)).route[2]).toMatchObject({ status: 'deemed', finishedAt: '2027-01-04T16:00:00.000Z' });
  });
});
