import type { ConsultationRow, ConsultationTab } from '@onewindow/contracts';
import { outcomeWords, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { CLOCK_COLUMNS, DONE_COLUMN, SHEET_PAGE, TASK_COLUMNS } from '../../app/task-sheet.js';
import type { ConsultationsFilter } from './consultations-filter.js';

const ASKED: readonly SheetColumn<ConsultationRow>[] = [
  ...TASK_COLUMNS,
  { title: '征求意见部门', width: 20, value: (row) => row.asking.name },
  { title: '问题', width: 40, value: (row) => row.question },
];
const OPEN: readonly SheetColumn<ConsultationRow>[] = [
  ...ASKED,
  ...CLOCK_COLUMNS,
  { title: '逾期视为无意见', width: 14, value: (row) => row.silenceOn },
];
const PAST: readonly SheetColumn<ConsultationRow>[] = [
  ...ASKED,
  { title: '答复', width: 14, value: ({ outcome }) => outcomeWords({ kind: 'consultation', outcome })?.words ?? null },
  { title: '意见', width: 40, value: (row) => row.opinion },
  DONE_COLUMN,
];

/** Open questions with their clocks, the others with what was answered. */
export const consultationColumns = (tab: ConsultationTab) => (tab === 'open' ? OPEN : PAST);

/** The list for a sheet. */
export const consultationsPage = ({ tab, q }: ConsultationsFilter, cursor: string | null) =>
  api.listConsultations({ query: { tab, limit: SHEET_PAGE, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } });
