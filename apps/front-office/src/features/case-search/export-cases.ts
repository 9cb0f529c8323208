import type { CaseSummary } from '@onewindow/contracts';
import { CASE_STATUS_LABELS, shanghaiDateOf } from '@onewindow/domain';
import { dueCell, saveWorkbook, type SheetColumn } from '@onewindow/ui';

/** What the list shows, as columns of a sheet; names stay as masked as on the screen. */
export const CASE_COLUMNS: readonly SheetColumn<CaseSummary>[] = [
  { title: '受理编号', width: 24, value: (row) => row.caseNo },
  { title: '事项', width: 30, value: (row) => row.itemName },
  { title: '申请人', width: 24, value: (row) => row.applicantName },
  { title: '名称', width: 24, value: (row) => row.title },
  { title: '状态', width: 10, value: (row) => CASE_STATUS_LABELS[row.status] },
  { title: '部门', width: 18, value: (row) => row.department.name },
  { title: '大厅', width: 18, value: (row) => row.hall.name },
  { title: '收件日', width: 12, value: (row) => (row.receivedAt ? shanghaiDateOf(row.receivedAt) : null) },
  { title: '承诺到期', width: 18, value: (row) => dueCell(row.clocks.promised) },
  { title: '法定到期', width: 18, value: (row) => dueCell(row.clocks.statutory) },
  { title: '办结日', width: 12, value: (row) => (row.concludedAt ? shanghaiDateOf(row.concludedAt) : null) },
];

/** Exports the rows that are on the screen. */
export const exportCases = (rows: readonly CaseSummary[]): Promise<void> => saveWorkbook('办件查询', CASE_COLUMNS, rows);
