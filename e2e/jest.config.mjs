import { jestConfig } from '../jest.base.mjs';

export default jestConfig(import.meta.url, {
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testTimeout: 180_000,
  globalSetup: '<rootDir>/setup/start-product.mjs',
  globalTeardown: '<rootDir>/setup/stop-product.mjs',
  setupFiles: ['<rootDir>/setup/own-product.mjs'],
  // A browser waits for the server and the server for the browser: two at a time keep both cores at work.
  maxWorkers: 2,
});
