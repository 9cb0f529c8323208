import { useCommand } from '@onewindow/api-client';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { bringCalled, sendCalledAway } from './ticket-applicant.js';
import { knownDesk, putTicket, rereadDesk } from './tickets.queries.js';

/** Where a ticket is sent on to. */
export type TicketTarget = { counterId: string } | { kindId: string };
export type TicketVerb = { verb: 'recall' | 'skip' | 'finish'; id: string } | { verb: 'pass'; id: string; target: TicketTarget };

/** Everything that a counter does with tickets; a refusal stays in sight until it is put away. */
export function useTicketCommands() {
  const navigate = useNavigate();
  const [nobody, setNobody] = useState(false);
  const call = useCommand((servingId: string | null, keyedBy) => api.callNextTicket({}, keyedBy({ call: servingId })), {
    onDone: ({ ticket }) => {
      putTicket(ticket);
      setNobody(ticket === null);
      // The one who comes wants something else than the one before.
      if (ticket === null) return;
      void bringCalled(ticket);
      void navigate('/counter');
    },
    onRefused: rereadDesk,
  });
  const act = useCommand(
    (input: TicketVerb, keyedBy) => {
      const params = { id: input.id };
      const options = keyedBy(input);
      switch (input.verb) {
        case 'recall':
          return api.recallTicket({ params }, options);
        case 'skip':
          return api.skipTicket({ params }, options);
        case 'finish':
          return api.finishTicket({ params }, options);
        case 'pass':
          return api.passTicket({ params, body: input.target }, options);
      }
    },
    {
      onDone: ({ ticket }, { verb }) => {
        putTicket(ticket);
        if (verb === 'skip' || verb === 'pass') sendCalledAway();
      },
      onRefused: rereadDesk,
    },
  );
  const requeue = useCommand((id: string, keyedBy) => api.requeueTicket({ params: { id } }, keyedBy(id)), {
    onDone: rereadDesk,
    onRefused: rereadDesk,
  });
  const { reset: resetCall, mutate: mutateCall } = call;
  const { reset: resetAct } = act;
  const { reset: resetRequeue } = requeue;
  const clear = useCallback(() => {
    resetCall();
    resetAct();
    resetRequeue();
    setNobody(false);
  }, [resetCall, resetAct, resetRequeue]);
  const callNext = useCallback(() => {
    setNobody(false);
    mutateCall(knownDesk()?.current?.id ?? null);
  }, [mutateCall]);
  return {
    callNext,
    act: act.mutate,
    requeue: requeue.mutate,
    busy: call.isPending || act.isPending || requeue.isPending,
    problem: call.error ?? act.error ?? requeue.error,
    /** The last call found nobody. */
    nobody,
    clear,
  };
}
