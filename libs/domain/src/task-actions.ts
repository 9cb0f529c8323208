import { type DomainError, ActorNotAllowed, heldSentence, type Refusal, refusal, TaskHeldByOther, TransitionNotAllowed } from './errors.js';
import type { IsoDate } from './dates.js';
import { RECUSAL_REASON } from './recusal.js';
import { type Officer, type TaskDesk, type TaskRelation, taskRelations } from './task-relations.js';
import type { TaskKind, TaskStatus } from './task-status.js';
import { type TaskAction, TASK_ACTIONS, TASK_TRANSITIONS, hasTaskTransition, taskStateReason } from './task-transitions.js';
import type { ActionOffer } from './transition.js';
import { claimedSentence } from './words.js';

/** Who holds a task now. */
export interface TaskHolder {
  id: string;
  name: string;
  /** Instant, ISO with Z. */
  claimedAt: string;
}

/** What of a task and its case, beside its status, decides about actions. */
export interface TaskFacts {
  /** The case is `accepted`: its tasks can move. */
  caseIsAccepted: boolean;
  /** Something after this task was begun: a later task claimed, or the case decided. */
  laterWorkBegun: boolean;
  /** R5.2: of a consultation that was answered, its days are over: taken back, the answer could not be given again. */
  answerDaysOver?: boolean;
  /** The route has a step before this one. */
  hasEarlierStep: boolean;
  /** The actor is applicant or agent of the case (R5.6). */
  ownConflict: boolean;
  /** Departments that this task asked (协办) and that still owe an answer. */
  openConsultations?: number;
  /** What the step itself still waits for before it can be completed: its public notice (R3.1). */
  hindrance?: DomainError | null;
  /** A part after the first of a step of several persons: 复审 or 核签. */
  isLaterPart?: boolean;
  /** R5.6: why the actor can't do this part of the step, in Chinese (`partConflict`). */
  partConflict?: string | null;
}

export interface TaskActionInput {
  status: TaskStatus;
  kind: TaskKind;
  actor: Officer | 'system';
  /** In whose name the actor would act here (`principalFor`); null or left out: in their own. */
  principal?: Officer | null;
  task: TaskDesk;
  holder: TaskHolder | null;
  facts: TaskFacts;
  /** Decides whether the sentence about the holder names the day. */
  today: IsoDate;
}

/** Actions that the system alone takes are never offered to people. */
const PEOPLES_ACTIONS = TASK_ACTIONS.filter((action) => !(TASK_TRANSITIONS[action].by as readonly string[]).includes('system'));

/**
 * R11: every action of the actor's roles on this task, in the table's order; the impossible ones with their reason.
 * @param only these alone are asked about: a list offers fewer than the open task
 */
export function taskActionsFor(input: TaskActionInput, only?: ReadonlySet<TaskAction>): ActionOffer<TaskAction>[] {
  const { actor } = input;
  if (actor === 'system') return [];
  const relations = taskRelations(actor, input.task, input.principal);
  const wanted = PEOPLES_ACTIONS.filter((action) => (only?.has(action) ?? true) && relations.roleActors.some((one) => isBy(action, one)));
  return wanted.map((action) => {
    const refused = refusalOf(action, input, actor, relations);
    return refused === null ? { action, allowed: true } : { action, allowed: false, reason: refused.title };
  });
}

/**
 * R11: refuses an action that the table, the actor or the facts don't allow.
 * @throws TaskHeldByOther or TransitionNotAllowed (409), ActorNotAllowed (403), or a DomainError of kind `forbidden` or `rule`.
 */
export function requireTaskAction(action: TaskAction, input: TaskActionInput): void {
  const refused = taskRefusal(action, input);
  if (refused !== null) throw refused.error();
}

function taskRefusal(action: TaskAction, input: TaskActionInput): Refusal | null {
  const { status, kind, actor } = input;
  if (actor === 'system') {
    if (!isBy(action, 'system')) return notAllowed(action, `${TASK_TRANSITIONS[action].label}须由人办理`);
    return hasTaskTransition(status, action, kind) ? null : wrongState(status, action, kind);
  }
  if (isBy(action, 'system')) return notAllowed(action, `${TASK_TRANSITIONS[action].label}由系统记入，不由人办理`);
  return refusalOf(action, input, actor, taskRelations(actor, input.task, input.principal));
}

