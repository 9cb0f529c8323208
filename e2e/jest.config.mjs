import { jestConfig } from '../jest.base.mjs';

export default jestConfig(import.meta.url, {
  testMatch: ['<rootDir>/**/*.spec.ts'],
  runner: 'jest-light-runner',
  globalSetup: '<rootDir>/setup/start-product.mjs',
  globalTeardown: '<rootDir>/setup/stop-product.mjs',
  setupFiles: ['<rootDir>/setup/plain-node.mjs', '<rootDir>/setup/own-product.mjs'],
  // A browser waits for the server and the server for the browser: two at a time keep both cores at work.
  maxWorkers: 2,
});
