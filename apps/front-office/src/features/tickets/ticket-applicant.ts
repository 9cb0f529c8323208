import type { ApplicantInput } from '@onewindow/contracts';
import { api } from '../../app/api.js';
import { knownDesk } from './tickets.queries.js';

/**
 * Who was called, as their card told at the kiosk: typed once. Null when they gave none, or when it can't be had now: the clerk then reads
 * the card, as always. The name is empty for somebody whom the register does not know.
 */
export async function ticketApplicant(): Promise<ApplicantInput | null> {
  const current = knownDesk()?.current;
  if (!current?.identityMasked || current.caseId !== null) return null;
  try {
    const { applicant } = await api.bringTicketApplicant({ params: { id: current.id } });
    if (applicant === null) return null;
    const { identityType, identityNumber, name } = applicant;
    return { kind: 'natural', identityType, identityNumber, name: name ?? '' };
  } catch {
    return null;
  }
}
