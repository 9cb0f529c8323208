import { expect, it } from '@jest/globals';
import { allPages, dueCell, sheetCells, sheetFileName, type SheetColumn } from './workbook.js';

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

it('says of a day that it may still move (R1.2)', () => {
  expect(dueCell({ due: '2027-01-08', provisional: true })).toBe('2027-01-08（暂定）');
  expect(dueCell({ due: '2026-12-08', provisional: false })).toBe('2026-12-08');
  expect(dueCell(null)).toBeNull();
});

it('takes every page of a list, in order', async () => {
  const pages = new Map([
    [null, { items: [1, 2], nextCursor: 'b' }],
    ['b', { items: [3], nextCursor: null }],
  ]);
  const told: number[] = [];
  const rows = await allPages(
    async (cursor) => pages.get(cursor) ?? { items: [], nextCursor: null },
    (done) => told.push(done),
  );
  expect([rows, told]).toEqual([
    [1, 2, 3],
    [2, 3],
  ]);
});
