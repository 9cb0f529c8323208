import { describe, expect, it } from '@jest/globals';
import { HEAT_BUCKETS, caseNamed, claimedSentence, clockWords, dateWords, heatBucketOf, heatTone, paperDate } from './words.js';

describe('ages in words (R1.5, R3.2)', () => {
  it.each([
    [9, 'green', '●', '剩 9 个工作日', '剩 9'],
    [3, 'green', '●', '剩 3 个工作日', '剩 3'],
    [2, 'yellow', '▲', '剩 2 个工作日', '剩 2'],
    [0, 'yellow', '▲', '今天到期', '今天'],
    [-1, 'red', '■', '超 1 天', '超 1'],
  ])('R1.8 %i', (remaining, tone, mark, long, short) => {
    expect(clockWords(remaining)).toEqual({ tone, mark, long, short });
  });

  it('R3.2 a paused clock shows the frozen remainder', () => {
    expect(clockWords(15, { paused: true })).toEqual({ tone: 'paused', mark: '‖', long: '剩 15 个工作日', short: '剩 15' });
  });

  it('R1.8 thresholds come from the configuration', () => {
    expect(clockWords(4, { thresholds: { redBelow: 0, yellowThrough: 5 } }).tone).toBe('yellow');
  });

  it('every remainder has one column of the heat map', () => {
    const labels = [-40, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 6, 10, 11, 60].map(
      (days) => HEAT_BUCKETS.find((one) => one.key === heatBucketOf(days))?.label,
    );
    expect(labels).toEqual([
      '超 6+',
      '超 6+',
      '超 3–5',
      '超 3–5',
      '超 1–2',
      '超 1–2',
      '今天',
      '剩 1',
      '剩 2',
      '剩 3–5',
      '剩 3–5',
      '剩 6–10',
      '剩 6–10',
      '剩 11+',
      '剩 11+',
    ]);
    expect(heatBucketOf(-3, true)).toBe('paused');
  });

  it('R1.8 a column has the light of the worst day in it', () => {
    expect(HEAT_BUCKETS.map((bucket) => heatTone(bucket))).toEqual(HEAT_BUCKETS.map(({ tone }) => tone));
    const tones = HEAT_BUCKETS.map((bucket) => heatTone(bucket, { redBelow: 1, yellowThrough: 6 }));
    expect(tones.join(' ')).toBe('red red red red yellow yellow yellow yellow green paused');
  });

  it('dates are short within the year and long on paper', () => {
    expect(dateWords('2026-11-05', '2026-11-21')).toBe('11-05');
    expect(dateWords('2027-01-08', '2026-11-21')).toBe('2027-01-08');
    expect(caseNamed({ itemName: '食品经营许可（新办）', title: '悦来小吃店' })).toBe('食品经营许可（新办） 悦来小吃店');
    expect(paperDate('2026-11-05')).toBe('2026 年 11 月 5 日');
  });

  it('R5.4 says who has the task and since when', () => {
    expect(claimedSentence('谢文彬', '2026-11-05T02:41:00Z', '2026-11-05')).toBe('谢文彬 10:41 已签收本件');
    expect(claimedSentence('谢文彬', '2026-11-05T02:41:00Z', '2026-11-06')).toBe('谢文彬 11-05 10:41 已签收本件');
  });
});
