import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SOURCES = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}'];
const SPECS = ['**/*.spec.{ts,tsx}', '**/*.int-spec.ts', 'e2e/**/*.ts', 'apps/api/test/**/*.ts'];

const NO_DEFAULT_EXPORT = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export loses its name at every import.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name: a default export loses its name at every import.' },
];
const HONEST_TESTS = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing|skipIf)$/]',
    message: 'No skipped, focused or promised tests.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'No skipped or focused tests.' },
  { selector: 'CallExpression[callee.name="setTimeout"]', message: 'No sleeps in tests: wait for the fact itself.' },
];

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.data/', '.nx/', 'coverage/', 'test-results/', 'apps/api/ops/boundary-canary/']),
  {
    // Nobody may switch a rule off in the middle of a file; the lint target runs with --max-warnings 0.
    linterOptions: { noInlineConfig: true },
  },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'AbortSignal'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The few type-aware rules that pay for themselves: a forgotten await loses a transaction, a forgotten state loses a case.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/common', importNames: ['forwardRef'], message: 'A cycle between modules: split or turn the dependency.' },
          ],
        },
      ],
      // Input rules name the control characters that they refuse.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Says only that the compiler skips a component that uses such a library; we don't run the compiler.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: SOURCES,
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': ['error', ...NO_DEFAULT_EXPORT],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: SPECS,
    rules: { 'no-restricted-syntax': ['error', ...NO_DEFAULT_EXPORT, ...HONEST_TESTS] },
  },
);
