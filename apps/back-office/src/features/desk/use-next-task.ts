import { type ProblemError, useCommand } from '@onewindow/api-client';
import type { TaskRow } from '@onewindow/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.js';
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

/** 签收下一件, by a press or by itself. */
export function useNextTask(onClaimed: (task: TaskRow) => void): NextTask {
  const client = useQueryClient();
  const command = useCommand((_: undefined, keyedBy) => api.claimNext(undefined, keyedBy('claim-next')), {
    onDone: ({ task }) => {
      void refreshTasks(client, task?.caseId);
      if (task) onClaimed(task);
    },
  });
  return {
    claim: () => {
      if (!command.isPending) command.mutate(undefined);
    },
    busy: command.isPending,
    isEmpty: command.data?.task === null,
    problem: command.error,
    dismiss: command.reset,
  };
}
