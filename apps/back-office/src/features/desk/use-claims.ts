import { type ProblemError, useCommand } from '@onewindow/api-client';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { refreshTasks } from './desk.queries.js';

type ClaimOutcome = ResponseOf<Endpoints['claimTasks']>['items'][number];

/** A task that one wants, with the name under which its outcome is told. */
export interface WantedTask {
  id: string;
  title: string;
}

export interface Claims {
  claim: (tasks: readonly WantedTask[]) => void;
  busy: boolean;
  /** The outcome of each, once there is one. */
  items: readonly (ClaimOutcome & { title: string })[];
  problem: ProblemError | null;
  refresh: () => void;
  retry: () => void;
  dismiss: () => void;
}

/**
 * 签收, one or many: each is its own race, and each outcome is told.
 * @param onDone called with those that one has now
 */
export function useClaims(onDone: (claimed: readonly string[]) => void): Claims {
  const client = useQueryClient();
  const [asked, setAsked] = useState<readonly WantedTask[]>([]);
  const command = useCommand(
    (taskIds: readonly string[], keyedBy) => api.claimTasks({ body: { taskIds: [...taskIds] } }, keyedBy(taskIds)),
    {
      onDone: ({ items }) => {
        onDone(items.filter(({ ok }) => ok).map(({ taskId }) => taskId));
        void refreshTasks(client);
      },
    },
  );
  const claim = (tasks: readonly WantedTask[]) => {
    if (tasks.length === 0 || command.isPending) return;
    setAsked(tasks);
    command.mutate(tasks.map(({ id }) => id));
  };
  const titles = new Map(asked.map(({ id, title }) => [id, title]));
  return {
    claim,
    busy: command.isPending,
    items: (command.data?.items ?? []).map((item) => ({ ...item, title: titles.get(item.taskId) ?? '' })),
    problem: command.error,
    refresh: () => {
      command.reset();
      void refreshTasks(client);
    },
    retry: () => claim(asked),
    dismiss: command.reset,
  };
}
