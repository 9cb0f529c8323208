import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startProcess } from '../../test/child-process.js';

const root = mkdtempSync(join(tmpdir(), 'onewindow-operations-'));
const dataDir = join(root, 'none');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What an operation prints that is refused. */
async function refused(entry: string, args: string[] = [], more: Record<string, string> = {}): Promise<string[]> {
  const process = startProcess(`cli/${entry}.ts`, { DATA_DIR: dataDir, ...more }, args);
  expect(await process.ended()).toBe(1);
  return process.output().trim().split('\n');
}

describe('an operation that can not be done says so in one sentence', () => {
  it.each([
    ['admin-create', ['--staff-no', 'LJ-1'], /^✗ 工号（至多 20 字）、姓名（至多 60 字）都要填。$/],
    ['admin-create', ['--staff-no', 'LJ-1', '--name', '张三', '--region', '44'], /^✗ 区划代码是 6 至 12 位数字。$/],
    ['admin-create', ['--who', 'x'], /^✗ 没有 --who 这个参数。$/],
    ['admin-create', ['--name'], /^✗ 参数 --name 的写法不对/],
    ['backup', ['/somewhere'], /^✗ 不认识 \/somewhere：参数要写在 -- 后面。$/],
    ['restore', [], /^✗ 没有说从哪个备份恢复。$/],
    ['seed-scale', ['--cases', 'many'], /^✗ 件数是 1 到 20000000 的整数/],
  ])('%s %j, and how it is called', async (entry, args, sentence) => {
    const [said, usage, ...rest] = await refused(entry, args);
    expect(said).toMatch(sentence);
    expect(usage).toMatch(/^用法：npm run /);
    expect(rest).toEqual([]);
  });

  it('when npm took an option that stood before --', async () => {
    expect((await refused('backup', [], { npm_config_folder: 'true' }))[0]).toBe('✗ 不认识 --folder：参数要写在 -- 后面。');
  });

  it.each(['backup', 'verify-events'])('%s, where no database is, and makes none', async (entry) => {
    expect(await refused(entry)).toEqual([expect.stringMatching(/^✗ 数据文件夹 \S+ 里还没有数据库/)]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('restore, from a folder that is no backup, and makes no database', async () => {
    expect(await refused('restore', ['--from', root])).toEqual([expect.stringMatching(/^✗ \S+ 不是完整的备份/)]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('verify:events, when the database is away', async () => {
    expect(await refused('verify-events', [], { DATABASE_URL: 'postgresql://onewindow_app:x@127.0.0.1:1/x' })).toEqual([
      expect.stringMatching(/^✗ 连不上数据库/),
    ]);
  });
});
