import { useQuery } from '@tanstack/react-query';
import { ticketDeskQuery } from './tickets.queries.js';
import { useTicketCommands } from './use-ticket-commands.js';

/**
 * The call as the next step after a case: one key for both.
 * @returns null where nobody waits, or the hall calls no numbers
 */
export function useNextCall(): { label: string; run: () => void } | null {
  const { data: desk } = useQuery(ticketDeskQuery());
  const { callNext } = useTicketCommands();
  if (!desk || desk.serves.length === 0 || desk.waiting.all === 0 || desk.current?.status === 'called') return null;
  return { label: '叫下一位', run: callNext };
}
