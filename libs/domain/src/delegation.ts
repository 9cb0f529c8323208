import type { IsoDate } from './dates.js';
import { addCalendarDays } from './dates.js';
import type { Role } from './roles.js';
import { isInPool, type Officer, performingRole, type TaskDesk } from './task-relations.js';
import type { TaskStatus } from './task-status.js';
import { dateWords } from './words.js';

/** What one officer can do for another: the work of a desk. Roles of administration and supervision are never lent. */
export const DELEGABLE_ROLES = ['approver', 'chief'] as const satisfies readonly Role[];

/** One absence at most: longer than half a year somebody else is appointed. */
export const LONGEST_DELEGATION_DAYS = 183;

/** 代理授权: while it runs, the delegate works what is the principal's. Both days belong to it. */
export interface DelegationSpan {
  principalId: string;
  principalName: string;
  delegateId: string;
  delegateName: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
}

export interface DelegationParty extends Pick<Officer, 'id' | 'roles' | 'departmentId'> {
  name: string;
  active: boolean;
}

export interface DelegationInput {
  principal: DelegationParty;
  delegate: DelegationParty;
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** The document that authorises the delegate to decide as a chief; null when none is named. */
  authority: string | null;
  today: IsoDate;
  /** What stands already in the department and has not ended. */
  standing: readonly DelegationSpan[];
}

export interface DelegationProblem {
  code: string;
  /** Chinese: what is wrong, then what to do. */
  reason: string;
}

/** Whether it runs on this day. */
export function isDelegationRunning({ startsOn, endsOn }: Pick<DelegationSpan, 'startsOn' | 'endsOn'>, today: IsoDate): boolean {
  return startsOn <= today && today <= endsOn;
}

/** Who may arrange it: the absent officers themselves, or a chief of their department. */
export function mayArrangeDelegation(maker: Pick<Officer, 'id' | 'roles' | 'departmentId'>, principal: DelegationParty): boolean {
  if (maker.id === principal.id) return true;
  return maker.roles.includes('chief') && maker.departmentId !== null && maker.departmentId === principal.departmentId;
}

/**
 * R5.4, R5.6: why an absence can't be covered so; null when it can. The delegate is of the same department and has every role that the principal works in;
 * a chief's power to decide goes to another chief, or to somebody whom a named document authorises. No two at once for one principal, no chain and so no ring:
 * who is away stands in for nobody, and who stands in does not pass it on.
 */
export function delegationProblem(input: DelegationInput): DelegationProblem | null {
  return datesProblem(input) ?? partiesProblem(input) ?? standingProblem(input);
}

function datesProblem({ startsOn, endsOn, today }: DelegationInput): DelegationProblem | null {
  if (endsOn < startsOn) return { code: 'delegation.dates-reversed', reason: '结束日早于开始日。改日期' };
  if (startsOn < today) return { code: 'delegation.in-the-past', reason: '开始日已过。最早从今天起' };
  if (addCalendarDays(startsOn, LONGEST_DELEGATION_DAYS) <= endsOn) {
    return { code: 'delegation.too-long', reason: `一次最长 ${LONGEST_DELEGATION_DAYS} 天。改结束日` };
  }
  return null;
}

function partiesProblem({ principal, delegate, authority }: DelegationInput): DelegationProblem | null {
  const lent = lendableRoles(principal.roles);
  if (lent.length === 0) return { code: 'delegation.nothing-to-lend', reason: `${principal.name}不办审批，没有可代理的工作` };
  if (principal.id === delegate.id) return { code: 'delegation.to-oneself', reason: '不能授权给本人。另选一人' };
  if (!principal.active || !delegate.active) {
    return { code: 'delegation.inactive', reason: `${principal.active ? delegate.name : principal.name}已停用。另选一人` };
  }
  if (principal.departmentId === null || principal.departmentId !== delegate.departmentId) {
    return { code: 'delegation.outside', reason: `${delegate.name}不在同一部门。另选一人` };
  }
  const missing = lent.filter((role) => !delegatedRoles(principal.roles, delegate.roles, authority).includes(role));
  if (missing.includes('chief')) {
    return { code: 'delegation.authority-missing', reason: `${delegate.name}不是首席代表。写明授权其作决定的文书，或另选首席代表` };
  }
  if (missing.length > 0) return { code: 'delegation.role-missing', reason: `${delegate.name}没有审批人员角色。另选一人` };
  return null;
}

function standingProblem({ principal, delegate, startsOn, endsOn, today, standing }: DelegationInput): DelegationProblem | null {
  const days = (one: DelegationSpan): string => `${dateWords(one.startsOn, today)} 至 ${dateWords(one.endsOn, today)}`;
  const meanwhile = standing.filter((one) => one.startsOn <= endsOn && startsOn <= one.endsOn);
  const own = meanwhile.find((one) => one.principalId === principal.id);
  if (own)
    return { code: 'delegation.overlaps', reason: `${principal.name} ${days(own)} 已由${own.delegateName}代办。先结束那一次，或改日期` };
  const away = meanwhile.find((one) => one.principalId === delegate.id);
  if (away) return { code: 'delegation.delegate-on-leave', reason: `${delegate.name} ${days(away)} 不在岗。另选一人` };
  const chain = meanwhile.find((one) => one.delegateId === principal.id);
  if (chain)
    return { code: 'delegation.chain', reason: `${principal.name} ${days(chain)} 代${chain.principalName}办件，不能再转托。先结束那一次` };
  return null;
}

function lendableRoles(roles: readonly Role[]): Role[] {
  return DELEGABLE_ROLES.filter((role) => roles.includes(role));
}

/** In which of the principal's roles the delegate acts: those that both have, and the chief's where a document authorises it. */
export function delegatedRoles(principal: readonly Role[], delegate: readonly Role[], authority: string | null): Role[] {
  return lendableRoles(principal).filter((role) => delegate.includes(role) || (role === 'chief' && authority !== null));
}

/** How events and printed opinions name who acts for whom: 周明（林晓代）. */
export function actingName(principalName: string, delegateName: string): string {
  return `${principalName}（${delegateName}代）`;
}

/** One for whom the officer stands in today; `roles` are the delegated ones. */
export interface Principal extends Officer {
  name: string;
}

/**
 * For whom the officer would act on this task: for the principal whose it is, or, where the officer's own roles don't reach, for one to whom the pool offers it.
 * Null: in the officer's own name, or not at all.
 */
export function principalFor<P extends Principal>(
  officer: Officer,
  principals: readonly P[],
  task: TaskDesk & { status: TaskStatus },
): P | null {
  if (task.holderId !== null) return task.holderId === officer.id ? null : (principals.find(({ id }) => id === task.holderId) ?? null);
  if (task.status !== 'pooled' || performs(officer, task)) return null;
  return principals.find((principal) => performs(principal, task)) ?? null;
}

function performs(officer: Officer, task: TaskDesk): boolean {
  return officer.roles.includes(performingRole(task)) && isInPool(officer, task);
}
