import { topicOf } from '@onewindow/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { TASKS_KEY } from '../desk.queries.js';

/** Whom a task has asked, who has answered, and who can still be asked. */
export const taskConsultationsQuery = (taskId: string, caseId: string) =>
  queryOptions({
    queryKey: [...TASKS_KEY, 'asked', taskId],
    queryFn: ({ signal }) => api.taskConsultations({ params: { id: taskId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });
