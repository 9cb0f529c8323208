import { describe, expect, it } from '@jest/globals';
import { extensionSettled, procedureSettled } from './settled-words.js';

const TODAY = '2026-11-05';
const decided = { decidedBy: { id: '1', name: '周敏', staffNo: 'LJ-03124' }, decidedAt: '2026-11-05T02:42:00.000Z' };
const lapsed = { decidedBy: null, decidedAt: '2026-11-04T02:42:00.000Z' };

describe('who answered first (R5.4)', () => {
  it.each([
    ['granted', decided, '周敏 10:42 已准予延长'],
    ['refused', decided, '周敏 10:42 已答复不同意延长'],
    ['withdrawn', lapsed, '延期的申请 11-04 10:42 已撤回'],
  ] as const)('an extension %s', (status, who, words) => {
    expect(extensionSettled({ status, ...who }, TODAY)).toBe(words);
  });

  it.each([
    ['noticed', decided, '周敏 10:42 已同意检测'],
    ['refused', decided, '周敏 10:42 已答复不同意检测'],
    ['withdrawn', lapsed, '检测的申请 11-04 10:42 已撤回'],
    ['ended', decided, '检测已在别处结束'],
  ] as const)('a pause %s', (phase, who, words) => {
    expect(procedureSettled({ phase, label: '检测', ...who }, TODAY)).toBe(words);
  });
});
