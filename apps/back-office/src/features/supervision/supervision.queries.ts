import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { api } from '../../app/api.js';
import type { ConclusionsFilter } from './conclusions-filter.js';
import { stalledQuery, type ClockName, type StalledFilter } from './stalled-filter.js';

const PAGE = 100;
/** The board is told of everything that happens in the region: it reads anew, but not more than once a second (see the collector). */
const BOARD_TOPICS = ['supervision'] as const;
export const SUPERVISION_KEY = ['supervision'] as const;

export type Overview = ResponseOf<Endpoints['supervisionOverview']>;
export type StalledRow = ResponseOf<Endpoints['listStalled']>['items'][number];
export type ReassignStrategy = 'balanced' | 'one' | 'familiar';

/** Counts, lights, and departments × remaining days on one clock. */
export const overviewQuery = (clock: ClockName) =>
  queryOptions({
    queryKey: [...SUPERVISION_KEY, 'overview', clock],
    queryFn: ({ signal }) => api.supervisionOverview({ query: { clock } }, { signal }),
    placeholderData: keepPreviousData,
    meta: { topics: BOARD_TOPICS },
  });

/** The stalled list, longest first. */
export const stalledListQuery = (filter: StalledFilter) =>
  infiniteQueryOptions({
    queryKey: [...SUPERVISION_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.listStalled({ query: { ...stalledQuery(filter), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: { topics: BOARD_TOPICS },
  });

export type ConclusionRow = ResponseOf<Endpoints['listConclusions']>['items'][number];

/** This month's conclusions, newest first, with the counts of each kind. */
export const conclusionsQuery = ({ departmentId, kind }: ConclusionsFilter) =>
  infiniteQueryOptions({
    queryKey: [...SUPERVISION_KEY, 'conclusions', departmentId, kind],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(departmentId ? { departmentIds: departmentId } : {}), ...(kind ? { kind } : {}), limit: PAGE };
      return api.listConclusions({ query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: { topics: BOARD_TOPICS },
  });

/** Officers who can take work over, with their loads. */
export const officersQuery = (departmentId: string | null) =>
  queryOptions({
    queryKey: [...SUPERVISION_KEY, 'officers', departmentId],
    queryFn: ({ signal }) => api.officers({ query: departmentId ? { departmentId } : {} }, { signal }),
  });

export interface ReassignTarget {
  taskIds: readonly string[];
  strategy: ReassignStrategy;
  toStaffId: string | null;
}

/** The target as the API takes it. */
export function targetBody({ taskIds, strategy, toStaffId }: ReassignTarget) {
  return { taskIds: [...taskIds], strategy, ...(strategy === 'one' && toStaffId ? { toStaffId } : {}) };
}

/** What the reassignment would do to each officer's load; asked anew for every choice. */
export const previewQuery = (target: ReassignTarget) =>
  queryOptions({
    queryKey: [...SUPERVISION_KEY, 'preview', target],
    queryFn: ({ signal }) => api.previewReassign({ body: targetBody(target) }, { signal }),
    enabled: target.taskIds.length > 0 && (target.strategy !== 'one' || target.toStaffId !== null),
    staleTime: 5_000,
    gcTime: 30_000,
    placeholderData: keepPreviousData,
  });

/** A batch with the outcome of each; asked again while it runs. */
export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: [...SUPERVISION_KEY, 'batch', batchId],
    queryFn: ({ signal }) => api.getBatch({ params: { id: batchId } }, { signal }),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 500 : false),
  });
