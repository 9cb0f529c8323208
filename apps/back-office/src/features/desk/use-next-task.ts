import { type ProblemError, useCommand } from '@onewindow/api-client';
import type { TaskRow } from '@onewindow/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useStillOpen } from '../../app/use-still-open.js';
import { refreshTasks } from './desk.queries.js';

export interface NextTask {
  /** Claims the most urgent of the pool; whoever is overtaken gets the one after it. */
  claim: () => void;
  busy: boolean;
  /** The pool had nothing to claim. */
  isEmpty: boolean;
  problem: ProblemError | null;
  dismiss: () => void;
}

/**
 * 签收下一件, by a press or by itself.
 * @param openId what is open: whoever opens another one meanwhile stays there
 * @param onClaimed opens what was claimed
 */
export function useNextTask(openId: string | undefined, onClaimed: (task: TaskRow) => void): NextTask {
  const isStillOpen = useStillOpen(openId);
  const client = useQueryClient();
  const command = useCommand((_: string | undefined, keyedBy) => api.claimNext(undefined, keyedBy('claim-next')), {
    onDone: ({ task }, from) => {
      void refreshTasks(client, task?.caseId);
      // After the last one in hand none is open any more.
      if (task && isStillOpen(from, undefined)) onClaimed(task);
    },
  });
  return {
    claim: () => {
      if (!command.isPending) command.mutate(openId);
    },
    busy: command.isPending,
    isEmpty: command.data?.task === null,
    problem: command.error,
    dismiss: command.reset,
  };
}
