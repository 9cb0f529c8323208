import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `--outputFile` writes the counts that `npm test` adds up, but creates no folder.
for (const level of ['unit', 'integration', 'browser']) mkdirSync(new URL(`test-results/${level}`, import.meta.url), { recursive: true });

const swcFor = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true, tsx: syntax === 'tsx' },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
  },
];

/**
 * What every project's Jest run has in common: ES modules, sources of the neighbour projects instead of their `dist`.
 * @param {string} configUrl `import.meta.url` of the project's own configuration; its folder becomes the root.
 * @param {import('jest').Config} own what the project adds or replaces.
 * @returns {import('jest').Config}
 */
export function jestConfig(configUrl, own = {}) {
  return {
    rootDir: fileURLToPath(new URL('.', configUrl)),
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['onewindow-source', 'node', 'node-addons'] },
    testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.spec.{ts,tsx}'],
    modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/ops'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    // A real .js file wins; our own sources are imported as './x.js' and found as ./x.ts.
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx'] },
    transform: { '^.+\\.ts$': swcFor('ts'), '^.+\\.tsx$': swcFor('tsx') },
    maxWorkers: 2,
    ...own,
  };
}
