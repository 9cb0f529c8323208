import type { TicketDesk } from '@onewindow/contracts';
import { useEffect, useRef } from 'react';
import { api } from '../../app/api.js';
import { putTicket, rereadDesk } from './tickets.queries.js';

/**
 * A case that comes onto the counter while a ticket is there belongs to it: 开始办理. What lay there before the call does not.
 * @param caseId the case that is open, before acceptance; null for any other page
 */
export function useTicketLink(desk: TicketDesk | undefined, caseId: string | null): void {
  const asked = useRef<string | null>(null);
  const current = desk?.current ?? null;
  const isKnown = desk !== undefined;
  useEffect(() => {
    if (!isKnown || caseId === null || asked.current === caseId) return;
    asked.current = caseId;
    if (current === null || current.caseId === caseId) return;
    api
      .linkTicket({ params: { id: current.id }, body: { caseId } })
      .then(({ ticket }) => putTicket(ticket))
      // Gone on at another tab meanwhile: the strip reads anew and shows what is so.
      .catch(rereadDesk);
  }, [caseId, current, isKnown]);
}
