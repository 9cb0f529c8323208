import { describe, expect, it } from '@jest/globals';
import type { ReadyRow } from '@onewindow/contracts';
import {
  canHandOver,
  groupByApplicant,
  othersOf,
  placeWords,
  stepFrom,
  uncollectedGoOn,
  uncollectedLabel,
  waitingWords,
} from './ready-groups.js';

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
    methods: [
      { action: 'window', allowed: true },
      { action: 'post', allowed: false, reason: '本事项的结果不能邮寄。请申请人到窗口领取' },
    ],
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

describe('one collector for several applicants', () => {
  const rows = [row('1', 'a', 9), row('2', 'b', 5), row('3', 'a', 1), row('4', 'c', 1), row('5', 'c', 0)];
  const ofOthers = (id: string | null) => othersOf(rows, id).map(({ applicantId, caseIds }) => [applicantId, caseIds.length]);
  it.each([
    [
      'a',
      [
        ['b', 1],
        ['c', 2],
      ],
    ],
    [
      'b',
      [
        ['c', 2],
        ['a', 2],
      ],
    ],
    [
      'c',
      [
        ['a', 2],
        ['b', 1],
      ],
    ],
    [
      null,
      [
        ['a', 2],
        ['b', 1],
        ['c', 2],
      ],
    ],
  ])('offers beside %s the others, the next one first', (id, others) => {
    expect(ofOthers(id)).toEqual(others);
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
    expect(canHandOver(row('1', 'a', 0), 'window')).toBe(true);
    expect(canHandOver(row('1', 'a', 0, { problems: [{ code: 'fee', reason: '欠费' }] }), 'window')).toBe(false);
    expect(canHandOver(row('1', 'a', 0, { actions: [{ action: 'handOver', allowed: false }] }), 'window')).toBe(false);
  });
});

describe('walking the list', () => {
  const groups = groupByApplicant([row('1', 'a', 9), row('2', 'b', 5)]);
  it('begins at the first, goes to the neighbour and stays at the ends', () => {
    expect([stepFrom(groups, null, -1), stepFrom(groups, 'a', 1), stepFrom(groups, 'b', 1), stepFrom(groups, 'a', -1)]).toEqual([
      'a',
      'b',
      'b',
      'a',
    ]);
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

describe('where the paper is, on the printed list (R6.2)', () => {
  const [here, there] = [{ name: '区政务服务大厅' }, { name: '望湖街道便民服务中心' }];
  const paper = (state: string, actions: string[] = []) =>
    ({ hall: here, to: there, state, actions: actions.map((action) => ({ action, allowed: true })) }) as unknown as ReadyRow['paper'];
  const words = (place: string | null, own: ReadyRow['paper']) => placeWords({ result: { place }, paper: own } as ReadyRow);
  it.each([
    ['电子', null, null],
    ['B 柜 12 格', 'B 柜 12 格', paper('here', ['send'])],
    ['本大厅', null, paper('here')],
    ['区政务服务大厅，B 柜 12 格', 'B 柜 12 格', paper('here', ['call'])],
    ['区政务服务大厅送往望湖街道便民服务中心途中', 'B 柜 12 格', paper('onTheWay')],
  ])('%s', (told, place, own) => expect(words(place, own)).toBe(told));
});

describe('the way that was chosen (R6.2)', () => {
  it('holds back what the item does not send that way', () => {
    expect([canHandOver(row('1', 'a', 1), 'window'), canHandOver(row('1', 'a', 1), 'post')]).toEqual([true, false]);
  });
});

describe('逾期未领 (R6.3)', () => {
  const late = row('1', 'a', 20, { uncollected: { remindedOn: '2026-03-16', overdueDays: 2 } });
  const fresh = row('2', 'b', 5);

  it('goes on beyond the loaded page while its last row is one of them', () => {
    expect(uncollectedGoOn([late], true)).toBe(true);
    expect(uncollectedGoOn([late, fresh], true)).toBe(false);
    expect(uncollectedGoOn([late], false)).toBe(false);
    expect(uncollectedGoOn([], true)).toBe(false);
  });

  it('never gives a part of the list as its number', () => {
    expect(uncollectedLabel(200, true)).toBe('逾期未领 200 件以上');
    expect(uncollectedLabel(3, false)).toBe('逾期未领 3');
    expect(uncollectedLabel(0, false)).toBe('逾期未领');
  });
});
