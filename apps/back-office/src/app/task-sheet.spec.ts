import { describe, expect, it } from '@jest/globals';
import type { TaskRow } from '@onewindow/contracts';
import { sheetCells } from '@onewindow/ui';
import { CLOCK_COLUMNS, TASK_COLUMNS } from './task-sheet.js';

const clock = (due: string, remaining: number, provisional = false) => ({ due, remaining, light: 'green' as const, provisional });

describe('work as a sheet', () => {
  it('gives its three clocks, says which day may still move (R1.2) and that nobody holds it', () => {
    const row = {
      caseNo: '440199202611130001086',
      itemName: '公共场所卫生许可',
      title: '蓝湾游泳馆',
      department: { name: '卫生健康局' },
      stepName: '决定',
      holder: null,
      light: 'paused',
      clocks: { statutory: clock('2027-01-08', 20, true), promised: null, step: clock('2026-11-20', -1) },
    } as unknown as TaskRow;
    expect(sheetCells([...TASK_COLUMNS, ...CLOCK_COLUMNS], [row])[1]).toEqual([
      '440199202611130001086',
      '公共场所卫生许可',
      '蓝湾游泳馆',
      '卫生健康局',
      '决定',
      '待签收',
      '2027-01-08（暂定）',
      20,
      null,
      null,
      '2026-11-20',
      -1,
      '暂停',
    ]);
  });
});
