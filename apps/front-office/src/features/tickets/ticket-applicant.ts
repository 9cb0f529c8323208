import type { TicketView } from '@onewindow/contracts';
import { api } from '../../app/api.js';
import { setStanding } from '../identify/index.js';

/**
 * Puts before the counter who was called, as their card told at the kiosk, so that nothing is typed again; whoever stood there before has
 * gone. Where no card was given, or the number can't be had now, the clerk reads the card as always.
 */
export async function bringCalled(ticket: TicketView): Promise<void> {
  setStanding(null);
  if (ticket.identityMasked === null) return;
  try {
    const { applicant } = await api.bringTicketApplicant({ params: { id: ticket.id } });
    if (applicant === null) return;
    const { identityType, identityNumber } = applicant;
    setStanding({ identityType, identityNumber, found: await api.identifyApplicant({ body: { identityType, identityNumber } }) });
  } catch {
    // The strip says that a card was given; reading it once more is all that is lost.
  }
}
