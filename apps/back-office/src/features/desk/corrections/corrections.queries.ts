import { topicOf } from '@onewindow/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { TASKS_KEY } from '../desk.queries.js';

/** What was asked of the applicant during review, and what can be asked for. */
export const taskCorrectionsQuery = (taskId: string, caseId: string) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'corrections', taskId],
    queryFn: ({ signal }) => api.taskCorrections({ params: { id: taskId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });
