import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import type { TestClient } from '../../../test/test-client.js';
import type { AccessLine } from './access-log.js';

const lines: string[] = [];
const accessLog = { level: 'info', write: (line: string) => void lines.push(line) };
let app: ProbeApp;
let person: TestClient;
beforeAll(async () => {
  app = await startProbeApp({ accessLog });
  person = await app.signedIn();
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => app.close());

const written = (): (AccessLine & { level: number; context: string })[] => lines.map((line) => JSON.parse(line));

describe('the access log', () => {
  it('has one line for a request: route pattern, status, time and who, and nothing of what was asked', async () => {
    const id = '0190a000-0000-7000-8000-000000000001';
    await person.raw('GET', `/api/probe/notes/${id}?big=11010519491231`);
    expect(written()).toEqual([
      {
        level: 30,
        time: expect.any(String),
        context: 'http',
        requestId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-z]+$/),
        method: 'GET',
        route: '/api/probe/notes/:id',
        status: 404,
        ms: expect.any(Number),
        staffNo: app.staffNo,
        msg: 'request',
      },
    ]);
    expect(lines.join('')).not.toMatch(/11010519491231|0190a000/);
  });

  it('names nobody before sign-in, and no address that is no route', async () => {
    await app.client().raw('GET', '/api/probe/auditors');
    await app.client().raw('GET', '/api/nowhere/11010519491231002X');
    const [refused, unknown] = written();
    expect(refused).toMatchObject({ status: 401, route: '/api/probe/auditors' });
    expect(refused).not.toHaveProperty('staffNo');
    expect(unknown).toMatchObject({ status: 404, route: 'none' });
    expect(lines.join('')).not.toContain('11010519491231002X');
  });

  it('does not speak of health, documents and files of the sites', async () => {
    for (const path of ['/api/health', '/api/health/live', '/api/docs', '/front/', '/front/assets/none.js', '/']) {
      await app.client().raw('GET', path);
    }
    expect(written()).toEqual([]);
  });

  it('shares its number with the problem of a failure, and the failure is an error', async () => {
    const answer = await person.raw('POST', '/api/probe/notes', { json: { text: 'a', then: 'crash' } });
    const { requestId } = (answer.body as { facts: { requestId: string } }).facts;
    expect(written().filter(({ context }) => context === 'http')).toEqual([
      expect.objectContaining({ level: 50, status: 500, requestId, staffNo: app.staffNo }),
    ]);
  });

  it('gives every request another number', async () => {
    await Promise.all(Array.from({ length: 20 }, () => person.raw('GET', '/api/probe/talkative')));
    expect(new Set(written().map(({ requestId }) => requestId)).size).toBe(20);
  });
});
