import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import { type RedisServer, startRedis } from '../../../test/redis-server.js';
import type { TestClient } from '../../../test/test-client.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import type { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';
import { JOB_QUEUE } from './queue-tokens.js';

describe.each(['postgres', 'redis'] as const)('jobs on %s', (kind) => {
  let redis: RedisServer | undefined;
  let app: ProbeApp;
  let person: TestClient;
  let queue: JobQueue;

  beforeAll(async () => {
    redis = kind === 'redis' ? await startRedis() : undefined;
    app = await startProbeApp({ sessionIdleMinutes: 600, ...(redis ? { redisUrl: redis.url } : {}) });
    person = await app.signedIn();
    queue = app.app.get<JobQueue>(JOB_QUEUE);
  });
  afterAll(async () => {
    await app.close();
    await redis?.stop();
  });
  beforeEach(() => {
    app.log.done = [];
    app.log.tried = 0;
    app.log.failTimes = 0;
  });

  const ask = async (text: string, then: 'job' | 'failing-job' = 'job'): Promise<void> => {
    expect((await person.raw('POST', '/api/probe/notes', { json: { text, then } })).status).toBe(201);
  };
  const messages = (): Promise<
    { id: string; topic: string; payload: { text: string }; processedAt: Date | null; deadAt: Date | null; lastError: string | null }[]
  > =>
    app.database.query(
      `SELECT id, topic, payload, processed_at AS "processedAt", dead_at AS "deadAt", last_error AS "lastError" FROM outbox_message ORDER BY id`,
    );
  const written = async (text: string): Promise<number> =>
    (await app.database.query<{ n: number }>('SELECT count(*) AS n FROM probe_note WHERE text = $1', [text]))[0]?.n ?? -1;

  it('uses the back end that the configuration names', async () => {
    expect((await app.client().raw('GET', '/api/health')).body).toMatchObject({ queue: { kind, status: 'ok' } });
  });

  it('does each job once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => ask(`one-${i}`)));
    await app.drain();
    expect(app.log.done.toSorted()).toEqual(Array.from({ length: 30 }, (_, i) => `one-${i}`).toSorted());
    expect((await messages()).every((message) => message.processedAt !== null)).toBe(true);
    expect(await app.drain()).toBe(0);
  });

  it('does nothing at a redelivery', async () => {
    await ask('again');
    await app.drain();
    const message = (await messages()).find(({ payload }) => payload.text === 'again');
    if (!message) throw new Error('the message is gone');
    await queue.add([message]);
    await app.drain();
    await app.get(JobRunner).work({ id: message.id, name: message.topic, data: message.payload });
    expect(app.log.done).toEqual(['again']);
    expect(await written('job: again')).toBe(1);
  });

  it('does a job once when two workers have it at the same time', async () => {
    await ask('two hands');
    const message = (await messages()).find(({ payload }) => payload.text === 'two hands');
    const job = { id: message?.id, name: 'probe-write', data: message?.payload };
    await Promise.all([1, 2, 3, 4].map(() => app.get(JobRunner).work(job)));
    expect(await written('job: two hands')).toBe(1);
    await app.drain();
    expect(await written('job: two hands')).toBe(1);
  });

  it('repeats what failed, and leaves nothing half-done', async () => {
    app.log.failTimes = 2;
    await ask('later', 'failing-job');
    await app.drain();
    expect([app.log.tried, app.log.done]).toEqual([1, []]);
    expect(await written('half: LATER')).toBe(0);
    await queue.promoteDelayed();
    await app.drain();
    await queue.promoteDelayed();
    await app.drain();
    expect([app.log.tried, app.log.done]).toEqual([3, ['LATER']]);
    expect(await written('half: LATER')).toBe(1);
  });

  it('shows a job that failed for the last time, and sends it again an hour later', async () => {
    app.log.failTimes = Number.POSITIVE_INFINITY;
    await ask('never', 'failing-job');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await app.drain();
      await queue.promoteDelayed();
    }
    const dead = async () => (await messages()).find(({ payload }) => payload.text === 'never');
    expect(await dead()).toMatchObject({ processedAt: null, lastError: 'not yet 8' });
    expect((await dead())?.deadAt).toBeInstanceOf(Date);
    expect((await app.client().raw('GET', '/api/health')).body).toMatchObject({ queue: { deadJobs: 1 } });
    await app.get(OutboxRelay).recoverLost(new Date('2100-01-01T00:00:00Z'));
    expect(await app.drain()).toBe(0);
    app.log.failTimes = 0;
    app.clock.advance({ minutes: 59 });
    await app.sweep();
    expect(await app.drain()).toBe(0);
    app.clock.advance({ minutes: 6 });
    await app.sweep();
    await app.drain();
    expect(app.log.done).toEqual(['NEVER']);
    expect((await app.client().raw('GET', '/api/health')).body).toMatchObject({ queue: { deadJobs: 0 } });
  });

  it('loses nothing when the whole queue is lost', async () => {
    await ask('lost one');
    await ask('lost two');
    const relay = app.get(OutboxRelay);
    expect(await relay.drain()).toBe(2);
    await queue.wipe();
    expect(await app.drain()).toBe(0);
    expect(await relay.recoverLost()).toBe(0);
    app.clock.advance({ minutes: 2 });
    expect(await relay.recoverLost()).toBe(2);
    await app.drain();
    expect(app.log.done.toSorted()).toEqual(['lost one', 'lost two']);
  });

  it('sends nothing twice that still waits in the queue', async () => {
    await ask('patient');
    const relay = app.get(OutboxRelay);
    await relay.drain();
    app.clock.advance({ minutes: 2 });
    expect(await relay.recoverLost()).toBe(0);
    await app.drain();
    expect(app.log.done).toEqual(['patient']);
  });
});
