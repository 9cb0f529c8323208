// Integration tests run in plain Node: the modules that every application needs are loaded once for each worker and not once for each file.
import './ts-hooks.mjs';
import { registerHooks } from 'node:module';

const GLOBALS = new URL('jest-globals.mjs', import.meta.url).href;

process.setSourceMapsEnabled(true);
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, format: 'module', shortCircuit: true } : next(specifier, context),
});
