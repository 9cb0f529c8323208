import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startEmbeddedDatabase } from './embedded-database.js';
import { isAlive } from './orphan.js';

const quiet = (): void => undefined;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-damaged-'));
  chmodSync(root, 0o755);
  await (await startEmbeddedDatabase(join(root, 'sound'), quiet)).stop();
});
/** The databases of initdb come first: the newest one is ours. */
function newest(folder: string): string {
  return String(Math.max(...readdirSync(join(folder, 'pg/base')).map(Number).filter(Number.isInteger)));
}
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ['its control file is gone', (folder: string) => rmSync(join(folder, 'pg/global/pg_control')), /可能已损坏.*npm run restore/],
  ['its log of changes is gone', (folder: string) => rmSync(join(folder, 'pg/pg_wal'), { recursive: true }), /可能已损坏.*npm run restore/],
  ['its tables are gone', (folder: string) => rmSync(join(folder, 'pg/base'), { recursive: true }), /可能已损坏.*npm run restore/],
  [
    'one of its databases is gone',
    (folder: string) => rmSync(join(folder, 'pg/base', newest(folder)), { recursive: true }),
    /可能已损坏.*npm run restore/,
  ],
  ['its passwords are gone', (folder: string) => rmSync(join(folder, 'database.json')), /拒绝了保存的密码.*database\.json/],
])('refuses a database when %s, and leaves no server behind', async (_, damage, sentence) => {
  const folder = mkdtempSync(join(root, 'copy-'));
  chmodSync(folder, 0o755);
  // The files keep the owner that the server asks for.
  execFileSync('cp', ['-a', `${join(root, 'sound')}/.`, folder]);
  damage(folder);
  await expect(startEmbeddedDatabase(folder, quiet)).rejects.toThrow(sentence);
  const pidFile = join(folder, 'pg/postmaster.pid');
  if (existsSync(pidFile)) expect(isAlive(Number.parseInt(readFileSync(pidFile, 'utf8'), 10))).toBe(false);
  expect(existsSync(join(folder, 'running.pid'))).toBe(false);
});
