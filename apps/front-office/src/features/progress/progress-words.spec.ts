import { describe, expect, it } from '@jest/globals';
import { dayWords, groupedNo, momentWords, remainingWords, stepTime, updatedWords } from './progress-words.js';

describe('words of the progress page', () => {
  it('speaks Shanghai time', () => {
    expect(momentWords('2026-10-29T02:36:00Z')).toBe('10-29 10:36');
    expect(updatedWords('2026-10-29T17:15:00Z')).toBe('10 月 30 日 01:15');
    expect(dayWords('2026-11-05')).toBe('11 月 5 日');
  });

  it('never says minus or zero', () => {
    expect([4, 0, -2, null].map(remainingWords)).toEqual(['还剩 4 个工作日', '今天到期', '超 2 天', '']);
  });

  it('groups the number and tells when a step was, is or will be', () => {
    expect(groupedNo('440199202610290003189')).toBe('440199 20261029 000318 9');
    expect(stepTime({ state: 'done', at: '2026-10-29T02:36:00Z', day: null })).toBe('10-29 10:36');
    expect(stepTime({ state: 'current', at: '2026-10-30T02:00:00Z', day: '2026-11-04' })).toBe('10-30 起');
    expect(stepTime({ state: 'future', at: null, day: '2026-11-05' })).toBe('11-05 前');
  });
});
