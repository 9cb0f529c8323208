import { ActorNotAllowed, type Refusal, TransitionNotAllowed } from './errors.js';
import type { SpecialProcedureKind } from './special-procedure-kinds.js';
import type { Transition } from './transition.js';

/** 特别程序 from request to outcome (R3.2). `running` begins with the notice; the clock stops on the day after. */
export const PROCEDURE_STATUSES = ['requested', 'running', 'ended', 'refused', 'withdrawn'] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** R3.2: asked for or running, so that a case has at most one of each kind. */
export const OPEN_PROCEDURE_STATUSES = ['requested', 'running'] as const satisfies readonly ProcedureStatus[];

export const PROCEDURE_STATUS_LABELS = {
  requested: '待批',
  running: '进行中',
  ended: '已结束',
  refused: '未同意',
  withdrawn: '已撤回',
} as const satisfies Record<ProcedureStatus, string>;

/** What can be done to a special procedure. */
export const PROCEDURE_ACTIONS = ['withdraw', 'approve', 'refuse', 'end'] as const;
export type ProcedureAction = (typeof PROCEDURE_ACTIONS)[number];

/** How an officer stands to a procedure: who asked for it, an officer of the department that answers for the item, its chief. */
export type ProcedureActor = 'requester' | 'lead' | 'chief';

/**
 * The officer who works on the case asks; the chief of the department that answers for the item says yes, because the pause lengthens what
 * the department promised the applicant; whoever asked, or any officer of that department, records the outcome, so that a pause never lasts
 * because one person is away.
 */
export const PROCEDURE_TRANSITIONS = {
  withdraw: { label: '撤回申请', from: ['requested'], to: 'withdrawn', by: ['requester'] },
  approve: { label: '同意暂停', from: ['requested'], to: 'running', by: ['chief'] },
  refuse: { label: '不同意暂停', from: ['requested'], to: 'refused', by: ['chief'] },
  end: { label: '结束暂停', from: ['running'], to: 'ended', by: ['requester', 'lead', 'chief'] },
} as const satisfies Record<ProcedureAction, Transition<ProcedureStatus, ProcedureActor>>;

const ACTOR_WORDS = {
  requester: '申请人员本人',
  lead: '主办部门',
  chief: '主办部门首席代表',
} as const satisfies Record<ProcedureActor, string>;

/**
 * R3.2: why the action can't be taken on a procedure in this state by somebody who stands to it as `actors`; null when it can. R3.3: a wait for
 * corrections begins and ends with its request (`kind`).
 */
export function procedureRefusal(
  status: ProcedureStatus,
  action: ProcedureAction,
  actors: readonly ProcedureActor[],
  kind?: SpecialProcedureKind,
): Refusal | null {
  if (kind !== undefined && endsByItself(kind)) {
    const title = '补正的暂停随补正收齐、撤回补正要求或办件结束而结束，不单独办理';
    return { title, error: () => new ActorNotAllowed('procedure', action, title) };
  }
  const row: Transition<ProcedureStatus, ProcedureActor> = PROCEDURE_TRANSITIONS[action];
  if (!row.by.some((actor) => actors.includes(actor))) {
    const title = `${row.label}由${row.by.map((actor) => ACTOR_WORDS[actor]).join('或')}办理，转给他们`;
    return { title, error: () => new ActorNotAllowed('procedure', action, title) };
  }
  if (!row.from.includes(status)) {
    const title = `这次暂停“${PROCEDURE_STATUS_LABELS[status]}”，${row.label}限于“${row.from.map((one) => PROCEDURE_STATUS_LABELS[one]).join('、')}”时。刷新`;
    return { title, error: () => new TransitionNotAllowed('procedure', status, action, title) };
  }
  return null;
}

/**
 * The status after an action.
 * @throws ActorNotAllowed (403) or TransitionNotAllowed (409), see `procedureRefusal`.
 */
export function nextProcedureStatus(
  status: ProcedureStatus,
  action: ProcedureAction,
  actors: readonly ProcedureActor[],
  kind?: SpecialProcedureKind,
): ProcedureStatus {
  const refused = procedureRefusal(status, action, actors, kind);
  if (refused !== null) throw refused.error();
  return PROCEDURE_TRANSITIONS[action].to;
}

/** R3.3: does a pause of this kind end with what it waits for, so that nobody ends it by hand? */
export function endsByItself(kind: SpecialProcedureKind): boolean {
  return kind === 'correction';
}

/** What becomes of a procedure when its case is decided or ends: what ran has ended, what waited for the chief's word is taken back. */
export function procedureAfterCase(status: ProcedureStatus): ProcedureStatus {
  return status === 'running' ? 'ended' : status === 'requested' ? 'withdrawn' : status;
}
