import { describe, expect, it } from '@jest/globals';
import type { CorrectionPoint } from '@onewindow/contracts';
import { broughtWords } from './point-words.js';

const point = (part: Partial<CorrectionPoint>): CorrectionPoint => ({
  kind: 'field',
  key: 'agreed',
  name: '同意户数',
  reason: '与同意书不一致',
  brought: null,
  ...part,
});
const at = '2026-03-03T01:00:00.000Z';

describe('what a correction brought', () => {
  it('says what stood there before and stands there now', () => {
    expect(broughtWords(point({}))).toBeNull();
    expect(broughtWords(point({ brought: { at, before: '12', after: '14' } }))).toBe('12 改为 14');
    expect(broughtWords(point({ brought: { at, before: null, after: null } }))).toBe('已改正');
    expect(broughtWords(point({ kind: 'material', brought: { at, before: '旧.pdf', after: '新.pdf' } }))).toBe('新交 新.pdf');
  });
});
