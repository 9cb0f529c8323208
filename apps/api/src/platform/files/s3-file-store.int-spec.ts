import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeS3, startFakeS3 } from '../../../test/fake-s3.js';
import { S3FileStore } from './s3-file-store.js';

let s3: FakeS3;
let store: S3FileStore;
beforeAll(async () => {
  s3 = await startFakeS3();
  store = new S3FileStore({
    endpoint: s3.endpoint,
    region: 'us-east-1',
    bucket: 'onewindow',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  });
});
afterAll(() => s3.stop());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const keys = (): string[] => [...s3.objects.keys()];

describe('files in S3', () => {
  it.each([
    ['small', 20_000],
    ['in parts', 12 * 1024 * 1024],
  ])('%s: arrive as a stream, are kept under their hash, come back whole and in ranges', async (_, size) => {
    const bytes = randomBytes(size);
    const incoming = await store.receive(Readable.from([bytes.subarray(0, 9_000), bytes.subarray(9_000)]));
    expect([incoming.sha256, incoming.size]).toEqual([sha256(bytes), size]);
    expect(await store.sizeOf(sha256(bytes))).toBeNull();
    await incoming.keep();
    await incoming.keep();
    expect(await store.sizeOf(sha256(bytes))).toBe(size);
    expect(keys().filter((key) => key.includes('incoming'))).toEqual([]);
    const whole = await store.open(sha256(bytes));
    expect(sha256(await buffer(whole ?? Readable.from([])))).toBe(sha256(bytes));
    const part = await store.open(sha256(bytes), { start: 100, end: 199 });
    expect((await buffer(part ?? Readable.from([]))).equals(bytes.subarray(100, 200))).toBe(true);
  });

  it('leave nothing when the stream breaks or the file is not wanted', async () => {
    const before = keys();
    async function* breaking(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.alloc(6 * 1024 * 1024));
      throw new Error('the line broke');
    }
    await expect(store.receive(Readable.from(breaking()))).rejects.toThrow('the line broke');
    const unwanted = await store.receive(Readable.from([Buffer.from('unwanted')]));
    await unwanted.discard();
    expect(keys()).toEqual(before);
    expect([...s3.openUploads]).toEqual([]);
  });

  it('take bytes from memory, once', async () => {
    const bytes = Buffer.from('receipt');
    expect(await store.put(bytes)).toEqual({ sha256: sha256(bytes), size: 7 });
    await store.put(bytes);
    expect(keys().filter((key) => key.endsWith(sha256(bytes)))).toHaveLength(1);
  });

  it('are listed in order after a hash, set aside, brought back and destroyed', async () => {
    const kept = await Promise.all(['one', 'two', 'three'].map((text) => store.put(Buffer.from(text))));
    const all = await store.list('', 1_000);
    expect(all.map((one) => one.sha256)).toEqual(
      keys()
        .filter((key) => key.includes('/files/'))
        .map((key) => key.slice(-64))
        .sort(),
    );
    const [first, second, third] = all;
    expect(await store.list(first?.sha256 ?? '', 2)).toEqual([second, third]);
    const hash = kept[0]?.sha256 ?? '';
    await store.setAside(hash);
    expect([await store.sizeOf(hash), (await store.listAside(10)).map((one) => one.sha256)]).toEqual([null, [hash]]);
    await store.restore(hash);
    expect([await store.sizeOf(hash), await store.listAside(10)]).toEqual([3, []]);
    await store.setAside(hash);
    await store.destroyAside(hash);
    await store.restore(hash);
    await store.setAside(hash);
    expect([await store.sizeOf(hash), await store.listAside(10)]).toEqual([null, []]);
  });

  it('say when they are not there', async () => {
    expect(await store.open('0'.repeat(64))).toBeNull();
    expect(await store.sizeOf('0'.repeat(64))).toBeNull();
  });
});
