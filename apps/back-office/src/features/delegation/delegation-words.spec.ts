import { describe, expect, it } from '@jest/globals';
import { daysWords, missingWords } from './delegation-words.js';

describe('代理授权 in words', () => {
  it('says its days', () => {
    expect(daysWords({ startsOn: '2026-11-20', endsOn: '2026-11-27' }, '2026-11-22')).toBe('11-20 至 11-27');
    expect(daysWords({ startsOn: '2026-11-20', endsOn: '2026-11-20' }, '2026-11-22')).toBe('11-20');
    expect(daysWords({ startsOn: '2026-12-30', endsOn: '2027-01-02' }, '2026-11-22')).toBe('12-30 至 2027-01-02');
  });

  it('says what is missing, in the order of the form', () => {
    const days = { startsOn: '2026-11-20', endsOn: '2026-11-27' };
    const form = { ...days, delegateId: null, reason: ' ', authority: '', needsAuthority: false };
    expect(missingWords(form)).toEqual(['选一个代办人', '写事由']);
    expect(missingWords({ ...form, delegateId: 'a', needsAuthority: true, reason: '休假' })).toEqual(['写授权文书']);
    expect(missingWords({ ...form, endsOn: null })).toEqual(['填从哪天到哪天', '选一个代办人', '写事由']);
    expect(missingWords({ ...days, delegateId: 'a', reason: '休假', authority: '临卫授〔2026〕3 号', needsAuthority: true })).toEqual([]);
  });
});
