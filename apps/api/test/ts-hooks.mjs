// Lets plain Node import the api's TypeScript sources: Jest transforms what tests import, but not what its global set-up imports.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

const SOURCES = /^file:.*\/(apps|libs)\/[^/]+\/(src|test)\/.*\.ts$/;
const swcOptions = JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'));
// The build leaves tests out; here they are what we are after.
delete swcOptions.exclude;
delete swcOptions.$schema;

registerHooks({
  resolve(specifier, context, next) {
    const conditions = [...context.conditions, 'onewindow-source'];
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL && SOURCES.test(context.parentURL)) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, { ...context, conditions });
  },
  load(url, context, next) {
    if (!SOURCES.test(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, filename, swcrc: false, sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
