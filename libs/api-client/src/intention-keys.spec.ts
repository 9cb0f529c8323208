import { describe, expect, it } from '@jest/globals';
import { IntentionKeys } from './intention-keys.js';

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
