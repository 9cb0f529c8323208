import type { ClockExplanation } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

export const CLOCK_WORK_KEY = ['clock-work'] as const;
export type ClockWorkTab = 'waiting' | 'running';

/** What may be asked for on a task, and what was. */
export const taskClockWorkQuery = (taskId: string, caseId: string) =>
  queryOptions({
    queryKey: [...CLOCK_WORK_KEY, 'task', taskId],
    queryFn: ({ signal }) => api.getTaskClockWork({ params: { id: taskId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** Requests that wait for the chief, or pauses that run, the longest over its announced end first. */
export const clockWorkListQuery = (tab: ClockWorkTab) =>
  infiniteQueryOptions({
    queryKey: [...CLOCK_WORK_KEY, 'list', tab],
    queryFn: ({ pageParam, signal }) =>
      api.listClockWork({ query: { tab, ...(pageParam === null ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['department'] },
  });

/** Why a clock ends on its day. */
export const clockExplanationQuery = (caseId: string, clock: ClockExplanation['clock'], taskId: string) =>
  queryOptions({
    queryKey: [...CLOCK_WORK_KEY, 'explanation', caseId, clock, clock === 'step' ? taskId : null],
    queryFn: ({ signal }) =>
      api.explainClock({ params: { id: caseId }, query: { clock, ...(clock === 'step' ? { taskId } : {}) } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** After a command everything about clocks is read anew. */
export function refreshClockWork(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: CLOCK_WORK_KEY });
}
