import type { DelegationView } from '@onewindow/contracts';
import { momentCell, type SheetColumn } from '@onewindow/ui';
import { STATE_WORDS } from './delegation-words.js';

/** 代理授权 as an exported sheet. */
export const DELEGATION_COLUMNS: readonly SheetColumn<DelegationView>[] = [
  { title: '不在岗', width: 12, value: (row) => row.principal.name },
  { title: '代办人', width: 12, value: (row) => row.delegate.name },
  { title: '从', width: 12, value: (row) => row.startsOn },
  { title: '到', width: 12, value: (row) => row.endsOn },
  { title: '现状', width: 10, value: (row) => STATE_WORDS[row.state] },
  { title: '事由', width: 30, value: (row) => row.reason },
  { title: '授权文书', width: 24, value: (row) => row.authority },
  { title: '登记人', width: 12, value: (row) => row.madeBy.name },
  { title: '登记时间', width: 18, value: (row) => momentCell(row.madeAt) },
  { title: '提前结束', width: 18, value: (row) => momentCell(row.endedAt) },
];
