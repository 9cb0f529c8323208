import type { ClockView, TaskRow } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { dueCell, type SheetColumn } from '@onewindow/ui';

const left = (clock: ClockView | null) => clock?.remaining ?? null;

/** So many rows of a list are asked for at once where all of it is exported. */
export const SHEET_PAGE = 200;

/** Who has which work, as columns of a sheet; names stay as masked as on the screen. */
export const TASK_COLUMNS: readonly SheetColumn<TaskRow>[] = [
  { title: '受理编号', width: 24, value: (row) => row.caseNo },
  { title: '事项', width: 28, value: (row) => row.itemName },
  { title: '办件', width: 28, value: (row) => row.title },
  { title: '部门', width: 20, value: (row) => row.department.name },
  { title: '环节', width: 14, value: (row) => row.stepName },
  { title: '承办人', width: 10, value: (row) => row.holder?.name ?? '待签收' },
];

/** The three clocks of work that is open. */
export const CLOCK_COLUMNS: readonly SheetColumn<TaskRow>[] = [
  { title: '法定到期', width: 18, value: (row) => dueCell(row.clocks.statutory) },
  { title: '法定剩余', width: 10, value: (row) => left(row.clocks.statutory) },
  { title: '承诺到期', width: 18, value: (row) => dueCell(row.clocks.promised) },
  { title: '承诺剩余', width: 10, value: (row) => left(row.clocks.promised) },
  { title: '环节到期', width: 18, value: (row) => dueCell(row.clocks.step) },
  { title: '环节剩余', width: 10, value: (row) => left(row.clocks.step) },
  { title: '暂停', width: 8, value: (row) => (row.light === 'paused' ? '暂停' : null) },
];

/** The day on which work was done, of lists that hold such. */
export const DONE_COLUMN: SheetColumn<{ doneAt: string | null }> = {
  title: '办完日',
  width: 12,
  value: ({ doneAt }) => doneAt && shanghaiDateOf(doneAt),
};
