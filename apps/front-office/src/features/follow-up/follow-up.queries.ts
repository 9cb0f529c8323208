import { topicOf } from '@onewindow/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import type { FollowUpFilters } from './follow-up-filters.js';

export const FOLLOW_UPS_KEY = ['follow-ups'] as const;
/** How often the count in the top bar is looked up; the page itself hears at once. */
const COUNT_EVERY_MS = 60_000;

/** Cases of this hall that wait after a supplement notice, the earliest day first. */
export const supplementsQuery = (when: FollowUpFilters['when']) =>
  infiniteQueryOptions({
    queryKey: [...FOLLOW_UPS_KEY, 'supplements', when],
    queryFn: ({ pageParam, signal }) =>
      api.listFollowUps(
        { query: { ...(when === 'all' ? {} : { when }), ...(pageParam === null ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // While other days are fetched, those in hand stand.
    placeholderData: keepPreviousData,
    meta: { topics: ['hall'] },
  });

/** Deferred materials that this hall waits for (R4), the earliest day first. */
export const deferredQuery = infiniteQueryOptions({
  queryKey: [...FOLLOW_UPS_KEY, 'deferred'],
  queryFn: ({ pageParam, signal }) => api.listDeferred({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['hall'] },
});

/** What reviewers asked for and this hall waits for (R3.3), the earliest day first. */
export const correctionsQuery = infiniteQueryOptions({
  queryKey: [...FOLLOW_UPS_KEY, 'corrections'],
  queryFn: ({ pageParam, signal }) => api.listCorrections({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['hall'] },
});

/** What one case waits for after its acceptance, at whatever counter its number was named (通办). */
export const awaitedQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...FOLLOW_UPS_KEY, 'case', caseId],
    queryFn: ({ signal }) => api.awaitedOfCase({ params: { id: caseId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** How much waits, for the top bar. */
export const followUpCountQuery = queryOptions({
  queryKey: ['follow-up-count'],
  queryFn: async ({ signal }) => {
    const [supplements, deferred, corrections] = await Promise.all([
      api.listFollowUps({ query: { limit: 1 } }, { signal }),
      api.listDeferred({ query: { limit: 1 } }, { signal }),
      api.listCorrections({ query: { limit: 1 } }, { signal }),
    ]);
    return supplements.counts.all + deferred.counts.all + corrections.counts.all;
  },
  refetchInterval: COUNT_EVERY_MS,
});

/** The calls of one case. */
export const callsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['calls', caseId],
    queryFn: ({ signal }) => api.listCallNotes({ params: { id: caseId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** After a command on a case that waited. */
export function readFollowUpsAnew(): void {
  for (const key of [FOLLOW_UPS_KEY, followUpCountQuery.queryKey, ['ready'], ['cases']])
    void queryClient.invalidateQueries({ queryKey: key });
}
