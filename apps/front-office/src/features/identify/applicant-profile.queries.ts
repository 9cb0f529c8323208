import type { ApplicantProfile, CaseDetail } from '@onewindow/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import type { Identified } from './use-identify.js';

/** What is known of a case's applicant. Each reading leaves a record, so it is read once. */
const applicantProfileQuery = (caseId: string, applicantId: string) =>
  queryOptions({
    queryKey: ['applicant-profile', caseId, applicantId] as const,
    // Not ended with its screen: it is on record already, and the next screen would ask again.
    queryFn: () => api.getApplicantProfile({ params: { id: caseId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * Everything at a glance about who stands there: as identified in this sitting, else read for the applicant on record.
 * @param wanted false where nobody works on the case any more
 */
export function useApplicantProfile(detail: CaseDetail, found: Identified | null, wanted: boolean): ApplicantProfile | null {
  const { applicant } = detail;
  const isAsked = wanted && applicant !== null && found === null;
  const read = useQuery({ ...applicantProfileQuery(detail.id, applicant?.id ?? ''), enabled: isAsked });
  return found ?? (isAsked ? (read.data ?? null) : null);
}
