// Lets plain Node import the api's TypeScript sources: Jest transforms what tests import, but not what its global set-up imports.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';

import { transformSync } from '@swc/core';

const SOURCES = /^file:.*\/((apps|libs)\/[^/]+\/(src|test)|e2e)\/.*\.ts(\?|$)/;
const swcOptions = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
// The build leaves tests out; here they are what we are after.
delete swcOptions.exclude;
delete swcOptions.$schema;

// Dozens of processes are started from the sources by the tests: each file is transformed and compiled once.
const kept = new URL('../node_modules/.cache/onewindow-sources/', import.meta.url);
mkdirSync(kept, { recursive: true });
enableCompileCache(fileURLToPath(new URL('compiled', kept)));
const OPTIONS = JSON.stringify(swcOptions);

function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const file = new URL(`${createHash('sha256').update(OPTIONS).update(filename).update(source).digest('hex')}.js`, kept);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { code } = transformSync(source, { ...swcOptions, filename, swcrc: false, sourceMaps: 'inline' });
  const half = new URL(`${file.href}.${process.pid}-${threadId}`);
  writeFileSync(half, code);
  renameSync(half, file);
  return code;
}

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
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
  },
});
