import { jestConfig } from '../../jest.base.mjs';

const shared = jestConfig(import.meta.url);

export default {
  ...shared,
  setupFiles: ['<rootDir>/../../jest.browser-globals.mjs'],
  moduleNameMapper: { '\\.css$': '<rootDir>/../../jest.style-stub.mjs', ...shared.moduleNameMapper },
};
