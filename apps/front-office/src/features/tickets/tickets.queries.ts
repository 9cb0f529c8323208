import type { TicketDesk, TicketView } from '@onewindow/contracts';
import { isTicketAtCounter } from '@onewindow/domain';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';

const DESK_KEY = ['ticket-desk'] as const;

/** The queue as this counter sees it; live. */
export const ticketDeskQuery = () =>
  queryOptions({
    queryKey: DESK_KEY,
    queryFn: ({ signal }) => api.getTicketDesk({}, { signal }),
    meta: { topics: ['tickets'] },
  });

/** What is known of the queue without asking. */
export function knownDesk(): TicketDesk | undefined {
  return queryClient.getQueryData<TicketDesk>(DESK_KEY);
}

/** Shows at once what a command answered; the rest of the queue is read anew. */
export function putTicket(ticket: TicketView | null): void {
  const isHere = ticket !== null && isTicketAtCounter(ticket.status);
  queryClient.setQueryData<TicketDesk>(DESK_KEY, (old) => (old ? { ...old, current: isHere ? ticket : null } : old));
  rereadDesk();
}

/** Somebody else was first, or a command was refused: reads what is so. */
export function rereadDesk(): void {
  void queryClient.invalidateQueries({ queryKey: DESK_KEY });
}
