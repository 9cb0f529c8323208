import { TASK_STATUS_LABELS } from '@onewindow/domain';
import { outcomeWords, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { DONE_COLUMN, SHEET_PAGE, TASK_COLUMNS } from '../../app/task-sheet.js';
import type { DoneRow } from './done.queries.js';

/** How it ended, in the words of the list. */
export function endWords(row: Pick<DoneRow, 'kind' | 'outcome' | 'status'>) {
  return outcomeWords({ kind: row.kind === 'consultation' ? 'consultation' : 'review', outcome: row.outcome });
}

export const DONE_COLUMNS: readonly SheetColumn<DoneRow>[] = [
  ...TASK_COLUMNS,
  { title: '结果', width: 14, value: (row) => endWords(row)?.words ?? TASK_STATUS_LABELS[row.status] },
  DONE_COLUMN,
];

/** The list for a sheet. */
export const donePage = (q: string, cursor: string | null) =>
  api.listDone({ query: { limit: SHEET_PAGE, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } });
