import { topicOf, type CaseDetail } from '@onewindow/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { readOrKept } from '../../app/kept.js';
import { queryClient } from '../../app/query-client.js';

/** Key of one case in the cache. */
export const caseKey = (id: string) => ['case', id] as const;

/** One case. An answer that was overtaken by a later writing of our own is not taken. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: caseKey(id),
    queryFn: async ({ signal }): Promise<CaseDetail> => {
      const fresh = await readOrKept(caseKey(id), () => api.getCase({ params: { id } }, { signal }));
      const known = queryClient.getQueryData<CaseDetail>(caseKey(id));
      return known && known.version > fresh.version ? known : fresh;
    },
    meta: { topics: [topicOf.case(id)], keep: true },
  });

/** A published version never changes. */
export const itemVersionQuery = (id: string) =>
  queryOptions({
    queryKey: ['item-version', id] as const,
    queryFn: ({ signal }) => readOrKept(['item-version', id], () => api.getItemVersion({ params: { id } }, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { keep: true },
  });

/** Items by name, pinyin initials or code; the empty question lists the favourites first. */
export const itemSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['items', q] as const,
    queryFn: ({ signal }) => api.searchItems({ query: { ...(q === '' ? {} : { q }), limit: 50 } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });

/** The drafts of this counter. */
export const draftsQuery = () =>
  queryOptions({
    queryKey: ['drafts'] as const,
    queryFn: ({ signal }) => api.myDrafts({}, { signal }),
    meta: { topics: ['hall'] },
  });
