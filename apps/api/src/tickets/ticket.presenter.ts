import type { TicketView } from '@onewindow/contracts';
import { ticketActionsFor, type TicketFacts } from '@onewindow/domain';
import type { Ticket } from './ticket.entity.js';

/** A ticket as its counter sees it; the identity number only masked. */
export function presentTicket(ticket: Ticket, kindName: string, facts: TicketFacts): TicketView {
  return {
    id: ticket.id,
    number: facts.number,
    kindId: ticket.kindId,
    kindName,
    priority: ticket.priority,
    status: ticket.status,
    day: ticket.day,
    takenAt: ticket.takenAt.toISOString(),
    calledAt: ticket.calledAt?.toISOString() ?? null,
    callCount: ticket.callCount,
    servingAt: ticket.servingAt?.toISOString() ?? null,
    caseId: ticket.caseId,
    identityMasked: ticket.identityMasked,
    actions: ticketActionsFor(facts),
  };
}
