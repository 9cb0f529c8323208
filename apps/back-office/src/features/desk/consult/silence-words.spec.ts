import { describe, expect, it } from '@jest/globals';
import { silenceWords } from './silence-words.js';

describe('silenceWords', () => {
  const step = (due: string, provisional = false) => ({ due, provisional });
  it.each([
    ['R5.2 the last day, where silence means 无意见', '2026-10-31', step('2026-10-30'), '10-30 期满视为无意见'],
    ['R5.2 the last day of a year', '2027-01-01', step('2026-12-31'), '12-31 期满视为无意见'],
    ['that an answer is wanted where it does not', null, step('2026-10-30'), '10-30 前答复，须有答复'],
    ['R1.2 no day by a guessed calendar', '2027-01-05', step('2027-01-04', true), '期满视为无意见，期满日待 2027 年放假安排公布'],
    ['nothing without a clock', null, null, ''],
  ])('says %s', (_, silenceOn, clock, words) => {
    expect(silenceWords(silenceOn, clock, '2026-10-29')).toBe(words);
  });
});
