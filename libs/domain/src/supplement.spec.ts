import { describe, expect, it } from '@jest/globals';
import { supplementPoints, supplementSentence, type SupplementSource } from './supplement.js';

const sources: Record<string, SupplementSource> = {
  application: { standard: '填写完整并签名。', medium: 'original', copies: 2 },
  plan: { standard: '比例 1:100', medium: 'electronic', copies: 0 },
};
const points = supplementPoints(
  [
    { code: 'application', name: '申请表', problem: 'faulty', reason: '未签名。' },
    { code: 'plan', name: '平面图', problem: 'missing', reason: '未交' },
    { code: 'old', name: '旧材料', problem: 'expired', reason: '2026-01-01 已过期，换交有效的' },
  ],
  (code) => sources[code],
);

describe('R2.3 the one notice', () => {
  it('says of every material what is wrong, by which standard, and what to bring', () => {
    expect(points.map(supplementSentence)).toEqual([
      '未签名；填写完整并签名；改正后重交原件 2 份。',
      '未提交；比例 1:100；补交电子件。',
      '2026-01-01 已过期，换交有效的；改正后重交。',
    ]);
  });

  it('leaves nothing out', () => {
    expect(points.map(({ code }) => code)).toEqual(['application', 'plan', 'old']);
  });
});
