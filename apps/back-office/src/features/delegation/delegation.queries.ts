import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

export const DELEGATION_KEY = ['delegations'] as const;

export type Delegations = ResponseOf<Endpoints['listDelegations']>;
export type Candidate = ResponseOf<Endpoints['delegates']>['items'][number];

/** What I gave, what I took on, and for a chief the department's. */
export const delegationsQuery = queryOptions({
  queryKey: [...DELEGATION_KEY, 'list'],
  queryFn: ({ signal }) => api.listDelegations(undefined, { signal }),
  meta: { topics: ['department', 'staff'] },
});

/** Who could stand in on these days. */
export const delegatesQuery = (asked: { principalId: string; startsOn: IsoDate; endsOn: IsoDate }) =>
  queryOptions({
    queryKey: [...DELEGATION_KEY, 'candidates', asked],
    queryFn: ({ signal }) => api.delegates({ query: asked }, { signal }),
    enabled: asked.principalId !== '' && asked.startsOn !== '' && asked.endsOn !== '',
    gcTime: 0,
  });
