import { TransitionNotAllowed } from './errors.js';
import { type TaskKind, type TaskStatus, TASK_STATUS_LABELS } from './task-status.js';
import type { Transition } from './transition.js';

/** What can be done to a task (R11). */
export const TASK_ACTIONS = [
  'claim',
  'release',
  'complete',
  'retrieve',
  'refuse',
  'return',
  'transfer',
  'reassign',
  'deem',
  'cancel',
] as const;

export type TaskAction = (typeof TASK_ACTIONS)[number];

/**
 * Who acts on a task. `performer` is R11's "approver of the department", or whoever else the step asks for: its chief for a step of
 * the chief's, a clerk of the receiving hall for a reroute (R5.3). `completer` is who did the task.
 */
export type TaskActor = 'performer' | 'holder' | 'completer' | 'chief' | 'supervisor' | 'system';

/** R11, second table, row by row. */
export const TASK_TRANSITIONS = {
  claim: { label: '签收', from: ['pooled'], to: 'claimed', by: ['performer'] },
  release: { label: '放回', from: ['claimed'], to: 'pooled', by: ['holder'] },
  complete: { label: '办完', from: ['claimed'], to: 'done', by: ['holder'] },
  retrieve: { label: '取回', from: ['done'], to: 'claimed', by: ['completer'] },
  refuse: { label: '拒签', from: ['claimed'], to: 'refused', by: ['holder'] },
  return: { label: '退回', from: ['claimed'], to: 'returned', by: ['holder'] },
  transfer: { label: '转办', from: ['claimed'], to: 'claimed', by: ['holder', 'chief'] },
  reassign: { label: '改派', from: ['pooled', 'claimed'], to: 'claimed', by: ['chief', 'supervisor'] },
  deem: { label: '视为无意见', from: ['pooled', 'claimed'], to: 'deemed', by: ['system'] },
  cancel: { label: '取消', from: ['waiting', 'pooled', 'claimed'], to: 'cancelled', by: ['system'] },
} as const satisfies Record<TaskAction, Transition<TaskStatus, TaskActor>>;

/** Nobody's action: the route opens a waiting task when what precedes it has passed (R5.1). The step's clock starts then (R1.5). */
export const TASK_OPENING = { label: '开始', from: ['waiting'], to: 'pooled', by: ['system'] } as const satisfies Transition<
  TaskStatus,
  TaskActor
>;

/** Nobody's action either: a step that is not for the pool has its officer the moment it opens (`ASSIGNMENT_MODES`). */
export const TASK_ASSIGNMENT = { label: '分派', from: ['pooled'], to: 'claimed', by: ['system'] } as const satisfies Transition<
  TaskStatus,
  TaskActor
>;

/** Is there a row of R11 from this status by this action, for a task of this kind? Silence ends consultations alone (R5.2). */
export function hasTaskTransition(status: TaskStatus, action: TaskAction, kind: TaskKind): boolean {
  if (action === 'deem' && kind !== 'consultation') return false;
  return (TASK_TRANSITIONS[action].from as readonly TaskStatus[]).includes(status);
}

/** R5.4: what is in the pool is nobody's yet; the same sentence for all that its holder alone may do. */
export const CLAIM_FIRST = '先签收本件';

/** Chinese: why the status or the kind does not allow the action, and when it would. */
export function taskStateReason(status: TaskStatus, action: TaskAction, kind: TaskKind): string {
  if (action === 'deem' && kind !== 'consultation') return '只有征求意见可以逾期视为无意见，审查和决定须由人办';
  const row = TASK_TRANSITIONS[action];
  if (status === 'pooled' && row.from.every((from) => from === 'claimed')) return CLAIM_FIRST;
  const when = row.from.map((from) => `“${TASK_STATUS_LABELS[from]}”`).join('、');
  return `本环节“${TASK_STATUS_LABELS[status]}”，${row.label}限于${when}时`;
}

/**
 * R11: the status after an action.
 * @throws TransitionNotAllowed (409, `task.transition-not-allowed`) when the table has no such row, and for `deem` of anything but a consultation.
 */
export function nextTaskStatus(status: TaskStatus, action: TaskAction, kind: TaskKind): TaskStatus {
  if (!hasTaskTransition(status, action, kind))
    throw new TransitionNotAllowed('task', status, action, taskStateReason(status, action, kind));
  return TASK_TRANSITIONS[action].to;
}

/**
 * R5.1: the status of a waiting task once its step may begin.
 * @throws TransitionNotAllowed when the task is not waiting.
 */
export function openTaskStatus(status: TaskStatus): TaskStatus {
  if (status !== 'waiting') throw new TransitionNotAllowed('task', status, 'open', `本环节“${TASK_STATUS_LABELS[status]}”，已经开始。刷新`);
  return TASK_OPENING.to;
}

/**
 * The status of a task that the system gives to an officer as its step opens.
 * @throws TransitionNotAllowed when it is not in the pool.
 */
export function assignTaskStatus(status: TaskStatus): TaskStatus {
  if (status !== TASK_OPENING.to)
    throw new TransitionNotAllowed('task', status, 'assign', `本环节“${TASK_STATUS_LABELS[status]}”，不能分派。刷新`);
  return TASK_ASSIGNMENT.to;
}

/**
 * R11 `retrieve`: a step that opened because of the task now taken back, and that nobody began, waits again.
 * @param untouched it was assigned as it opened, and its officer has done nothing about it yet
 * @throws TransitionNotAllowed when somebody has begun it.
 */
export function closeTaskStatus(status: TaskStatus, untouched = false): TaskStatus {
  if (status !== TASK_OPENING.to && !(untouched && status === TASK_ASSIGNMENT.to))
    throw new TransitionNotAllowed('task', status, 'close', `下一环节“${TASK_STATUS_LABELS[status]}”，已经开始。刷新`);
  return 'waiting';
}
