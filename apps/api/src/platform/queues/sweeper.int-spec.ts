import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import { JobRegistry } from './job-registry.js';

let app: ProbeApp;
beforeAll(async () => {
  app = await startProbeApp();
});
afterAll(() => app.close());

it('a sweep that fails keeps none from running behind it, and is tried again at once', async () => {
  const registry = app.get(JobRegistry);
  let isAway = true;
  registry.sweep({
    name: 'file-store-away',
    everyMinutes: 60,
    run: async () => {
      await Promise.resolve();
      if (isAway) throw new Error('the store does not answer');
    },
  });
  let counted = 0;
  registry.sweep({
    name: 'days-of-the-law',
    everyMinutes: 60,
    run: async () => {
      counted += 1;
      await Promise.resolve();
    },
  });
  await expect(app.sweep()).rejects.toThrow('the store does not answer');
  expect(counted).toBe(1);
  isAway = false;
  // What ran is not due again; what failed is.
  expect(await app.sweep()).toEqual(['file-store-away']);
  expect(counted).toBe(1);
});
