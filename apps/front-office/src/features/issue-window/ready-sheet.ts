import type { ReadyRow } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import type { SheetColumn } from '@onewindow/ui';
import { placeWords } from './ready-groups.js';

/** 待出件 as columns of a sheet; names and numbers stay as masked as on the screen. */
export const READY_COLUMNS: readonly SheetColumn<ReadyRow>[] = [
  { title: '受理编号', width: 24, value: (row) => row.caseNo },
  { title: '申请人', width: 20, value: (row) => row.applicantName },
  { title: '证件号', width: 22, value: (row) => row.applicantIdentityMasked },
  { title: '事项', width: 28, value: (row) => row.itemName },
  { title: '结果', width: 28, value: (row) => row.result.name },
  { title: '放在哪里', width: 28, value: placeWords },
  { title: '可领日', width: 12, value: (row) => shanghaiDateOf(row.readyAt) },
  { title: '已等天数', width: 10, value: (row) => row.waitingDays },
  { title: '逾期工作日', width: 10, value: (row) => row.uncollected?.overdueDays ?? null },
];
