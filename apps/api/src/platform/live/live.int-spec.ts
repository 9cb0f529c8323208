import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHall, createStaff, TEST_PASSWORD } from '../../../test/people-factory.js';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import type { TestClient } from '../../../test/test-client.js';
import { CommandRunner } from '../commands/command-runner.js';

let first: ProbeApp;
let second: TestApp;
beforeAll(async () => {
  first = await startProbeApp();
  second = await startApp({ database: first.database, clock: first.clock });
});
afterAll(async () => {
  await second.close();
  await first.close();
});

interface Listening {
  /** Waits for the next message. */
  next(): Promise<string[]>;
  stop(): void;
}

async function listen(client: TestClient, baseUrl: string): Promise<Listening> {
  const abort = new AbortController();
  const response = await fetch(`${baseUrl}/api/stream`, { headers: { cookie: client.cookieHeader }, signal: abort.signal });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  return {
    next: async () => {
      for (;;) {
        const match = /data: (.*)\n\n/.exec(buffer);
        if (match) {
          buffer = buffer.slice(match.index + match[0].length);
          return (JSON.parse(match[1] ?? '') as { topics: string[] }).topics;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        buffer += value;
      }
    },
    stop: () => abort.abort(),
  };
}

const CASE = 'case:0190a000-0000-7000-8000-000000000001';
const touch = (app: TestApp, ...topics: string[]): Promise<void> =>
  app.get(CommandRunner).runSystem((tx) => {
    tx.touch(...topics);
    return Promise.resolve();
  });

describe('the live stream', () => {
  it('tells screens at another process of a commit', async () => {
    const person = await first.signedIn();
    const stream = await listen(person, second.baseUrl);
    expect((await person.raw('POST', '/api/probe/notes', { json: { text: 'a' } })).status).toBe(201);
    expect(await stream.next()).toEqual([`staff:${first.staffId}`, CASE]);
    stream.stop();
  });

  it('says nothing of what was rolled back', async () => {
    const person = await first.signedIn();
    const stream = await listen(person, second.baseUrl);
    await person.raw('POST', '/api/probe/notes', { json: { text: 'a', then: 'refuse' } });
    await touch(first, `department:${first.departmentId}`);
    expect(await stream.next()).toEqual([`department:${first.departmentId}`]);
    stream.stop();
  });

  it('lets people hear what concerns them, and nothing else', async () => {
    const { hallId } = await createHall(first.database);
    const clerk = await createStaff(first.database, { roles: ['clerk'], hallId });
    const client = first.client();
    await client.signIn(clerk.staffNo, TEST_PASSWORD);
    const stream = await listen(client, first.baseUrl);
    await touch(first, 'case:elsewhere', `department:${first.departmentId}`, 'supervision');
    await touch(first, CASE, `hall:${hallId}`, `department:${first.departmentId}`);
    expect(await stream.next()).toEqual([CASE, `hall:${hallId}`]);
    stream.stop();
  });

  it('carries hundreds of topics at once', async () => {
    const person = await first.signedIn();
    const stream = await listen(person, second.baseUrl);
    const cases = Array.from({ length: 500 }, (_, i) => `case:0190a000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    await Promise.all(cases.map((topic) => touch(first, topic, `department:${first.departmentId}`)));
    const heard = new Set<string>();
    while (heard.size < cases.length + 1) for (const topic of await stream.next()) heard.add(topic);
    expect([...heard].filter((topic) => topic.startsWith('case:')).toSorted()).toEqual(cases);
    stream.stop();
  });

  it('comes back after the database cut its line, and says that anything may have changed', async () => {
    const person = await first.signedIn();
    const stream = await listen(person, second.baseUrl);
    await first.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'onewindow-signals' AND datname = current_database()`,
    );
    expect(await stream.next()).toEqual(['*']);
    stream.stop();
  });
});
