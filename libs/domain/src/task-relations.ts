import type { IsoDate } from './dates.js';
import { regionContains } from './region.js';
import type { Role } from './roles.js';
import type { TaskKind } from './task-status.js';
import type { TaskActor } from './task-transitions.js';

/** An officer, as far as tasks are concerned. */
export interface Officer {
  id: string;
  roles: readonly Role[];
  departmentId: string | null;
  hallId: string | null;
  /** Region in which a supervisor may reassign. */
  regionCode: string;
}

/** Where a task lies and who may do it. */
export interface TaskDesk {
  kind: TaskKind;
  /** Role that the step asks for; a reroute asks for a clerk of the receiving hall (R5.3). */
  role: 'approver' | 'chief';
  /** Department in whose pool it lies; null for a reroute. */
  departmentId: string | null;
  /** Receiving hall of the case; the pool of a reroute. */
  hallId: string;
  regionCode: string;
  holderId: string | null;
  completedById: string | null;
}

/** How an officer stands to a task. */
export interface TaskRelation {
  /** What the officer could be by role, wherever the task lies: decides which actions are offered. */
  roleActors: readonly TaskActor[];
  /** What the officer is on this very task: decides which are allowed. */
  actors: readonly TaskActor[];
  /** Chinese: why an officer of the right role may still not act. */
  outsideReason: string;
}

/** R11: as what an officer can act on a task, in their own name and, where they stand in for the `principal`, in that one's. */
export function taskRelations(officer: Officer, task: TaskDesk, principal: Officer | null = null): TaskRelation {
  const own = ownRelation(officer, task);
  if (principal === null) return own;
  const lent = ownRelation(principal, task);
  // A chief's right over colleagues' work is not lent with the desk: it stays with the department's chiefs.
  const withLent = (mine: readonly TaskActor[], theirs: readonly TaskActor[]): TaskActor[] => [
    ...new Set([...mine, ...theirs.filter((one) => one !== 'chief')]),
  ];
  return {
    roleActors: withLent(own.roleActors, lent.roleActors),
    actors: withLent(own.actors, lent.actors),
    outsideReason: own.outsideReason,
  };
}

function ownRelation(officer: Officer, task: TaskDesk): TaskRelation {
  const isHolder = task.holderId === officer.id;
  const performs = officer.roles.includes(performingRole(task));
  const isChief = officer.roles.includes('chief');
  const isSupervisor = officer.roles.includes('supervisor');
  const inPool = isInPool(officer, task);
  const roleActors: TaskActor[] = [];
  if (performs || isHolder) roleActors.push('performer', 'holder', 'completer');
  if (isChief) roleActors.push('chief');
  if (isSupervisor) roleActors.push('supervisor');
  const actors: TaskActor[] = [];
  if (performs && inPool) actors.push('performer');
  if (isHolder) actors.push('holder');
  if (performs && inPool && isCompleter(officer, task)) actors.push('completer');
  if (isChief && task.departmentId !== null && task.departmentId === officer.departmentId) actors.push('chief');
  if (isSupervisor && regionContains(officer.regionCode, task.regionCode)) actors.push('supervisor');
  return { roleActors, actors, outsideReason: outsideReason(inPool, isSupervisor) };
}

/** Who did it, or in whose name it was done: a delegate completes what stays the principal's. */
function isCompleter({ id }: Officer, { holderId, completedById }: TaskDesk): boolean {
  return completedById !== null && (holderId ?? completedById) === id;
}

/** The role that claims and does a task: the step's, or a clerk for a reroute (R5.3). */
export function performingRole(task: Pick<TaskDesk, 'kind' | 'role'>): Role {
  return task.kind === 'reroute' ? 'clerk' : task.role;
}

/** Is the officer of the department, or for a reroute of the receiving hall, in whose pool the task lies? */
export function isInPool(
  officer: Pick<Officer, 'departmentId' | 'hallId'>,
  task: Pick<TaskDesk, 'kind' | 'departmentId' | 'hallId'>,
): boolean {
  if (task.kind === 'reroute') return officer.hallId === task.hallId;
  return task.departmentId !== null && officer.departmentId === task.departmentId;
}

function outsideReason(inPool: boolean, isSupervisor: boolean): string {
  if (inPool) return '本件由别人办理。联系持件人';
  return isSupervisor ? '本件不在所辖区划。联系该区划督查员' : '本件在别的部门。联系该部门首席代表';
}

export interface AssignmentInput {
  target: Officer & { active: boolean };
  task: TaskDesk;
  /** The target is applicant or agent of the case (R5.6). */
  targetConflict: boolean;
  /** R5.6: why the target can't do this part of the step, in Chinese (`partConflict`). */
  partConflict?: string | null;
  /** The target is away today, and who stands in; null or left out when at work. */
  targetLeave?: { through: IsoDate; delegateName: string } | null;
}

/** R11, R5.6: why a task can't be given to this officer (transfer, reassign), in Chinese; null when it can. */
export function assignmentProblem({
  target,
  task,
  targetConflict,
  partConflict,
  targetLeave,
}: AssignmentInput): { code: string; reason: string } | null {
  if (!target.active) return { code: 'task.target-inactive', reason: '接收人已停用。另选一人' };
  if (task.holderId === target.id) return { code: 'task.target-is-holder', reason: '接收人正持有本件。另选一人' };
  if (!target.roles.includes(performingRole(task)) || !isInPool(target, task)) {
    return { code: 'task.target-outside', reason: '接收人不在承办部门或没有相应角色。另选一人' };
  }
  if (targetConflict) return { code: 'task.target-recusal', reason: '接收人是申请人或代理人，须回避。另选一人' };
  if (targetLeave) {
    const { through, delegateName } = targetLeave;
    return {
      code: 'task.target-on-leave',
      reason: `接收人不在岗，${through.slice(5)} 前由${delegateName}代办。交给${delegateName}，或另选一人`,
    };
  }
  if (partConflict) return { code: 'task.target-same-person', reason: `接收人不合适：${partConflict}` };
  return null;
}

/**
 * R5.5: why a task can be given to nobody, in Chinese; null when somebody can take it.
 * @param problems what speaks against each of those who could do such work (`assignmentProblem`), null where nothing does
 */
export function nobodyReason(problems: readonly (string | null)[]): string | null {
  return problems.includes(null) ? null : '本部门现在没有别人可以接手，有人能接手时再办';
}
