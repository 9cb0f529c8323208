import { type CaseStatus, CASE_STATUSES, CASE_STATUS_LABELS } from './case-status.js';
import { TransitionNotAllowed } from './errors.js';
import type { Role } from './roles.js';
import type { Transition } from './transition.js';

/** What can be done to a case (R11). */
export const CASE_ACTIONS = [
  'receive',
  'supplement',
  'takeIn',
  'accept',
  'decline',
  'withdraw',
  'decide',
  'issue',
  'handOver',
  'terminate',
] as const;

export type CaseAction = (typeof CASE_ACTIONS)[number];

/** Who acts on a case: a role, or the system when time has passed or a result is electronic. */
export type CaseActor = Role | 'system';

/** R11, first table, row by row. Everything about states of cases is derived from here. */
export const CASE_TRANSITIONS = {
  receive: { label: '收件', from: ['draft'], to: 'received', by: ['clerk'] },
  supplement: { label: '一次告知', from: ['received'], to: 'supplementing', by: ['clerk'] },
  takeIn: { label: '收补正材料', from: ['supplementing'], to: 'received', by: ['clerk'] },
  accept: { label: '受理', from: ['received'], to: 'accepted', by: ['clerk', 'system'] },
  decline: { label: '不予受理', from: ['received'], to: 'declined', by: ['clerk'] },
  withdraw: { label: '撤件', from: ['received', 'supplementing', 'accepted'], to: 'withdrawn', by: ['clerk'] },
  decide: { label: '决定', from: ['accepted'], to: 'decided', by: ['chief', 'clerk'] },
  issue: { label: '出证', from: ['decided'], to: 'ready', by: ['approver', 'system'] },
  handOver: { label: '出件', from: ['ready'], to: 'concluded', by: ['clerk'] },
  terminate: { label: '终止', from: ['received', 'supplementing', 'accepted'], to: 'terminated', by: ['chief'] },
} as const satisfies Record<CaseAction, Transition<CaseStatus, CaseActor>>;

/** R11, last paragraph: these receive a draft first, in the same transaction. */
const RECEIVES_DRAFT_FIRST: readonly CaseAction[] = ['accept', 'supplement', 'decline'];

/** Is there a row of R11 from this status by this action? */
export function hasCaseTransition(status: CaseStatus, action: CaseAction): boolean {
  return (CASE_TRANSITIONS[action].from as readonly CaseStatus[]).includes(status);
}

/** Chinese: why the status does not allow the action, and when it would. */
export function caseStateReason(status: CaseStatus, action: CaseAction): string {
  const row = CASE_TRANSITIONS[action];
  const when = row.from.map((from) => `“${CASE_STATUS_LABELS[from]}”`).join('、');
  return `本件“${CASE_STATUS_LABELS[status]}”，${row.label}限于${when}时`;
}

/**
 * R11: the status after an action.
 * @throws TransitionNotAllowed (409, `case.transition-not-allowed`) when the table has no such row.
 */
export function nextCaseStatus(status: CaseStatus, action: CaseAction): CaseStatus {
  if (!hasCaseTransition(status, action)) throw new TransitionNotAllowed('case', status, action, caseStateReason(status, action));
  return CASE_TRANSITIONS[action].to;
}

export interface PlanOptions {
  /** `takeIn` alone: the papers brought are the last acceptable ones, so the same command accepts (R2.5). */
  completesMaterials?: boolean;
}

/**
 * R11: the actions that one command performs, in order, each with its own event.
 * `accept`, `supplement` and `decline` on a draft receive it first; a `takeIn` that completes the papers accepts too.
 * @throws TransitionNotAllowed when the chain cannot start from this status.
 */
export function planCaseActions(status: CaseStatus, action: CaseAction, options: PlanOptions = {}): CaseAction[] {
  if (status === 'draft' && RECEIVES_DRAFT_FIRST.includes(action)) return ['receive', action];
  nextCaseStatus(status, action);
  return action === 'takeIn' && options.completesMaterials === true ? ['takeIn', 'accept'] : [action];
}

/** Can one command take this action from this status, receiving a draft first where R11 says so? */
export function canPlanCaseAction(status: CaseStatus, action: CaseAction): boolean {
  return hasCaseTransition(status, action) || (status === 'draft' && RECEIVES_DRAFT_FIRST.includes(action));
}

/** The status at the end of a chain of actions; throws like `nextCaseStatus`. */
export function caseStatusAfter(status: CaseStatus, actions: readonly CaseAction[]): CaseStatus {
  return actions.reduce<CaseStatus>((at, action) => nextCaseStatus(at, action), status);
}

/** Statuses that can be reached from `draft` by the table; the tests prove that it is all of them. */
export function reachableCaseStatuses(): CaseStatus[] {
  const reached = new Set<CaseStatus>(['draft']);
  for (const from of reached) {
    for (const action of CASE_ACTIONS) if (hasCaseTransition(from, action)) reached.add(CASE_TRANSITIONS[action].to);
  }
  return CASE_STATUSES.filter((status) => reached.has(status));
}
