import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** Refused steps that wait in this hall for the right department (R5.3), most urgent first. */
export const reroutesQuery = () =>
  queryOptions({
    queryKey: ['reroutes'] as const,
    queryFn: ({ signal }) => api.listReroutes({}, { signal }),
    meta: { topics: ['hall'] },
  });
