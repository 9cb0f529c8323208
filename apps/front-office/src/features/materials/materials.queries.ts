import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** What the applicant of a case has that can be used again. Every look-up is recorded, so it is asked once for an applicant and a checklist. */
export const reusableQuery = (caseId: string, applicantId: string, codes: string) =>
  queryOptions({
    queryKey: ['reusable', caseId, applicantId, codes] as const,
    queryFn: ({ signal }) => api.lookUpReusable({ params: { id: caseId } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
