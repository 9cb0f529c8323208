import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { TASKS_KEY } from '../desk/index.js';
import type { ConsultationsFilter } from './consultations-filter.js';

const PAGE = 50;

/** What the own department was asked: open ones by the day on which silence counts, the others newest first. */
export const consultationsQuery = ({ tab, q }: ConsultationsFilter) =>
  infiniteQueryOptions({
    queryKey: [...TASKS_KEY, 'consultations', tab, q],
    queryFn: ({ pageParam, signal }) =>
      api.listConsultations({ query: { tab, limit: PAGE, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['department', 'staff'] },
  });
