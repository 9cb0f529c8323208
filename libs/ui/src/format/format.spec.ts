import { describe, expect, it } from '@jest/globals';
import {
  formatBarDate,
  formatCaseNo,
  formatCaseSerial,
  formatChange,
  formatCount,
  formatDay,
  formatElapsed,
  formatMoment,
  formatTimeSeconds,
  formatYuan,
} from './format.js';

describe('format', () => {
  it('leaves out this year and names another', () => {
    expect(formatDay('2026-11-05', '2026-10-29')).toBe('11-05');
    expect(formatDay('2027-01-08', '2026-10-29')).toBe('2027-01-08');
  });

  it('tells moments in Shanghai', () => {
    expect(formatMoment('2026-10-28T08:20:00Z', '2026-10-29')).toBe('10-28 16:20');
    expect(formatMoment('2025-12-31T16:30:00Z', '2026-10-29')).toBe('01-01 00:30');
    expect(formatTimeSeconds('2026-10-29T02:42:08.900Z')).toBe('10:42:08');
    expect(formatBarDate(new Date('2026-10-29T02:42:00Z'))).toBe('10 月 29 日 周四 10:42');
  });

  it('groups a case number 6 8 6 1 and leaves others alone', () => {
    expect(formatCaseNo('440199202610290003187')).toBe('440199 20261029 000318 7');
    expect(formatCaseNo('A017')).toBe('A017');
    expect(formatCaseSerial('440199202610290003187')).toBe('…000318');
  });

  it('prints counts, changes, durations and money', () => {
    expect([formatCount(1411), formatCount(59), formatCount(1234567)]).toEqual(['1,411', '59', '1,234,567']);
    expect([formatChange(26), formatChange(-38), formatChange(0)]).toEqual(['+26', '−38', '0']);
    expect([formatElapsed(402_000), formatElapsed(3_730_000), formatElapsed(-5)]).toEqual(['06:42', '1:02:10', '00:00']);
    expect([formatYuan(0), formatYuan(120_000), formatYuan(1250)]).toEqual(['0 元', '1,200 元', '12.50 元']);
  });
});
