import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ticketDeskQuery } from './tickets.queries.js';
import { useTicketCommands } from './use-ticket-commands.js';

/**
 * The call as the next step after a case: one key for both. Where nobody waits the number of who was served ends with the case.
 * @returns null where there is no number to end, or the hall calls none
 */
export function useNextCall(): { label: string; run: () => void } | null {
  const { data: desk } = useQuery(ticketDeskQuery());
  const navigate = useNavigate();
  const { callNext, act } = useTicketCommands();
  if (!desk || desk.serves.length === 0 || desk.current?.status === 'called') return null;
  const { current } = desk;
  if (desk.waiting.all === 0) {
    if (current === null) return null;
    const finish = () => {
      act({ verb: 'finish', id: current.id });
      void navigate('/counter');
    };
    return { label: `办结 ${current.number}`, run: finish };
  }
  return { label: '叫下一位', run: callNext };
}
