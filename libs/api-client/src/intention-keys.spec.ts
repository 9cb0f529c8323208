import { describe, expect, it } from '@jest/globals';
import { IntentionKeys, type IntentionShelf, type OpenIntention, SHELF_LIFE_MS } from './intention-keys.js';

function keys() {
  let n = 0;
  return new IntentionKeys(() => `key-${++n}`);
}

describe('IntentionKeys', () => {
  it('keeps the key while the outcome is unknown', () => {
    const k = keys();
    expect(k.of({ id: 1 })).toBe('key-1');
    expect(k.of({ id: 1 })).toBe('key-1');
  });

  it('gives a new key once the outcome is known', () => {
    const k = keys();
    k.of({ id: 1 });
    k.settle();
    expect(k.of({ id: 1 })).toBe('key-2');
  });

  it('gives a new key to another body: the server refuses one key for two', () => {
    const k = keys();
    k.of({ id: 1, reason: '甲' });
    expect(k.of({ id: 1, reason: '乙' })).toBe('key-2');
  });

  it('takes commands without input', () => {
    expect(keys().of(undefined)).toBe('key-1');
  });
});

describe('IntentionKeys with a shelf', () => {
  let held: OpenIntention | null = null;
  const shelf: IntentionShelf = {
    read: () => held,
    keep: (intention) => {
      held = intention;
      return Promise.resolve();
    },
  };
  const page = (first: string) => new IntentionKeys(() => first, shelf);

  it('gives the same key to the same intention on a later page', async () => {
    expect(await page('first').kept({ item: 1 })).toBe('first');
    expect(await page('second').kept({ item: 1 })).toBe('first');
    expect(await page('third').kept({ item: 2 })).toBe('third');
  });

  it('leaves nothing once the outcome is known', async () => {
    const one = page('first');
    await one.kept({ item: 1 });
    one.settle();
    expect(held).toBeNull();
    expect(await page('second').kept({ item: 1 })).toBe('second');
  });

  it('takes no intention of long ago for the one of now', async () => {
    held = { fingerprint: '{"item":1}', key: 'old', since: Date.now() - SHELF_LIFE_MS };
    expect(await page('new').kept({ item: 1 })).toBe('new');
  });
});
