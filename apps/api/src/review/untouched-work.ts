import { isTaskHeld } from '@onewindow/domain';
import type { ReviewTask } from './review-task.entity.js';

type Marks = Pick<ReviewTask, 'status' | 'pooledAt' | 'claimedAt' | 'draftSavedAt'>;

/** When a task that the system gives to an officer as its step opens counts as taken: the moment before the pool could have it. */
export function assignedAt(pooledAt: Date): Date {
  return new Date(pooledAt.getTime() - 1);
}

/** Assigned by the system, and nothing done about it since: not begun (R11 `retrieve`). A person can only take what came into the pool before. */
export function isUntouched({ status, pooledAt, claimedAt, draftSavedAt }: Marks): boolean {
  return isTaskHeld(status) && draftSavedAt === null && pooledAt !== null && claimedAt !== null && claimedAt < pooledAt;
}

/** The tasks with those that nobody has begun in the pool, where they would lie but for the assignment. */
export function unbegun<T extends Marks>(tasks: readonly T[]): T[] {
  return tasks.map((task) => (isUntouched(task) ? { ...task, status: 'pooled' } : task));
}
