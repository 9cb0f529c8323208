import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { TASKS_KEY } from '../desk/index.js';

export type DoneRow = ResponseOf<Endpoints['listDone']>['items'][number];

/** What this person has completed, newest first. */
export const doneQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...TASKS_KEY, 'done', q],
    queryFn: ({ pageParam, signal }) =>
      api.listDone({ query: { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['staff', 'department'] },
  });
