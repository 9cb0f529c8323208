import type { SheetColumn } from '@onewindow/ui';
import type { WaitingRow } from './waiting-rows.js';
import { countWords, namesOf } from './waiting-words.js';

/** 跟进 as columns of a sheet; names stay as masked as on the screen. */
export const WAITING_COLUMNS: readonly SheetColumn<WaitingRow>[] = [
  { title: '等到哪天', width: 12, value: (row) => row.by },
  { title: '等什么', width: 16, value: countWords },
  { title: '受理编号', width: 24, value: (row) => namesOf(row).caseNo },
  { title: '事项', width: 28, value: (row) => namesOf(row).item },
  { title: '办件', width: 28, value: (row) => namesOf(row).name },
];
