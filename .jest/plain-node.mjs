// Integration tests run in plain Node: the modules that every application needs are loaded once for each worker and not once for each file.
import './ts-hooks.mjs';
import { registerHooks } from 'node:module';

const GLOBALS = new URL('jest-globals.mjs', import.meta.url).href;

process.setSourceMapsEnabled(true);
// The thread would be gone without a word, and its file waited for without end.
process.exit = (code) => {
  throw new Error(`process.exit(${code}) in a test`);
};
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, format: 'module', shortCircuit: true } : next(specifier, context),
});
