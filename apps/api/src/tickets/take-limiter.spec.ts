import { describe, expect, it } from '@jest/globals';
import { TakeLimiter } from './take-limiter.js';

describe('the limit of a kiosk', () => {
  it('gives a dozen in a minute, then makes wait, and is another device’s affair alone', () => {
    const limiter = new TakeLimiter();
    const answers = Array.from({ length: 14 }, (_, at) => limiter.allows('10.0.0.1', at * 100));
    expect(answers.filter(Boolean)).toHaveLength(12);
    expect(limiter.allows('10.0.0.2', 1_500)).toBe(true);
    expect(limiter.allows('10.0.0.1', 59_999)).toBe(false);
    expect(limiter.allows('10.0.0.1', 60_001)).toBe(true);
  });

  it('remembers no more addresses than it has room for', () => {
    const limiter = new TakeLimiter();
    for (let at = 0; at < 12; at += 1) limiter.allows('first', 0);
    expect(limiter.allows('first', 1)).toBe(false);
    for (let at = 0; at < 5_001; at += 1) limiter.allows(`device ${at}`, 2);
    expect(limiter.allows('first', 3)).toBe(true);
  });
});
