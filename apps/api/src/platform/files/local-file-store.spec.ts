import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalFileStore } from './local-file-store.js';

/** More than is held in memory. */
const LARGE = 300 * 1024;
const DAY_MS = 24 * 3_600_000;
let root: string;
let store: LocalFileStore;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-store-'));
  store = new LocalFileStore(root);
  await store.prepare();
});
afterEach(() => rmSync(root, { recursive: true }));

const incoming = (): string[] => readdirSync(join(root, 'incoming'));

describe('LocalFileStore', () => {
  it('shows nothing before it is kept, and the same bytes once', async () => {
    const one = await store.receive(Readable.from([Buffer.from('abc')]));
    expect(await store.open(one.sha256)).toBeNull();
    const two = await store.receive(Readable.from([Buffer.from('a'), Buffer.from('bc')]));
    await Promise.all([one.keep(), two.keep()]);
    expect(two.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const opened = await store.open(one.sha256, { start: 1, end: 2 });
    expect(await text(opened ?? Readable.from([]))).toBe('bc');
    expect([await store.sizeOf(one.sha256), incoming()]).toEqual([3, []]);
  });

  it('keeps large and small files alike, kept twice or there already', async () => {
    for (const bytes of [Buffer.from('small'), Buffer.alloc(LARGE, 'large')]) {
      const first = await store.receive(Readable.from([bytes]));
      await Promise.all([first.keep(), first.keep()]);
      await first.discard();
      const again = await store.receive(Readable.from([bytes]));
      await again.keep();
      expect([again.sha256, await store.sizeOf(first.sha256), incoming()]).toEqual([first.sha256, bytes.length, []]);
    }
  });

  it('leaves nothing of a stream that breaks', async () => {
    async function* breaking(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from('half'));
      throw new Error('broken');
    }
    await expect(store.receive(Readable.from(breaking()))).rejects.toThrow('broken');
    expect(incoming()).toEqual([]);
  });

  it('lists in the order of hashes after one, sets aside, brings back and destroys', async () => {
    const kept = await Promise.all(['one', 'two', 'three', 'four'].map((text) => store.put(Buffer.from(text))));
    const sorted = kept.map(({ sha256 }) => sha256).sort();
    const names = async (after: string, limit: number): Promise<string[]> => (await store.list(after, limit)).map(({ sha256 }) => sha256);
    expect(await names('', 10)).toEqual(sorted);
    expect(await names(sorted[0] ?? '', 2)).toEqual(sorted.slice(1, 3));
    const hash = sorted[0] ?? '';
    await store.setAside(hash);
    expect([await store.open(hash), (await store.listAside(10)).map(({ sha256 }) => sha256)]).toEqual([null, [hash]]);
    await store.restore(hash);
    expect([await store.sizeOf(hash), await store.listAside(10)]).toEqual([expect.any(Number), []]);
    await store.setAside(hash);
    await store.destroyAside(hash);
    await store.restore(hash);
    await store.setAside(hash);
    expect([await store.sizeOf(hash), await store.listAside(10)]).toEqual([null, []]);
  });

  it('forgets at the start what a crash left a day ago, and nothing younger', async () => {
    await store.receive(Readable.from([Buffer.alloc(LARGE, 'left behind')]));
    await store.prepare();
    expect(incoming()).toHaveLength(1);
    await store.prepare(Date.now() + DAY_MS + 1_000);
    expect(incoming()).toEqual([]);
  });
});
