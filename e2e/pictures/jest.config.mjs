import { jestConfig } from '../../jest.base.mjs';

/** `npm run pictures`: no test, but it takes its pictures from the running product with the same means. */
export default jestConfig(import.meta.url, {
  testMatch: ['<rootDir>/*.ts'],
  testTimeout: 180_000,
  globalSetup: '<rootDir>/../setup/start-product.mjs',
  globalTeardown: '<rootDir>/../setup/stop-product.mjs',
  setupFiles: ['<rootDir>/../setup/own-product.mjs'],
  maxWorkers: 1,
});
