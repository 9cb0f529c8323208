import type { Batch, BatchItem } from '@onewindow/contracts';
import { allPages, saveWorkbook, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { CLOCK_COLUMNS, SHEET_PAGE, TASK_COLUMNS } from '../../app/task-sheet.js';
import { outcomeWord } from './batch-words.js';
import { stalledQuery, type StalledFilter } from './stalled-filter.js';
import type { StalledRow } from './supervision.queries.js';

export const STALLED_COLUMNS: readonly SheetColumn<StalledRow>[] = [
  { title: '停滞工作日', width: 12, value: (row) => row.stalledDays },
  ...TASK_COLUMNS,
  ...CLOCK_COLUMNS,
];

export const BATCH_COLUMNS: readonly SheetColumn<BatchItem>[] = [
  { title: '结果', width: 10, value: (item) => outcomeWord(item).words },
  { title: '受理编号', width: 24, value: (item) => item.caseNo },
  { title: '事项', width: 28, value: (item) => item.itemName },
  { title: '办件', width: 28, value: (item) => item.title },
  { title: '转出人', width: 10, value: (item) => item.from?.name ?? '部门池' },
  { title: '接手人', width: 10, value: (item) => item.to?.name ?? null },
  { title: '原因', width: 40, value: (item) => item.message },
];

/** Exports everything that the filter finds, page by page. */
export async function exportStalled(filter: StalledFilter, onProgress: (done: number, total: number) => void): Promise<void> {
  let total = 0;
  const rows = await allPages<StalledRow>(
    async (cursor) => {
      const page = await api.listStalled({ query: { ...stalledQuery(filter), limit: SHEET_PAGE, ...(cursor ? { cursor } : {}) } });
      total = page.total;
      return page;
    },
    (done) => onProgress(done, total),
  );
  await saveWorkbook(filter.minStalled > 0 ? '停滞办件' : '在办件', STALLED_COLUMNS, rows);
}

/** Exports the outcome of every case of a batch, failures first as on the screen. */
export async function exportBatch(batch: Batch): Promise<void> {
  await saveWorkbook(`改派结果 ${batch.number}`, BATCH_COLUMNS, batch.items);
}
