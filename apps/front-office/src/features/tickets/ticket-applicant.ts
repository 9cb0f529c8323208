import type { TicketView } from '@onewindow/contracts';
import { api } from '../../app/api.js';
import { awaitStanding, setStanding, type Standing, whoStands } from '../identify/index.js';

/** Who stands there by the card of a number slip. */
let brought: Standing | null = null;

/**
 * Puts before the counter who was called, as their card told at the kiosk, so that nothing is typed again; whoever stood there before has
 * gone. Where no card was given, or the number can't be had now, the clerk reads the card as always. An answer that comes when the next one
 * was called, or a card was read, brings nobody.
 */
export async function bringCalled(ticket: TicketView): Promise<void> {
  const isLatest = awaitStanding();
  brought = null;
  if (ticket.identityMasked === null) return;
  try {
    const { applicant } = await api.bringTicketApplicant({ params: { id: ticket.id } });
    if (applicant === null || !isLatest()) return;
    const { identityType, identityNumber } = applicant;
    const found = await api.identifyApplicant({ body: { identityType, identityNumber } });
    if (!isLatest()) return;
    brought = { identityType, identityNumber, found };
    setStanding(brought);
  } catch {
    // The strip says that a card was given; reading it once more is all that is lost.
  }
}

/** Who was called has not come, or goes elsewhere: by their slip they stand here no longer, nor come late. Whose card was read here stays. */
export function sendCalledAway(): void {
  const standing = whoStands();
  if (standing === null || standing === brought) setStanding(null);
}
