import { describe, expect, it } from '@jest/globals';
import { silenceWords } from './silence-words.js';

describe('silenceWords', () => {
  it('say the last day of the limit and what follows, or that an answer must come', () => {
    expect(silenceWords('2026-10-31', '2026-10-30', '2026-10-29')).toBe('10-30 期满视为无意见');
    expect(silenceWords('2027-01-01', '2026-12-31', '2026-12-30')).toBe('12-31 期满视为无意见');
    expect(silenceWords(null, '2026-10-30', '2026-10-29')).toBe('10-30 前答复，须有答复');
    expect(silenceWords(null, null, '2026-10-29')).toBe('');
  });
});
