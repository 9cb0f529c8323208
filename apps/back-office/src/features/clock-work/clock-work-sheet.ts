import type { ClockWorkRow } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { momentCell, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { SHEET_PAGE } from '../../app/task-sheet.js';
import type { ClockWorkTab } from './clock-work.queries.js';
import { daysWords, phaseWords } from './procedure-facts.js';

const askedOf = ({ procedure, extension }: ClockWorkRow) => procedure ?? extension;

/** 暂停延期 as an exported sheet. */
export const clockWorkColumns = (today: IsoDate): readonly SheetColumn<ClockWorkRow>[] => [
  { title: '受理编号', width: 24, value: (row) => row.caseNo },
  { title: '事项', width: 28, value: (row) => row.itemName },
  { title: '办件', width: 28, value: (row) => row.title },
  { title: '种类', width: 18, value: ({ procedure }) => procedure?.label ?? '延期' },
  {
    title: '多长',
    width: 14,
    value: ({ procedure, extension }) => (procedure ? daysWords(procedure) : `${extension?.days ?? 0} 个工作日`),
  },
  { title: '原因', width: 40, value: (row) => askedOf(row)?.reason ?? null },
  { title: '申请人员', width: 12, value: (row) => askedOf(row)?.requestedBy.name ?? null },
  { title: '申请时间', width: 18, value: (row) => momentCell(askedOf(row)?.requestedAt ?? null) },
  { title: '开始停', width: 12, value: ({ procedure }) => procedure?.startedOn ?? null },
  { title: '告知停到', width: 12, value: ({ procedure }) => procedure?.announcedEnd ?? null },
  { title: '现状', width: 18, value: ({ procedure }) => (procedure ? phaseWords(procedure, today) : '待批') },
  { title: '到期', width: 12, value: (row) => row.due },
];

/** The list for a sheet. */
export const clockWorkPage = (tab: ClockWorkTab, cursor: string | null) =>
  api.listClockWork({ query: { tab, limit: SHEET_PAGE, ...(cursor === null ? {} : { cursor }) } });
