import type { TaskBackground, TaskDetail } from '@onewindow/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../app/api.js';
import { taskBackgroundQuery } from './desk.queries.js';

/** Who runs through the queue has not read: a case counts as seen when it was open for this long. */
const SEEN_AFTER_MS = 2_000;

/** What has changed since the case was looked at; and, for its officers, the mark that it was looked at now. */
export function useBackground(task: Pick<TaskDetail, 'id' | 'caseId' | 'case'>, marksSeen: boolean): TaskBackground | undefined {
  const { data } = useQuery({ ...taskBackgroundQuery(task), enabled: marksSeen });
  const isRead = data !== undefined;
  const { id } = task;
  const { version } = task.case;
  useEffect(() => {
    if (!marksSeen || !isRead) return;
    const timer = setTimeout(() => {
      // A mark that is lost is made the next time: nothing to tell anybody.
      if (document.visibilityState === 'visible') api.markSeen({ params: { id } }).catch(() => undefined);
    }, SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [marksSeen, isRead, id, version]);
  return data;
}
