import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import * as domain from './index.js';

const folder = import.meta.dirname;
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== 'index.ts');

describe('the public face of the domain', () => {
  it('exports every file', () => {
    const exported = Array.from(readFileSync(`${folder}/index.ts`, 'utf8').matchAll(/'\.\/(.+)\.js'/g), ([, name]) => `${name}.ts`);
    expect(exported.sort()).toEqual(sources.sort());
    expect(Object.keys(domain).length).toBeGreaterThan(80);
  });

  it('imports nothing but the calendar package, so that it runs in a browser too', () => {
    for (const name of sources) {
      const imports = Array.from(readFileSync(`${folder}/${name}`, 'utf8').matchAll(/from '([^.'][^']*)'/g), ([, from]) => from);
      expect([name, imports.filter((from) => from !== 'chinese-days')]).toEqual([name, []]);
    }
  });
});
