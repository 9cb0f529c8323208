import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import type { RawAnswer, TestClient } from '../../../test/test-client.js';
import { createStaff, TEST_PASSWORD } from '../../../test/people-factory.js';

let app: ProbeApp;
let person: TestClient;
beforeAll(async () => {
  app = await startProbeApp();
  person = await app.signedIn();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.query('DELETE FROM probe_note');
  app.log.attempts = 0;
});

const write = (json: object, idempotencyKey: string = randomUUID(), client = person): Promise<RawAnswer> =>
  client.raw('POST', '/api/probe/notes', { json, idempotencyKey });
const notes = async (): Promise<number> => (await app.database.query<{ n: number }>('SELECT count(*) AS n FROM probe_note'))[0]?.n ?? -1;
const count = async (table: string): Promise<number> =>
  (await app.database.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? -1;

describe('idempotency', () => {
  it('answers the same to the same key, and does it once', async () => {
    const key = randomUUID();
    const first = await write({ text: 'a' }, key);
    const second = await write({ text: 'a' }, key);
    expect(first.status).toBe(201);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(await notes()).toBe(1);
  });

  it('answers twins that come at once with one result', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => write({ text: 'twin' }, key)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect(await notes()).toBe(1);
  });

  it('refuses another body under the same key', async () => {
    const key = randomUUID();
    await write({ text: 'a' }, key);
    const other = await write({ text: 'b' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
    expect(await notes()).toBe(1);
  });

  it('keeps committed answers only: a refused command may be tried again', async () => {
    const key = randomUUID();
    expect((await write({ text: 'a', then: 'refuse' }, key)).status).toBe(409);
    expect((await write({ text: 'a', then: 'crash' }, key)).status).toBe(500);
    expect((await write({ text: 'b' }, key)).status).toBe(201);
    expect(await notes()).toBe(1);
  });

  it('knows keys by person', async () => {
    const other = await createStaff(app.database, { roles: ['clerk'] });
    const client = app.client();
    await client.signIn(other.staffNo, TEST_PASSWORD);
    const key = randomUUID();
    await write({ text: 'a' }, key);
    expect((await write({ text: 'other' }, key, client)).body).toMatchObject({ text: 'other' });
    expect(await notes()).toBe(2);
  });

  it('forgets answers after seven days', async () => {
    const key = randomUUID();
    await write({ text: 'a' }, key);
    app.clock.advance({ days: 6 });
    await app.sweep();
    expect(await app.database.query('SELECT 1 FROM idempotency_key WHERE key = $1', [key])).toHaveLength(1);
    app.clock.advance({ days: 2 });
    expect(await app.sweep()).toContain('purge-kept-answers');
    expect(await app.database.query('SELECT 1 FROM idempotency_key WHERE key = $1', [key])).toHaveLength(0);
    person = await app.signedIn();
  });
});

describe('one transaction', () => {
  it('takes row, job, audit entry and kept answer together, or none of them', async () => {
    const before = await Promise.all(['outbox_message', 'audit_entry', 'idempotency_key'].map(count));
    await write({ text: 'a', then: 'refuse' });
    await write({ text: 'a', then: 'crash' });
    expect(await Promise.all(['outbox_message', 'audit_entry', 'idempotency_key'].map(count))).toEqual(before);
    expect(await notes()).toBe(0);
    await write({ text: 'a', then: 'job' });
    expect(await Promise.all(['outbox_message', 'audit_entry', 'idempotency_key'].map(count))).toEqual(before.map((n) => n + 1));
  });

  it('is tried again after a deadlock, and written once', async () => {
    const answer = await write({ text: 'a', then: 'deadlock' });
    expect(answer.status).toBe(201);
    expect(app.log.attempts).toBe(3);
    expect(await notes()).toBe(1);
  });

  it('gives its connection back whatever happens', async () => {
    await Promise.all(Array.from({ length: 40 }, () => write({ text: 'a', then: 'crash' })));
    await Promise.all(Array.from({ length: 40 }, () => write({ text: 'b' })));
    expect(await notes()).toBe(40);
  });
});
