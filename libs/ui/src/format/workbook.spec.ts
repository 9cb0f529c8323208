import { expect, it } from '@jest/globals';
import { sheetCells, sheetFileName, type SheetColumn } from './workbook.js';

it('writes the heads, then every row in the order of the columns', () => {
  const columns: SheetColumn<{ name: string; left: number | null }>[] = [
    { title: '办件', width: 20, value: ({ name }) => name },
    { title: '剩余', width: 8, value: ({ left }) => left },
  ];
  expect(
    sheetCells(columns, [
      { name: '梧桐苑', left: -2 },
      { name: '青禾路', left: null },
    ]),
  ).toEqual([
    ['办件', '剩余'],
    ['梧桐苑', -2],
    ['青禾路', null],
  ]);
});

it('names the file by Shanghai time, whatever the title holds', () => {
  expect(sheetFileName('停滞/办件', new Date('2026-10-28T17:05:00Z'))).toBe('停滞 办件 2026-10-29 0105.xlsx');
});