function refusalOf(action: TaskAction, input: TaskActionInput, actor: Officer, relations: TaskRelation): Refusal | null {
  const { status, kind, facts } = input;
  if (!relations.roleActors.some((one) => isBy(action, one))) return notAllowed(action, ROLE_REASONS[action]);
  const heldByOther = heldByOtherRefusal(action, input, actor, relations);
  if (heldByOther !== null) return heldByOther;
  if (!hasTaskTransition(status, action, kind)) return wrongState(status, action, kind);
  if (!relations.actors.some((one) => isBy(action, one))) return notAllowed(action, relations.outsideReason);
  if (!facts.caseIsAccepted) return rule('task.case-not-accepted', action, '办件不在审批中。查看办件现状');
  return factRefusal(action, input);
}

function notAllowed(action: TaskAction, title: string): Refusal {
  return { title, error: () => new ActorNotAllowed('task', action, title) };
}

function wrongState(status: TaskStatus, action: TaskAction, kind: TaskKind): Refusal {
  const title = taskStateReason(status, action, kind);
  return { title, error: () => new TransitionNotAllowed('task', status, action, title) };
}

function isBy(action: TaskAction, actor: string): boolean {
  return (TASK_TRANSITIONS[action].by as readonly string[]).includes(actor);
}

/** R5.4: the loser of a race is told who has the task, a delegate who lost to the very principal too. */
function heldByOtherRefusal(
  action: TaskAction,
  { status, principal, holder, today }: TaskActionInput,
  actor: Officer,
  relations: TaskRelation,
): Refusal | null {
  if (status !== 'claimed' || holder === null || holder.id === actor.id) return null;
  if (holder.id === principal?.id && action !== 'claim') return null;
  if (action === 'retrieve' || (action !== 'claim' && relations.actors.some((one) => isBy(action, one)))) return null;
  if (action === 'reassign') return null;
  const sentence = claimedSentence(holder.name, holder.claimedAt, today);
  const { id: holderId, name: holderName, claimedAt } = holder;
  return { title: heldSentence(sentence), error: () => new TaskHeldByOther(sentence, { holderId, holderName, claimedAt }) };
}

function factRefusal(action: TaskAction, { kind, facts }: TaskActionInput): Refusal | null {
  if (facts.ownConflict && (action === 'claim' || action === 'complete' || action === 'retrieve')) {
    return refusal({ code: 'task.recusal', title: RECUSAL_REASON, kind: 'forbidden', facts: { action } });
  }
  const apart = facts.partConflict ?? null;
  if (apart !== null && (action === 'claim' || action === 'complete')) {
    return refusal({ code: 'task.same-person', title: apart, kind: 'forbidden', facts: { action } });
  }
  const hindrance = facts.hindrance ?? null;
  if (hindrance !== null && action === 'complete') return { title: hindrance.title, error: () => hindrance };
  const unanswered = facts.openConsultations ?? 0;
  if (action === 'complete' && unanswered > 0)
    return rule('task.consultation-open', action, `协办还有 ${unanswered} 个部门没有答复。等答复，或撤回后办完`);
  if (action === 'retrieve' && kind === 'reroute')
    return rule('task.reroute-not-retrievable', action, '部门已改派，不能取回。接手部门可以再拒签');
  if (action === 'retrieve' && facts.answerDaysOver === true)
    return rule('task.answer-days-over', action, '答复期已满，取回后不能再答复，原答复就作废了。要补充的，直接告知主办部门');
  if (action === 'retrieve' && facts.laterWorkBegun)
    return rule('task.later-work-begun', action, '下一环节已开始，不能取回。联系下一环节退回');
  if (action === 'return' && !facts.hasEarlierStep) return rule('task.no-earlier-step', action, '前面没有环节可退。不归本部门的，拒签');
  if (action === 'refuse' && kind === 'reroute') return rule('task.reroute-not-refusable', action, '改派环节不能拒签。选定部门后办完');
  if (action === 'refuse' && kind === 'issue')
    return rule('task.issue-not-refusable', action, '出证由作出决定的部门办，不能拒签。转同事办理');
  if (action === 'refuse' && facts.isLaterPart === true)
    return rule('task.part-not-refusable', action, '本部门已经审过，不能再拒签。退回初审');
  return null;
}

function rule(code: string, action: TaskAction, title: string): Refusal {
  return refusal({ code, title, kind: 'rule', facts: { action } });
}

const PERFORMERS = '由承办部门的审批人员办理，转给他们';

const ROLE_REASONS: Record<TaskAction, string> = {
  claim: `签收${PERFORMERS}`,
  release: `放回${PERFORMERS}`,
  complete: `办完${PERFORMERS}`,
  retrieve: `取回${PERFORMERS}`,
  refuse: `拒签${PERFORMERS}`,
  return: `退回${PERFORMERS}`,
  transfer: '转办由持件人或本部门首席代表办理，转给他们',
  reassign: '改派由本部门首席代表或督查员办理，转给他们',
  deem: '视为无意见由系统记入，不由人办理',
  cancel: '取消由系统记入，不由人办理',
};
