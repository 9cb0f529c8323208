import type { SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { CLOCK_COLUMNS, DONE_COLUMN, SHEET_PAGE, TASK_COLUMNS } from '../../app/task-sheet.js';
import { type BoardFilter, boardQuery, type BoardScope } from './board-filter.js';
import type { BoardTask } from './department-board.queries.js';

const OPEN: readonly SheetColumn<BoardTask>[] = [
  ...TASK_COLUMNS,
  ...CLOCK_COLUMNS,
  { title: '停滞工作日', width: 12, value: (row) => row.stalledDays },
];
const DONE: readonly SheetColumn<BoardTask>[] = [...TASK_COLUMNS, DONE_COLUMN];

/** Open work with its clocks; what was done, with its day. */
export const boardColumns = (scope: BoardScope) => (scope === 'done' ? DONE : OPEN);

/** What a number of the board counts, for a sheet. */
export const boardPage = (filter: BoardFilter, cursor: string | null) =>
  api.listDepartmentTasks({ query: { ...boardQuery(filter), limit: SHEET_PAGE, ...(cursor ? { cursor } : {}) } });
