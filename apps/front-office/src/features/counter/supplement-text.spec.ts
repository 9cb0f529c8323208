import { describe, expect, it } from '@jest/globals';
import type { CaseMaterial, ItemDefinition } from '@onewindow/contracts';
import { materialsToSupplement, supplementText } from './supplement-text.js';

const material = (over: Partial<CaseMaterial>): CaseMaterial => ({
  code: 'plan',
  name: '平面图',
  required: true,
  isKey: true,
  verdict: 'qualified',
  defect: null,
  trustLevel: null,
  receivedAt: null,
  files: [],
  ...over,
});
const requirements = [
  { code: 'report', standard: '一年内有资质机构出具的原件', medium: 'original', copies: 1 },
] as ItemDefinition['materials'];

describe('supplementText', () => {
  it('names faulty and missing materials in order, with the reason or the standard', () => {
    const text = supplementText(
      [
        material({ code: 'form', name: '申请表' }),
        material({ verdict: 'faulty', defect: '平面图有一间未标注用途' }),
        material({ code: 'report', name: '检测报告', verdict: 'missing' }),
      ],
      requirements,
    );
    expect(text).toBe('1. 平面图：平面图有一间未标注用途；改正后重交。\n2. 检测报告：未提交；一年内有资质机构出具的原件；补交原件 1 份。');
  });

  it('leaves out optional materials that were not handed in, and says 未提交 without a standard', () => {
    expect(materialsToSupplement([material({ verdict: 'missing', required: false })])).toEqual([]);
    expect(supplementText([material({ verdict: 'missing' })], [])).toBe('1. 平面图：未提交；补交。');
  });
});
