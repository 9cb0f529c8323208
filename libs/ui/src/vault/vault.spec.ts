import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VaultStore } from './vault-store.js';
import { Vault } from './vault.js';

const LI = { csrfToken: 'token-of-li', idleMinutes: 30, staff: { id: 'li' } };
const WANG = { csrfToken: 'token-of-wang', idleMinutes: 30, staff: { id: 'wang' } };
const SECRET = { name: '林知远', number: '330184199001011234' };

let now = 0;
const pages: Vault[] = [];
/** A page that is loaded now, before the server has said who is signed in. */
async function load(): Promise<Vault> {
  const page = new Vault({ now: () => now, setTimer: () => undefined });
  pages.push(page);
  await page.open();
  return page;
}

beforeEach(() => {
  now = Date.parse('2026-07-01T01:00:00Z');
});
afterEach(async () => {
  for (const page of pages.splice(0)) {
    await page.wipe();
    page.close();
  }
});

describe('the vault of a browser', () => {
  it('gives a later page of the same session what was put', async () => {
    const first = await load();
    await first.enter(LI);
    first.put('unsent:1', SECRET);
    first.put('unsent:2', SECRET);
    first.remove('unsent:2');
    await first.settled();
    const second = await load();
    expect([second.get('unsent:1'), second.get('unsent:2'), second.names('unsent:')]).toEqual([SECRET, undefined, ['unsent:1']]);
    await second.enter(LI);
    expect(second.get('unsent:1')).toEqual(SECRET);
  });

  it('writes nothing that can be read, with a key that cannot be taken out', async () => {
    const page = await load();
    await page.enter(LI);
    page.put('unsent:1', SECRET);
    await page.settled();
    const store = await VaultStore.open();
    const [[, record] = []] = await store.records();
    const text = Buffer.from(record?.bytes ?? new ArrayBuffer()).toString('latin1');
    expect(text.length).toBeGreaterThan(40);
    expect(text).not.toContain(SECRET.number);
    const key = (await store.lock())?.key;
    expect(key?.extractable).toBe(false);
    expect(JSON.stringify(await store.lock())).not.toContain(LI.csrfToken);
  });

  it('takes no record under the name of another', async () => {
    const page = await load();
    await page.enter(LI);
    page.put('unsent:1', SECRET);
    await page.settled();
    const store = await VaultStore.open();
    const record = await store.record('unsent:1');
    await store.write([['unsent:9', record ?? null]]);
    expect((await load()).names('unsent:')).toEqual(['unsent:1']);
  });

  it.each([
    ['signing out', (page: Vault) => page.wipe()],
    ['another session', (page: Vault) => page.enter(WANG)],
  ])('keeps nothing after %s', async (_what, end) => {
    const page = await load();
    await page.enter(LI);
    page.put('unsent:1', SECRET);
    await page.settled();
    await end(page);
    expect(page.get('unsent:1')).toBeUndefined();
    const store = await VaultStore.open();
    expect(await store.records()).toEqual([]);
  });

  it('leaves no key when nobody is signed in', async () => {
    const page = await load();
    await page.enter(LI);
    await page.wipe();
    const store = await VaultStore.open();
    expect(await store.lock()).toBeUndefined();
    page.put('unsent:1', SECRET);
    await page.settled();
    expect(await store.records()).toEqual([]);
  });

  it('holds what the page shows when the session ends in the middle of the work, off the disk', async () => {
    const page = await load();
    await page.enter(LI);
    page.put('unsent:1', SECRET);
    await page.settled();
    await page.hold();
    const store = await VaultStore.open();
    expect([await store.records(), await store.lock()]).toEqual([[], undefined]);
    expect(page.get('unsent:1')).toEqual(SECRET);
    await page.enter({ ...LI, csrfToken: 'next-token-of-li' });
    await page.settled();
    expect((await load()).get('unsent:1')).toEqual(SECRET);
  });

  it('ends with the time without a hand on the screen', async () => {
    const page = await load();
    await page.enter(LI);
    page.put('unsent:1', SECRET);
    await page.settled();
    now += 29 * 60_000;
    page.touch();
    now += 29 * 60_000;
    expect(await page.isIdle()).toBe(false);
    expect((await load()).get('unsent:1')).toEqual(SECRET);
    now += 2 * 60_000;
    expect(await page.isIdle()).toBe(true);
    expect((await load()).get('unsent:1')).toBeUndefined();
  });

  it('gives what another tab held back to the same person, and to nobody else', async () => {
    const [one, two, third] = [await load(), await load(), await load()];
    for (const page of [one, two, third]) await page.enter(LI);
    two.put('words:denial', '与图纸不符');
    third.put('words:pause', '现场勘验');
    await Promise.all([two.settled(), third.settled()]);
    const heard = Promise.all([two, third].map((page) => new Promise<void>((resolve) => page.onForgotten(resolve))));
    await one.hold();
    await heard;
    expect(two.get('words:denial')).toBe('与图纸不符');
    await two.enter({ ...LI, csrfToken: 'next-token-of-li' });
    await two.settled();
    expect((await load()).get('words:denial')).toBe('与图纸不符');
    await third.enter({ ...LI, csrfToken: 'next-token-of-li' });
    expect([third.get('words:denial'), third.get('words:pause')]).toEqual(['与图纸不符', '现场勘验']);
    await third.hold();
    await third.enter(WANG);
    expect(third.names('')).toEqual([]);
  });

  it('is not wiped by a tab that slept over the next session', async () => {
    const late = await load();
    await late.enter(LI);
    now += 31 * 60_000;
    const next = await load();
    await next.enter({ ...LI, csrfToken: 'next-token-of-li' });
    next.put('unsent:1', SECRET);
    await next.settled();
    expect(await late.isIdle()).toBe(false);
    await late.hold();
    expect((await load()).get('unsent:1')).toEqual(SECRET);
  });

  it('is not woken by a key when its time is over, and takes one after the clock was set back', async () => {
    const page = await load();
    await page.enter(LI);
    now += 31 * 60_000;
    page.touch();
    expect(await page.isIdle()).toBe(true);
    const other = await load();
    await other.enter(WANG);
    now -= 60 * 60_000;
    other.touch();
    now += 31 * 60_000;
    expect(await other.isIdle()).toBe(true);
  });

  it('does not end while somebody works in another tab', async () => {
    const [forgotten, used] = [await load(), await load()];
    await forgotten.enter(LI);
    await used.enter(LI);
    now += 29 * 60_000;
    used.touch();
    now += 2 * 60_000;
    expect(await forgotten.isIdle()).toBe(false);
    now += 29 * 60_000;
    expect([await forgotten.isIdle(), await used.isIdle()]).toEqual([true, true]);
  });

  it('ends though the page asks for its session again and again', async () => {
    const page = await load();
    await page.enter(LI);
    now += 29 * 60_000;
    await page.enter(LI);
    now += 2 * 60_000;
    expect(await page.isIdle()).toBe(true);
  });

  it('reads what another tab wrote', async () => {
    const one = await load();
    await one.enter(LI);
    const two = await load();
    await two.enter(LI);
    one.put('unsent:1', SECRET);
    await one.settled();
    expect(two.get('unsent:1')).toBeUndefined();
    expect(await two.reread('unsent:1')).toEqual(SECRET);
  });

  it('is told by another tab that the session is over', async () => {
    const one = await load();
    await one.enter(LI);
    one.put('unsent:1', SECRET);
    await one.settled();
    const two = await load();
    const told = new Promise((resolve) => two.onForgotten(() => resolve('told')));
    await one.wipe();
    expect(await told).toBe('told');
    expect(two.get('unsent:1')).toBeUndefined();
  });
});
