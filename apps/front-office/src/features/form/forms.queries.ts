import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** First values for the form of a case; asked anew when the applicant or what is known of them changes. */
export const prefillQuery = (caseId: string, known: string) =>
  queryOptions({
    queryKey: ['prefill', caseId, known],
    queryFn: ({ signal }) => api.prefillCase({ params: { id: caseId } }, { signal }),
    select: ({ values }) => values,
    // What the registers said when the applicant sat down stands for the sitting.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Regions change with an import, once a year. */
export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => api.listRegions({}, { signal }),
  select: ({ items }) => items.filter(({ level }) => level !== 'community'),
  staleTime: Number.POSITIVE_INFINITY,
});
