import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import type { ReassignStrategy } from '../supervision/index.js';
import { boardQuery, type BoardFilter } from './board-filter.js';

const PAGE = 100;
export const BOARD_KEY = ['department-board'] as const;
/** Whatever anybody of the department takes or does shows by itself. */
const DEPARTMENT_TOPICS = ['department', 'staff'] as const;

export type Board = ResponseOf<Endpoints['departmentBoard']>;
export type BoardTask = ResponseOf<Endpoints['listDepartmentTasks']>['items'][number];
export type EvenOutPreview = ResponseOf<Endpoints['previewEvenOut']>;

/** Who has what, and since when. */
export const boardOverviewQuery = queryOptions({
  queryKey: [...BOARD_KEY, 'overview'],
  queryFn: ({ signal }) => api.departmentBoard(undefined, { signal }),
  placeholderData: keepPreviousData,
  meta: { topics: DEPARTMENT_TOPICS },
});

/** What one number counts. */
export const boardTasksQuery = (filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: [...BOARD_KEY, 'tasks', filter],
    queryFn: ({ pageParam, signal }) =>
      api.listDepartmentTasks({ query: { ...boardQuery(filter), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: { topics: DEPARTMENT_TOPICS },
  });

/** What evening out would move now. */
export const evenOutQuery = queryOptions({
  queryKey: [...BOARD_KEY, 'even-out'],
  queryFn: ({ signal }) => api.previewEvenOut({ body: {} }, { signal }),
  staleTime: 5_000,
  gcTime: 0,
});

export interface HandoffTarget {
  fromStaffId: string;
  strategy: ReassignStrategy;
  toStaffId: string | null;
}

/** The target as the API takes it. */
export function handoffBody({ fromStaffId, strategy, toStaffId }: HandoffTarget) {
  return { fromStaffId, strategy, ...(strategy === 'one' && toStaffId ? { toStaffId } : {}) };
}

/** What a handover would do to each officer's load. */
export const handoffQuery = (target: HandoffTarget) =>
  queryOptions({
    queryKey: [...BOARD_KEY, 'handoff', target],
    queryFn: ({ signal }) => api.previewHandoff({ body: handoffBody(target) }, { signal }),
    enabled: target.strategy !== 'one' || target.toStaffId !== null,
    staleTime: 5_000,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
