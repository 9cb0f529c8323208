import type { Endpoints, ReadyRow, ResponseOf } from '@onewindow/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** As many as one hall has waiting on a bad day; beyond it the list says that there are more. */
const LIST_LIMIT = 200;

type ReadyPage = ResponseOf<Endpoints['listReady']>;

/** Results that wait in this hall, longest first. */
export const readyQuery = () =>
  queryOptions({
    queryKey: ['ready', 'all'] as const,
    queryFn: ({ signal }) => api.listReady({ query: { limit: LIST_LIMIT } }, { signal }),
    meta: { topics: ['hall'] },
  });

/** The count for the top bar; undefined while unknown or beyond the list. */
export function readyCount(page: ReadyPage | undefined): number | undefined {
  return page && page.nextCursor === null ? page.items.length : undefined;
}

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
  queryOptions({
    queryKey: ['pickups', 'today'] as const,
    queryFn: ({ signal }) => api.handedOverToday({ query: { limit: 100 } }, { signal }),
    meta: { topics: ['hall'] },
  });
