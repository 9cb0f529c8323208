import { topicOf } from '@onewindow/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import type { CaseFilters } from './search-question.js';

/** Cases by the filters of the address, newest first, page by page. */
export const casePagesQuery = (filters: CaseFilters) =>
  infiniteQueryOptions({
    queryKey: ['cases', filters] as const,
    queryFn: ({ signal, pageParam }) =>
      api.searchCases(
        {
          query: {
            ...(filters.q === '' ? {} : { q: filters.q }),
            ...(filters.status.length === 0 ? {} : { status: filters.status.join(',') }),
            ...(filters.from ? { from: filters.from } : {}),
            ...(filters.to ? { to: filters.to } : {}),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['hall'] },
  });

/** The story of one case. */
export const caseEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case-events', id] as const,
    queryFn: ({ signal }) => api.getCaseEvents({ params: { id } }, { signal }),
    meta: { topics: [topicOf.case(id)] },
  });
