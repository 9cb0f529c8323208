import { describe, expect, it } from '@jest/globals';
import { bridgeReader, loopbackOrigin, readerOfWorkstation, wedgeReader } from './card-reader.js';

const ORIGIN = 'http://127.0.0.1:17321';
const { signal } = new AbortController();
const answering = (status: number, body?: unknown): typeof fetch => {
  return () => Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status }));
};

describe('the card reader behind a bridge', () => {
  it('gives number, name and address of the card', async () => {
    const card = { number: '11010519491231002X', name: '陈嘉敏', address: '临江区梧桐路 118 号' };
    let asked: { url: string; method: string | undefined } | null = null;
    const reader = bridgeReader(ORIGIN, (url, init) => {
      asked = { url: url as string, method: init?.method };
      return answering(200, card)(url);
    });
    await expect(reader.read(signal)).resolves.toEqual(card);
    expect(asked).toEqual({ url: `${ORIGIN}/read`, method: 'POST' });
  });

  it.each([
    [204, undefined, '没有证件'],
    [500, { number: '1' }, '读不出'],
    [200, { name: '没有号码' }, '读不出'],
    [200, 'x', '读不出'],
  ])('answers %s %j: says %s', async (status, body, words) => {
    await expect(bridgeReader(ORIGIN, answering(status, body)).read(signal)).rejects.toThrow(words);
  });

  it('that is not there says so', async () => {
    await expect(bridgeReader(ORIGIN, () => Promise.reject(new TypeError('refused'))).read(signal)).rejects.toThrow('没有应答');
  });
});

describe('the reader of a workstation', () => {
  const storageOf = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      storage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      } as Storage,
    };
  };

  it('is the keyboard unless a bridge was set, and stays set', () => {
    const { storage } = storageOf();
    expect(readerOfWorkstation(storage, '')).toBe(wedgeReader);
    expect(readerOfWorkstation(storage, `?card-reader=${ORIGIN}`).kind).toBe('bridge');
    expect(readerOfWorkstation(storage, '').kind).toBe('bridge');
    expect(readerOfWorkstation(storage, '?card-reader=').kind).toBe('wedge');
    expect(readerOfWorkstation(storage, '').kind).toBe('wedge');
  });

  it('is on this machine alone', () => {
    expect(loopbackOrigin(`${ORIGIN}/path`)).toBe(ORIGIN);
    for (const other of ['http://10.0.0.5:17321', 'https://127.0.0.1', 'http://127.0.0.1.evil.example', 'javascript:1', '', null]) {
      expect(loopbackOrigin(other)).toBeNull();
    }
  });

  it('gives nothing by itself when it types', async () => {
    await expect(wedgeReader.read(signal)).resolves.toBeNull();
  });
});
