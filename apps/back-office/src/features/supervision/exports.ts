import type { Batch, BatchItem, ClockView } from '@onewindow/contracts';
import { saveWorkbook, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { outcomeWord } from './batch-words.js';
import { stalledQuery, type StalledFilter } from './stalled-filter.js';
import type { StalledRow } from './supervision.queries.js';

const PAGE = 200;
const remaining = (clock: ClockView | null) => clock?.remaining ?? null;

export const STALLED_COLUMNS: readonly SheetColumn<StalledRow>[] = [
  { title: '停滞工作日', width: 12, value: (row) => row.stalledDays },
  { title: '受理编号', width: 24, value: (row) => row.caseNo },
  { title: '事项', width: 28, value: (row) => row.itemName },
  { title: '办件', width: 28, value: (row) => row.title },
  { title: '部门', width: 20, value: (row) => row.department.name },
  { title: '环节', width: 14, value: (row) => row.stepName },
  { title: '承办人', width: 10, value: (row) => row.holder?.name ?? '待签收' },
  { title: '法定到期', width: 12, value: (row) => row.clocks.statutory?.due ?? null },
  { title: '法定剩余', width: 10, value: (row) => remaining(row.clocks.statutory) },
  { title: '承诺到期', width: 12, value: (row) => row.clocks.promised?.due ?? null },
  { title: '承诺剩余', width: 10, value: (row) => remaining(row.clocks.promised) },
  { title: '环节到期', width: 12, value: (row) => row.clocks.step?.due ?? null },
  { title: '环节剩余', width: 10, value: (row) => remaining(row.clocks.step) },
  { title: '暂停', width: 8, value: (row) => (row.light === 'paused' ? '暂停' : null) },
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
  const rows: StalledRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof api.listStalled>> = await api.listStalled({
      query: { ...stalledQuery(filter), limit: PAGE, ...(cursor ? { cursor } : {}) },
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
    onProgress(rows.length, page.total);
  } while (cursor !== null);
  await saveWorkbook(filter.minStalled > 0 ? '停滞办件' : '在办件', STALLED_COLUMNS, rows);
}

/** Exports the outcome of every case of a batch, failures first as on the screen. */
export async function exportBatch(batch: Batch): Promise<void> {
  await saveWorkbook(`改派结果 ${batch.number}`, BATCH_COLUMNS, batch.items);
}
