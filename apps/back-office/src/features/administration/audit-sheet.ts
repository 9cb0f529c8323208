import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { formatTimeSeconds, type SheetColumn } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { SHEET_PAGE } from '../../app/task-sheet.js';

type AuditRow = ResponseOf<Endpoints['listAudit']>['items'][number];

export const AUDIT_COLUMNS: readonly SheetColumn<AuditRow>[] = [
  { title: '时间', width: 20, value: ({ at }) => `${shanghaiDateOf(at)} ${formatTimeSeconds(at)}` },
  { title: '谁', width: 12, value: (row) => row.actorName ?? '系统' },
  { title: '做了什么', width: 36, value: (row) => row.words },
  { title: '对谁、哪一件', width: 36, value: (row) => row.about },
  { title: '从哪里', width: 18, value: (row) => row.ip },
];

/** The records for a sheet, newest first. */
export const auditPage = (action: string, cursor: string | null) =>
  api.listAudit({ query: { limit: SHEET_PAGE, ...(action ? { action } : {}), ...(cursor ? { cursor } : {}) } });
