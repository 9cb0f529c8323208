import { problemOf } from '@onewindow/api-client';
import type { TaskDetail } from '@onewindow/contracts';
import { ErrorState, formatTime, SkeletonRows } from '@onewindow/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemWords } from '../../app/problem-words.js';

export interface TaskFrameProps {
  query: UseQueryResult<TaskDetail>;
  /** Leaves a task that is not there any more. */
  onBack: () => void;
  children: (task: TaskDetail) => ReactNode;
}

/** A task while it is read, when it could not be read, and when it is there. */
export function TaskFrame({ query, onBack, children }: TaskFrameProps) {
  if (query.data) return children(query.data);
  if (query.error) {
    const problem = problemOf(query.error);
    // A torn address is no task's either: what the server has against it is a word for programs.
    const torn = problem.status === 400;
    const gone = torn || problem.status === 404 || problem.status === 403;
    return (
      <ErrorState onRetry={gone ? onBack : () => void query.refetch()} retryLabel={gone ? '回到队列' : '重取'}>
        {torn
          ? '没有这一件，地址可能不全。'
          : gone
            ? problemWords(problem)
            : `没有取到这件，${formatTime(new Date(query.errorUpdatedAt))}。${problemWords(problem)}`}
      </ErrorState>
    );
  }
  return <SkeletonRows rows={10} rowHeight={48} blocks={2} label="办件" />;
}
