import type { Endpoints, ReadyRow, ResponseOf } from '@onewindow/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** As many as most halls have waiting; the rest comes page by page. */
const LIST_LIMIT = 200;
const TODAY_LIMIT = 100;

type ReadyPage = ResponseOf<Endpoints['listReady']>;

const readyPage = (cursor: string | null, signal?: AbortSignal): Promise<ReadyPage> =>
  api.listReady({ query: { limit: LIST_LIMIT, ...(cursor === null ? {} : { cursor }) } }, signal ? { signal } : {});

/** All that waits in this hall, or only what nobody fetched after the reminder, for a sheet. */
export async function readySheetPage(cursor: string | null, isWanted: (row: ReadyRow) => boolean) {
  const { items, nextCursor } = await readyPage(cursor);
  return { items: items.filter(isWanted), nextCursor };
}

/** Results that wait in this hall, longest first. */
export const readyQuery = () =>
  infiniteQueryOptions({
    queryKey: ['ready', 'all'] as const,
    queryFn: ({ pageParam, signal }) => readyPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['hall'] },
  });

/** How many wait in this hall, for the top bar: their rows are the list's own business. */
export const readyCountQuery = queryOptions({
  queryKey: ['ready', 'count'] as const,
  queryFn: async ({ signal }): Promise<number> => (await api.listReady({ query: { limit: 1 } }, { signal })).total,
  meta: { topics: ['hall'] },
});

/** Everything that one applicant can collect here. */
export const readyOfApplicantQuery = (applicantId: string) =>
  queryOptions({
    queryKey: ['ready', 'applicant', applicantId] as const,
    queryFn: async ({ signal }): Promise<ReadyRow[]> =>
      (await api.listReady({ query: { applicantId, limit: LIST_LIMIT } }, { signal })).items,
    meta: { topics: ['hall'] },
  });

/** What this hall handed over today, newest first. */
export const todayQuery = () =>
  infiniteQueryOptions({
    queryKey: ['pickups', 'today'] as const,
    queryFn: ({ pageParam, signal }) =>
      api.handedOverToday({ query: { limit: TODAY_LIMIT, ...(pageParam === null ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['hall'] },
  });
