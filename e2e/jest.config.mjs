import { jestConfig } from '../jest.base.mjs';

export default jestConfig(import.meta.url, {
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testTimeout: 120_000,
});
