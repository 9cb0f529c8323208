import type { SilentAcceptance } from './acceptance.js';
import type { CaseStatus } from './case-status.js';
import { type CaseAction, type CaseActor, CASE_ACTIONS, CASE_TRANSITIONS, canPlanCaseAction, caseStateReason } from './case-transitions.js';
import { ActorNotAllowed, type Refusal, refusal, TransitionNotAllowed } from './errors.js';
import { RECUSAL_REASON, SOLE_REVIEWER } from './recusal.js';
import { type Role, ROLE_LABELS } from './roles.js';
import { SPECIAL_PROCEDURE_LABELS } from './special-procedure-kinds.js';
import type { ActionOffer } from './transition.js';

/** What of a case, beside its status, decides about actions. */
export interface CaseFacts {
  /** 即办件: the counter decides (R11). */
  isInstant: boolean;
  /** Materials that hinder acceptance (`missingFor`). */
  missingMaterials: number;
  /** Supplement notices already served (R2.3). */
  supplementNotices: number;
  /** A supervisor has allowed a further supplement notice, with a reason (R2.3). */
  supplementOverride: boolean;
  /** Silence has accepted it, and nobody has written that down (R2.4); null while the agency may still answer. */
  silentAcceptance: SilentAcceptance | null;
  /** Steps before the decision that have not passed; the decision task itself is not one of them. */
  openTasks: number;
  /** 检测: a special procedure that has not ended (R3.2); null when there is none. */
  runningProcedure: string | null;
  /** What was decided; null before the decision. */
  decision: 'grant' | 'deny' | null;
  /** Deferred materials still open (R4.4). */
  openDeferred: number;
  feeUnpaid: boolean;
  /** The result is electronic: the system issues it (R11). */
  resultIsElectronic: boolean;
  /** The actor is applicant or agent of this case (R5.6). */
  ownDecisionConflict: boolean;
  /** The item asks for two, and the actor alone reviewed it (R5.6). */
  isSoleReviewer: boolean;
  /** A child of a bundle (一件事): all results go out in one pickup. */
  collectedWithBundle: boolean;
  /** A bundle itself: it is decided and its result made when its children have come to their ends, by nobody. */
  followsChildren: boolean;
}

/** Facts of a case of which nothing is known to hinder; for tests and drafts. */
export const NO_CASE_FACTS: CaseFacts = {
  isInstant: false,
  missingMaterials: 0,
  supplementNotices: 0,
  supplementOverride: false,
  silentAcceptance: null,
  openTasks: 0,
  runningProcedure: null,
  decision: null,
  openDeferred: 0,
  feeUnpaid: false,
  resultIsElectronic: false,
  ownDecisionConflict: false,
  isSoleReviewer: false,
  collectedWithBundle: false,
  followsChildren: false,
};

/** Who wants to act: a person with roles, or the system. */
export type CaseActorRoles = readonly Role[] | 'system';

export interface CaseActionInput {
  status: CaseStatus;
  roles: CaseActorRoles;
  facts: CaseFacts;
}

/** R11: every action of the actor's roles, in the table's order; the impossible ones with their reason. Scope (whose case it is) is the caller's. */
export function caseActionsFor(input: CaseActionInput): ActionOffer<CaseAction>[] {
  return CASE_ACTIONS.filter((action) => isCaseActor(action, input.roles)).map((action) => {
    const refused = caseRefusal(action, input);
    return refused === null ? { action, allowed: true } : { action, allowed: false, reason: refused.title };
  });
}

/**
 * R11: refuses an action that the table, the actor or the facts don't allow.
 * @throws ActorNotAllowed (403), TransitionNotAllowed (409), or a DomainError of kind `rule` (422).
 */
export function requireCaseAction(action: CaseAction, input: CaseActionInput): void {
  const refused = caseRefusal(action, input);
  if (refused !== null) throw refused.error();
}

function caseRefusal(action: CaseAction, { status, roles, facts }: CaseActionInput): Refusal | null {
  if (!isCaseActor(action, roles)) {
    const title = actorReason(action);
    return { title, error: () => new ActorNotAllowed('case', action, title) };
  }
  if (!canPlanCaseAction(status, action)) {
    const title = caseStateReason(status, action);
    return { title, error: () => new TransitionNotAllowed('case', status, action, title) };
  }
  const rule = FACT_RULES[action](facts, roles);
  return rule === null
    ? null
    : refusal({ code: rule.code, title: rule.reason, kind: rule.kind ?? 'rule', facts: { action, ...rule.facts } });
}

