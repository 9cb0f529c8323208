import { jestConfig } from '../../jest.base.mjs';

export default jestConfig(import.meta.url, {
  displayName: 'ui',
  setupFiles: ['<rootDir>/../../jest.browser-globals.mjs'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/../../jest.style-stub.mjs',
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx'],
  },
});
