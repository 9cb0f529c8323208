import { describe, expect, it } from '@jest/globals';
import type { ReadyRow } from '@onewindow/contracts';
import { canHandOver, groupByApplicant, waitingWords } from './ready-groups.js';

const row = (caseId: string, applicantId: string, waitingDays: number, over: Partial<ReadyRow> = {}) =>
  ({
    caseId,
    applicantId,
    applicantName: `申请人 ${applicantId}`,
    itemName: '公共场所卫生许可',
    result: { name: '卫生许可证' },
    waitingDays,
    uncollected: null,
    problems: [],
    actions: [{ action: 'handOver', allowed: true }],
    ...over,
  }) as unknown as ReadyRow;

describe('groupByApplicant', () => {
  it('keeps the order of waiting and counts what belongs together', () => {
    const late = { uncollected: { remindedOn: '2026-03-16', overdueDays: 2 } };
    expect(groupByApplicant([row('1', 'a', 9, late), row('2', 'b', 5), row('3', 'a', 1)])).toEqual([
      {
        applicantId: 'a',
        applicantName: '申请人 a',
        words: '公共场所卫生许可 等 2 件',
        waitingDays: 9,
        overdueDays: 2,
        caseIds: ['1', '3'],
        paper: null,
      },
      { applicantId: 'b', applicantName: '申请人 b', words: '卫生许可证', waitingDays: 5, overdueDays: null, caseIds: ['2'], paper: null },
    ]);
  });
});

describe('the paper of a group (R6.2)', () => {
  const withPaper = (caseId: string, action: string) =>
    row(caseId, 'a', 1, { paper: { actions: [{ action, allowed: true }] } as unknown as ReadyRow['paper'] });
  it.each([
    ['send', '待送出'],
    ['arrive', '在途'],
    ['call', '不在本大厅'],
  ])('%s is told as %s', (action, words) => {
    expect(groupByApplicant([row('1', 'a', 1), withPaper('2', action)])[0]?.paper).toBe(words);
  });
});

describe('words and permission', () => {
  it('says since when', () => {
    expect(
      [[0, null] as const, [3, null] as const, [16, 2] as const].map(([waitingDays, overdueDays]) =>
        waitingWords({ waitingDays, overdueDays }),
      ),
    ).toEqual(['今天到', '已等 3 天', '逾期 2 个工作日']);
  });
  it('hands over only what the server allows and nothing hinders', () => {
    expect(canHandOver(row('1', 'a', 0))).toBe(true);
    expect(canHandOver(row('1', 'a', 0, { problems: [{ code: 'fee', reason: '欠费' }] }))).toBe(false);
    expect(canHandOver(row('1', 'a', 0, { actions: [{ action: 'handOver', allowed: false }] }))).toBe(false);
  });
});
