import { jestConfig } from '../../jest.base.mjs';

export default jestConfig(import.meta.url, {
  testMatch: ['<rootDir>/src/**/*.int-spec.ts', '<rootDir>/test/**/*.int-spec.ts'],
  // Plain Node, a thread for each worker: what every application loads is loaded once for each of them. Time limits: .jest/jest-globals.mjs.
  runner: 'jest-light-runner',
  setupFiles: ['<rootDir>/../../.jest/plain-node.mjs'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
});
