import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

export const ACCEPTANCE_KEY = ['acceptance'] as const;

/** Requests for a further supplement notice that wait for a supervisor (R2.3), oldest first. */
export const overridesQuery = infiniteQueryOptions({
  queryKey: [...ACCEPTANCE_KEY, 'overrides'],
  queryFn: ({ pageParam, signal }) => api.listOverrideRequests({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['supervision'] },
});

/** What silence accepted (R2.4), latest first. */
export const deemedQuery = infiniteQueryOptions({
  queryKey: [...ACCEPTANCE_KEY, 'deemed'],
  queryFn: ({ pageParam, signal }) => api.listDeemed({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['supervision'] },
});

/** One case among them, however far down the list it stands; none when silence did not accept it. */
export const deemedOfQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...ACCEPTANCE_KEY, 'deemed-of', caseId],
    queryFn: ({ signal }) => api.listDeemed({ query: { caseId } }, { signal }),
    meta: { topics: ['supervision'] },
  });

/** Unkept promises that close deferral to their applicants (R4.4), the oldest first. */
export const promisesQuery = infiniteQueryOptions({
  queryKey: [...ACCEPTANCE_KEY, 'promises'],
  queryFn: ({ pageParam, signal }) => api.listBarredApplicants({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['supervision'] },
});

/** Papers that were asked for and never brought (R2.8), the longest past their day first. */
export const unbroughtQuery = infiniteQueryOptions({
  queryKey: [...ACCEPTANCE_KEY, 'unbrought'],
  queryFn: ({ pageParam, signal }) =>
    api.listUnbrought({ query: { when: 'late', ...(pageParam === null ? {} : { cursor: pageParam }) } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['supervision', 'department'] },
});

/** 告知承诺 that the department has still to check, the oldest first. */
export const commitmentsQuery = infiniteQueryOptions({
  queryKey: [...ACCEPTANCE_KEY, 'commitments'],
  queryFn: ({ pageParam, signal }) => api.listCommitments({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: ['department'] },
});
