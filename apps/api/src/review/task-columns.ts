import { insertsOf, selected, sql, updatesOf } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';

/** Every column of a task in a fixed order. */
export const TASK_COLUMNS = [
  'id',
  'caseId',
  'stepKey',
  'round',
  'kind',
  'role',
  'stepName',
  'departmentId',
  'isForeign',
  'hallId',
  'districtCode',
  'status',
  'version',
  'holderId',
  'pooledAt',
  'claimedAt',
  'doneAt',
  'completedBy',
  'outcome',
  'opinion',
  'points',
  'draftSavedAt',
  'stepLimit',
  'stepStartedOn',
  'stepDue',
  'stepProvisional',
  'statutoryDue',
  'promisedDue',
  'nearestDue',
  'paused',
  'receivedAt',
  'idleSince',
  'caseNo',
  'title',
  'itemId',
  'itemName',
] as const satisfies readonly (keyof ReviewTask)[];

/** A task with the name of who holds it. */
export type TaskWithHolder = ReviewTask & { holderName: string | null; holderNo: string | null };

/** Columns under the aliases `t` (task) and `h` (holder). */
export const TASK_SELECT = `${selected('t', TASK_COLUMNS)}, h.name AS "holderName", h.staff_no AS "holderNo"`;
export const TASK_FROM = 'review_task t LEFT JOIN staff h ON h.id = t.holder_id';

export const FIND_TASK = sql<TaskWithHolder>(`SELECT ${TASK_SELECT} FROM ${TASK_FROM} WHERE t.id = $1`);
/** A task with all others of its case, found by the one. */
export const TASKS_BESIDE = sql<TaskWithHolder>(
  `SELECT ${TASK_SELECT} FROM ${TASK_FROM} WHERE t.case_id = (SELECT o.case_id FROM review_task o WHERE o.id = $1) ORDER BY t.round, t.id`,
);
export const TASKS_OF_CASE = sql<TaskWithHolder>(`SELECT ${TASK_SELECT} FROM ${TASK_FROM} WHERE t.case_id = $1 ORDER BY t.round, t.id`);

/** The UPDATE of exactly these columns; `$1` is the id. */
export const updateTaskStatement = updatesOf<keyof ReviewTask>('review_task');

/** One INSERT of several tasks: a route's tasks are written together. */
export const insertTasksStatement = insertsOf('review_task', TASK_COLUMNS);

/** A property's value as the driver wants it. */
export function taskValue(task: ReviewTask, property: keyof ReviewTask): unknown {
  return property === 'points' ? JSON.stringify(task.points) : task[property];
}
