import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

type Seen = Pick<CaseDetail, 'id' | 'version' | 'applicant'>;

/**
 * R4 on one case. Where papers may follow, the quota is counted anew with every version of the case; elsewhere only the applicant matters.
 */
export const deferralQuery = ({ id, version, applicant }: Seen, { allowsDeferral }: Pick<ItemDefinition, 'allowsDeferral'>) =>
  queryOptions({
    queryKey: ['case-deferral', id, allowsDeferral ? version : (applicant?.id ?? '')] as const,
    queryFn: ({ signal }) => api.getCaseDeferral({ params: { id } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
