import { describe, expect, it } from '@jest/globals';
import { correctionSettled } from './correction-settled.js';

const TODAY = '2026-11-05';
const clerk = { id: '1', name: '陈芳', staffNo: 'LJ-03127' };

describe('who closed a request for corrections first (R5.4)', () => {
  it.each([
    ['answered', clerk, '2026-11-05T02:42:00.000Z', '陈芳 10:42 已收齐补正'],
    ['withdrawn', clerk, '2026-11-04T02:42:00.000Z', '陈芳 11-04 10:42 已撤回补正要求'],
    ['lapsed', null, '2026-11-05T02:42:00.000Z', '系统 10:42 已随办件结束补正要求'],
  ] as const)('%s', (status, closedBy, closedAt, words) => {
    expect(correctionSettled({ status, closedBy, closedAt }, TODAY)).toBe(words);
  });
});
