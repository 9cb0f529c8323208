import { isTicketCalled } from '@onewindow/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { isCalling } from './ticket-words.js';
import { ticketDeskQuery } from './tickets.queries.js';
import { useTicketCommands } from './use-ticket-commands.js';

/**
 * The call as the next step after a case: one key for both. Where nobody waits the number of who was served ends with the case.
 * @returns null where there is no number to end, or the hall calls none; `refusal` says in words why the last one did not go
 */
export function useNextCall(): { label: string; run: () => void; refusal: string | null } | null {
  const { data: desk } = useQuery(ticketDeskQuery());
  const navigate = useNavigate();
  const { callNext, act, problem, nobody } = useTicketCommands();
  const refusal = problem ? problem.message : nobody ? '没有人在等了' : null;
  if (!desk || !isCalling(desk) || (desk.current !== null && isTicketCalled(desk.current.status))) return null;
  const { current } = desk;
  if (desk.waiting.all === 0) {
    if (current === null) return refusal === null ? null : { label: '下一件', run: () => void navigate('/counter'), refusal };
    const finish = () => {
      act({ verb: 'finish', id: current.id });
      void navigate('/counter');
    };
    return { label: `办结 ${current.number}`, run: finish, refusal };
  }
  return { label: '叫下一位', run: callNext, refusal };
}
