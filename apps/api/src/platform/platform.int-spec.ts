import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('health', () => {
  it('is live and ready', async () => {
    expect((await app.client().raw('GET', '/api/health/live')).status).toBe(200);
    const ready = await app.client().raw('GET', '/api/health');
    expect(ready).toMatchObject({ status: 200, body: { status: 'ok', database: 'ok', queue: { kind: 'postgres', status: 'ok' } } });
  });
});
