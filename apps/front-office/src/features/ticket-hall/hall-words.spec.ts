import { describe, expect, it } from '@jest/globals';
import { headTime, slipTime, timeWords, waitWords } from './hall-words.js';

describe('words of the hall', () => {
  it('tells the time of Shanghai', () => {
    expect(headTime(new Date('2026-10-29T02:42:00.000Z'))).toBe('10 月 29 日 星期四 10:42');
    expect(headTime(new Date('2026-10-31T16:05:00.000Z'))).toBe('11 月 1 日 星期日 00:05');
    expect(timeWords('2026-10-29T02:42:00.000Z')).toBe('10:42');
    expect(slipTime('2026-10-29T02:42:00.000Z')).toBe('10 月 29 日 10:42');
  });

  it('tells how long one waits', () => {
    expect(waitWords(26)).toBe('26 分钟');
    expect(waitWords(0)).toBe('随到随办');
  });
});
