import type { RerouteRow } from '@onewindow/contracts';
import { dueCell, type SheetColumn } from '@onewindow/ui';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** Refused steps that wait in this hall for the right department (R5.3), most urgent first. */
export const reroutesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['reroutes'] as const,
    queryFn: ({ signal, pageParam }) => api.listReroutes({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['hall'] },
  });

/** The list for a sheet. */
export const reroutesPage = (cursor: string | null) => api.listReroutes({ query: { limit: 200, ...(cursor === null ? {} : { cursor }) } });

export const REROUTE_COLUMNS: readonly SheetColumn<RerouteRow>[] = [
  { title: '受理编号', width: 24, value: (row) => row.caseNo },
  { title: '事项', width: 28, value: (row) => row.itemName },
  { title: '办件', width: 28, value: (row) => row.title },
  { title: '拒签的部门', width: 20, value: (row) => row.department.name },
  { title: '环节', width: 14, value: (row) => row.refusedStep },
  { title: '拒签理由', width: 40, value: (row) => row.reason },
  { title: '环节到期', width: 18, value: (row) => dueCell(row.clocks.step) },
  { title: '环节剩余', width: 10, value: (row) => row.clocks.step?.remaining ?? null },
];
