import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** The numbered paper that this hall holds (R10.5). */
export const outageRangesQuery = queryOptions({
  queryKey: ['outage-ranges'],
  queryFn: ({ signal }) => api.listOutageRanges({}, { signal }),
});
