import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { SHEET_PAGE } from '../../app/task-sheet.js';

export const STAFF_KEY = ['administration', 'staff'] as const;
export type StaffRow = ResponseOf<Endpoints['listStaff']>['items'][number];
export type AuditRow = ResponseOf<Endpoints['listAudit']>['items'][number];
export type ImportReport = ResponseOf<Endpoints['importRows']>;

export const staffQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...STAFF_KEY, q],
    queryFn: ({ pageParam, signal }) =>
      api.listStaff({ query: { limit: 100, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The list for a sheet. */
export const staffPage = (q: string, cursor: string | null) =>
  api.listStaff({ query: { limit: SHEET_PAGE, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } });

export const auditQuery = (action: string) =>
  infiniteQueryOptions({
    queryKey: ['administration', 'audit', action],
    queryFn: ({ pageParam, signal }) =>
      api.listAudit({ query: { limit: 100, ...(action ? { action } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
