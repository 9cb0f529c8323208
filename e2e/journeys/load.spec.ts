import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect } from '@jest/globals';
import { type Account, accountFor } from '../support/accounts.js';
import { comeIn } from '../support/come-in.js';
import { settled } from '../support/inspection.js';
import { journey, withBrowser } from '../support/journey.js';

/** What a counter on a slow line can bear before the first screen. The PDF engine comes with the first PDF, after the screen. */
const MOST_BYTES = 350_000;
const APPS = join(import.meta.dirname, '../../apps');

const SITES = [
  { path: '/front/', dist: join(APPS, 'front-office/dist'), who: ['窗口人员', '区政务服务大厅'], place: '/front/counter', counter: 7 },
  {
    path: '/back/',
    dist: join(APPS, 'back-office/dist'),
    who: ['审批人员', '市场监管局'],
    place: '/back/desk?q=没有这样的办件',
    counter: undefined,
  },
] as const;

/** Brotli of a built file, as a proxy or the server sends it. */
function compressed(dist: string, site: string, path: string): number {
  return brotliCompressSync(readFileSync(join(dist, path.slice(site.length)))).byteLength;
}

withBrowser();

describe.each(SITES)('the JavaScript of $path', ({ path, dist, who, place, counter }) => {
  journey(`before the first screen is at most ${MOST_BYTES / 1000} kB`, async (open) => {
    const { page } = await open();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    const bytes = () => [...scripts].reduce((sum, script) => sum + compressed(dist, path, script), 0);
    await page.goto(path);
    await page.getByLabel('工号或手机号').waitFor();
    const interactive = await page.evaluate(() => Math.round(performance.now()));
    const signIn = bytes();
    const account: Account = await accountFor(...who);
    await comeIn(page, account, place, counter);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await settled(page);
    const screen = bytes();
    process.stdout.write(
      `${path} JavaScript, Brotli：登录页 ${Math.round(signIn / 1000)} kB，第一屏 ${Math.round(screen / 1000)} kB，${scripts.size} 个文件，首次打开 ${interactive} 毫秒可操作\n`,
    );
    expect(scripts.size).toBeGreaterThan(0);
    expect(screen).toBeLessThanOrEqual(MOST_BYTES);
  });
});
