import { useQuery } from '@tanstack/react-query';
import { caseQuery } from '../counter/index.js';
import type { ToldDelivery } from './delivery.js';

/**
 * Where the applicant of a case lives or sits, as it was told at the counter: nobody types it a second time.
 * @param caseId whose result is sent; a case of another hall is open to this one while it is ready here (R11)
 * @returns null while it is unknown, and where another address was typed
 */
export function useAddressOnRecord({ method, address }: ToldDelivery, caseId: string | undefined): string | null {
  const isWanted = method === 'post' && address === null && caseId !== undefined;
  const { data } = useQuery({ ...caseQuery(caseId ?? ''), enabled: isWanted });
  return isWanted ? data?.applicant?.address || null : null;
}
