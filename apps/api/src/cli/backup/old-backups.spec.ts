import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeOld, stampOf } from './old-backups.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-old-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, isComplete = true): void {
  mkdirSync(join(folder, name));
  if (isComplete) writeFileSync(join(folder, name, 'manifest.json'), '{}');
}

describe('old backups', () => {
  it('are named by the clock of the hall', () => {
    expect(stampOf(new Date('2026-11-21T16:45:09Z'))).toBe('2026-11-22-004509');
  });

  it('go, the oldest first, until as many are left as were asked for', () => {
    for (const name of ['2026-01-02-000000', '2026-01-01-000000', '2026-01-03-000000']) put(name);
    expect(removeOld(folder, 2)).toEqual(['2026-01-01-000000']);
    expect(removeOld(folder, 2)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['2026-01-02-000000', '2026-01-03-000000']);
  });

  it('are only ours, and only complete ones', () => {
    for (const name of ['letters', '2025-01-01-000000.partial', '2026-01-01-000000', '2026-01-02-000000']) put(name);
    put('2025-01-01-000000', false);
    expect(removeOld(folder, 1)).toEqual(['2026-01-01-000000']);
    expect(readdirSync(folder)).toContain('2025-01-01-000000');
    expect(readdirSync(folder)).toContain('letters');
  });
});
