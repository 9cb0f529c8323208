import { jestConfig } from '../jest.base.mjs';

export default jestConfig(import.meta.url, {
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testTimeout: 180_000,
  globalSetup: '<rootDir>/setup/start-product.mjs',
  globalTeardown: '<rootDir>/setup/stop-product.mjs',
  // One product and one hall for all journeys: they take turns, as people at one desk would.
  maxWorkers: 1,
});
