import { describe, expect, it } from '@jest/globals';
import { ReadLimiter } from './read-limiter.js';

describe('looking at progress', () => {
  it('is held to 120 times a minute for one address, and another address is not touched', () => {
    const limiter = new ReadLimiter();
    const answers = Array.from({ length: 121 }, () => limiter.allows('10.0.0.1', 1_000));
    expect(answers.filter(Boolean)).toHaveLength(120);
    expect(answers.at(-1)).toBe(false);
    expect(limiter.allows('10.0.0.2', 1_000)).toBe(true);
    expect(limiter.allows('10.0.0.1', 60_999)).toBe(false);
    expect(limiter.allows('10.0.0.1', 61_000)).toBe(true);
  });
});
