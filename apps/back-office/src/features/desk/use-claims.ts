import type { ProblemError } from '@onewindow/api-client';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useCommand } from '../../app/use-command.js';
import { refreshTasks } from './desk.queries.js';

type ClaimOutcome = ResponseOf<Endpoints['claimTasks']>['items'][number];

export interface Claims {
  claim: (taskIds: readonly string[]) => void;
  busy: boolean;
  /** The outcome of each, once there is one. */
  items: readonly ClaimOutcome[];
  problem: ProblemError | null;
  refresh: () => void;
  retry: () => void;
  dismiss: () => void;
}

/** 签收, one or many: each is its own race, and each outcome is told. */
export function useClaims(onDone: () => void): Claims {
  const client = useQueryClient();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const command = useCommand(
    (taskIds: readonly string[], keyedBy) => api.claimTasks({ body: { taskIds: [...taskIds] } }, keyedBy(taskIds)),
    {
      onDone: () => {
        onDone();
        void refreshTasks(client);
      },
    },
  );
  const claim = (taskIds: readonly string[]) => {
    if (taskIds.length === 0 || command.isPending) return;
    setAsked(taskIds);
    command.mutate(taskIds);
  };
  return {
    claim,
    busy: command.isPending,
    items: command.data?.items ?? [],
    problem: command.error,
    refresh: () => {
      command.reset();
      void refreshTasks(client);
    },
    retry: () => claim(asked),
    dismiss: command.reset,
  };
}