function isCaseActor(action: CaseAction, roles: CaseActorRoles): boolean {
  const by: readonly CaseActor[] = CASE_TRANSITIONS[action].by;
  return roles === 'system' ? by.includes('system') : roles.some((role) => by.includes(role));
}

function actorReason(action: CaseAction): string {
  const by: readonly CaseActor[] = CASE_TRANSITIONS[action].by;
  const names = by.flatMap((actor) => (actor === 'system' ? [] : [ROLE_LABELS[actor]]));
  return `${CASE_TRANSITIONS[action].label}由${names.join('或')}办理，转给他们`;
}

type Rule = { code: string; reason: string; kind?: 'forbidden' | 'state'; facts?: Record<string, unknown> } | null;

const free = (): Rule => null;

/** Facts that hinder an action although the table allows it. */
const FACT_RULES: Record<CaseAction, (facts: CaseFacts, roles: CaseActorRoles) => Rule> = {
  receive: free,
  supplement: ({ supplementNotices, supplementOverride, silentAcceptance }) =>
    supplementNotices > 0 && !supplementOverride
      ? { code: 'case.supplement-once', reason: '已一次告知过。再次告知须督查员写明理由放行' }
      : answerRule(silentAcceptance),
  takeIn: free,
  // R2.4: silence accepts what was received, whatever is missing.
  accept: ({ missingMaterials }, roles) =>
    roles !== 'system' && missingMaterials > 0
      ? { code: 'case.materials-missing', reason: `${missingMaterials} 份材料未齐。收齐或一次告知` }
      : null,
  decline: ({ silentAcceptance }) => answerRule(silentAcceptance),
  withdraw: free,
  decide: decideRule,
  issue: issueRule,
  handOver: ({ feeUnpaid, openDeferred, decision, collectedWithBundle }) => {
    if (collectedWithBundle) return { code: 'case.collected-with-bundle', reason: '本件是一件事的子项，结果一次领取。按一件事的编号出件' };
    return feeUnpaid ? { code: 'case.fee-unpaid', reason: '费用未缴。缴清后出件' } : deferredRule(openDeferred, decision, '出件');
  },
  terminate: free,
};

/** R2.4: what silence has accepted is neither declined nor sent back for papers. */
function answerRule(silence: SilentAcceptance | null): Rule {
  if (silence === null) return null;
  const { reason, receivedOn, fuse } = silence;
  return { code: 'case.silence-accepted', reason, kind: 'state', facts: { receivedOn, fuse } };
}

const FOLLOWS: Rule = { code: 'case.follows-children', reason: '一件事随各子项办结，不单独决定和出证。在子项里办' };

function decideRule(facts: CaseFacts, roles: CaseActorRoles): Rule {
  const { isInstant, openTasks, runningProcedure, ownDecisionConflict } = facts;
  if (facts.followsChildren) return FOLLOWS;
  if (!isInstant && roles !== 'system' && !roles.includes('chief')) {
    return { code: 'case.decide-by-chief', reason: '承诺件由首席代表决定，窗口只决定即办件', kind: 'forbidden' };
  }
  if (ownDecisionConflict) return { code: 'case.recusal', reason: RECUSAL_REASON, kind: 'forbidden' };
  if (openTasks > 0) return { code: 'case.tasks-open', reason: `${openTasks} 个环节未办完。办完后决定` };
  if (facts.isSoleReviewer) return SOLE_REVIEWER;
  // R3.2: the case was held up for its outcome; a decision that does not wait for it would make the pause a pretext.
  if (runningProcedure === null) return null;
  const first =
    runningProcedure === SPECIAL_PROCEDURE_LABELS.correction
      ? '补正停着计时，还没有收齐。收齐或撤回补正要求后再决定'
      : `${runningProcedure}还没有结束。记下结果、结束暂停后再决定`;
  return { code: 'case.procedure-running', reason: first };
}

function issueRule({ decision, openDeferred, resultIsElectronic, followsChildren }: CaseFacts, roles: CaseActorRoles): Rule {
  if (followsChildren) return FOLLOWS;
  if (decision === null) return { code: 'case.no-decision', reason: '决定未记录。先决定' };
  if (roles === 'system' && !resultIsElectronic)
    return { code: 'case.result-on-paper', reason: '纸质结果由审批人员出证', kind: 'forbidden' };
  return deferredRule(openDeferred, decision, '出证');
}

/** R4.4: no result while a deferred material is open; a denial's notice is served all the same. */
function deferredRule(openDeferred: number, decision: CaseFacts['decision'], label: string): Rule {
  if (openDeferred === 0 || decision === 'deny') return null;
  return { code: 'case.deferred-open', reason: `${openDeferred} 份容缺材料未补交。收齐后${label}` };
}
