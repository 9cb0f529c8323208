/** The states of a review task (architecture.md). */
export const TASK_STATUSES = ['waiting', 'pooled', 'claimed', 'done', 'returned', 'refused', 'deemed', 'cancelled'] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Chinese names of the statuses. */
export const TASK_STATUS_LABELS = {
  waiting: '未开始',
  pooled: '待签收',
  claimed: '已签收',
  done: '已办完',
  returned: '已退回',
  refused: '已拒签',
  deemed: '视为无意见',
  cancelled: '已取消',
} as const satisfies Record<TaskStatus, string>;

/** What a task asks for: a review, the decision, another department's opinion (R5.2), finding the right department (R5.3), or making the result after the decision (出证, art 44). */
export const TASK_KINDS = ['review', 'decision', 'consultation', 'reroute', 'issue'] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/** Chinese names of the kinds. */
export const TASK_KIND_LABELS = {
  review: '审查',
  decision: '决定',
  consultation: '征求意见',
  reroute: '改派部门',
  issue: '出证',
} as const satisfies Record<TaskKind, string>;

/** The statuses in which somebody can work on the task now: in the pool, or in a holder's hands. */
export const STANDING_TASK_STATUSES = ['pooled', 'claimed'] as const satisfies readonly TaskStatus[];

/** True while somebody can work on the task: pooled or claimed. */
export function isTaskStanding(status: TaskStatus): boolean {
  return (STANDING_TASK_STATUSES as readonly TaskStatus[]).includes(status);
}

/** True while the task still waits for somebody: waiting, pooled or claimed. */
export function isTaskOpen(status: TaskStatus): boolean {
  return status === 'waiting' || isTaskStanding(status);
}

/** True when the step is behind us: done, or deemed by silence (R5.2). */
export function isTaskPassed(status: TaskStatus): boolean {
  return status === 'done' || status === 'deemed';
}

/** True while it lies in the department's pool and anybody of it may claim it. */
export function isTaskPooled(status: TaskStatus): boolean {
  return status === 'pooled';
}

/** R5.4: true while one officer has it. */
export function isTaskHeld(status: TaskStatus): boolean {
  return status === 'claimed';
}

const OPINION_GIVEN = {
  waiting: false,
  pooled: false,
  claimed: false,
  done: true,
  returned: true,
  refused: true,
  deemed: true,
  cancelled: false,
} as const satisfies Record<TaskStatus, boolean>;

/** True once what is written on the task was sent by whoever wrote it. Before, and for good where the task is cancelled, it is one desk's draft and nobody's word. */
export function isOpinionGiven(status: TaskStatus): boolean {
  return OPINION_GIVEN[status];
}

/** R5.2: true when silence answered, which the system wrote. */
export function isTaskDeemed(status: TaskStatus): boolean {
  return status === 'deemed';
}
