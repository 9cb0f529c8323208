import type { ResponseOf, Endpoints } from '@onewindow/contracts';
import { topicOf, type TaskDetail } from '@onewindow/contracts';
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { listQuery, type DeskFilters } from './desk-filters.js';

/** A page of the queue: fills the taller screen once. */
const PAGE = 50;

/** All that hangs on tasks; a command of one's own makes it all stale at once. */
export const TASKS_KEY = ['tasks'] as const;

/** New and taken work shows by itself: a person hears the own department and the own name. */
const WORK_TOPICS = ['department', 'staff'] as const;

/** The queue of a tab, worst first. */
export const taskListQuery = (filters: DeskFilters) =>
  infiniteQueryOptions({
    queryKey: [...TASKS_KEY, 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      api.listTasks({ query: { ...listQuery(filters), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before, query) => ((query?.queryKey[2] as DeskFilters | undefined)?.tab === filters.tab ? before : undefined),
    meta: { topics: WORK_TOPICS },
  });

/** Counts of the tabs and their lights. */
export const taskCountsQuery = queryOptions({
  queryKey: [...TASKS_KEY, 'counts'],
  queryFn: ({ signal }) => api.countTasks(undefined, { signal }),
  meta: { topics: WORK_TOPICS },
});

export type TaskCounts = ResponseOf<Endpoints['countTasks']>;

/** One task with all that stands beside the list. */
export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'detail', taskId],
    queryFn: ({ signal }) => api.getTask({ params: { id: taskId } }, { signal }),
    meta: { topics: (data) => [topicOf.case((data as TaskDetail).caseId)] },
  });

/** What there is to filter by in a tab; asked for when the filters are opened. */
export const taskFacetsQuery = (tab: DeskFilters['tab']) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'facets', tab],
    queryFn: ({ signal }) => api.taskFacets({ query: { tab } }, { signal }),
    meta: { topics: WORK_TOPICS },
  });

/** What has changed since the case was looked at, and drafts that were sent up. */
export const taskBackgroundQuery = (task: Pick<TaskDetail, 'id' | 'caseId'>) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'background', task.id],
    queryFn: ({ signal }) => api.taskBackground({ params: { id: task.id } }, { signal }),
    staleTime: 30_000,
    meta: { topics: [topicOf.case(task.caseId)] },
  });

/** Which of the ticked tasks can be finished together. Asked for anew after every command: it hangs on tasks. */
export const batchPreviewQuery = (taskIds: readonly string[]) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'batch-preview', taskIds],
    queryFn: ({ signal }) => api.previewDeskBatch({ body: { taskIds: [...taskIds] } }, { signal }),
  });

/** What came of a batch; followed live while it runs. */
export const deskBatchQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk-batch', id],
    queryFn: ({ signal }) => api.getDeskBatch({ params: { id } }, { signal }),
    meta: { topics: ['staff'] as const },
  });

/** Who can take a task over, each with the load. */
export const colleaguesQuery = (taskId: string) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'colleagues', taskId],
    queryFn: ({ signal }) => api.colleagues({ params: { id: taskId } }, { signal }),
  });

/** The whole story of a case. */
export const caseEventsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-events', caseId],
    queryFn: ({ signal }) => api.getCaseEvents({ params: { id: caseId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** A published version never changes: read once. */
export const itemVersionQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['item-version', versionId],
    queryFn: ({ signal }) => api.getItemVersion({ params: { id: versionId } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** After a command: every list, count and detail of tasks is read anew. */
export async function refreshTasks(client: QueryClient, caseId?: string): Promise<void> {
  const events = caseId === undefined ? undefined : client.invalidateQueries({ queryKey: ['case-events', caseId] });
  await Promise.all([client.invalidateQueries({ queryKey: TASKS_KEY }), events]);
}
