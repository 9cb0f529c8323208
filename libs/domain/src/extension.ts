import type { CaseStatus } from './case-status.js';
import type { IsoDate } from './dates.js';
import { ActorNotAllowed, DomainError, type Refusal, TransitionNotAllowed } from './errors.js';
import { notAccepted } from './special-procedure.js';
import type { Transition } from './transition.js';

/** 延期 (R1.6): asked for by an officer, granted by the chief, who names the document by which the agency's head authorised it. */
export const EXTENSION_STATUSES = ['requested', 'granted', 'refused', 'withdrawn'] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];

export const EXTENSION_STATUS_LABELS = {
  requested: '待批',
  granted: '已延长',
  refused: '未同意',
  withdrawn: '已撤回',
} as const satisfies Record<ExtensionStatus, string>;

/** R1.6: true while the request waits for the chief. */
export function isExtensionAwaited(status: ExtensionStatus): boolean {
  return status === 'requested';
}

export const EXTENSION_ACTIONS = ['withdraw', 'grant', 'refuse'] as const;
export type ExtensionAction = (typeof EXTENSION_ACTIONS)[number];

/** How an officer stands to a request for an extension. */
export type ExtensionActor = 'requester' | 'chief';

export const EXTENSION_TRANSITIONS = {
  withdraw: { label: '撤回申请', from: ['requested'], to: 'withdrawn', by: ['requester'] },
  grant: { label: '准予延长', from: ['requested'], to: 'granted', by: ['chief'] },
  refuse: { label: '不同意延长', from: ['requested'], to: 'refused', by: ['chief'] },
} as const satisfies Record<ExtensionAction, Transition<ExtensionStatus, ExtensionActor>>;

const ACTOR_WORDS = { requester: '申请人员本人', chief: '主办部门首席代表' } as const satisfies Record<ExtensionActor, string>;

/** R1.6: why the action can't be taken on a request in this state by somebody who stands to it as `actors`; null when it can. */
export function extensionRefusal(status: ExtensionStatus, action: ExtensionAction, actors: readonly ExtensionActor[]): Refusal | null {
  const row: Transition<ExtensionStatus, ExtensionActor> = EXTENSION_TRANSITIONS[action];
  if (!row.by.some((actor) => actors.includes(actor))) {
    const title = `${row.label}由${row.by.map((actor) => ACTOR_WORDS[actor]).join('或')}办理，转给他们`;
    return { title, error: () => new ActorNotAllowed('extension', action, title) };
  }
  if (!row.from.includes(status)) {
    const title = `这次延期“${EXTENSION_STATUS_LABELS[status]}”，${row.label}限于“${EXTENSION_STATUS_LABELS.requested}”时。刷新`;
    return { title, error: () => new TransitionNotAllowed('extension', status, action, title) };
  }
  return null;
}

/** The status after an action. @throws ActorNotAllowed (403) or TransitionNotAllowed (409), see `extensionRefusal`. */
export function nextExtensionStatus(status: ExtensionStatus, action: ExtensionAction, actors: readonly ExtensionActor[]): ExtensionStatus {
  const refused = extensionRefusal(status, action, actors);
  if (refused !== null) throw refused.error();
  return EXTENSION_TRANSITIONS[action].to;
}

/** What an extension is judged by. Days are working days. */
export interface ExtensionFacts {
  readonly caseStatus: CaseStatus;
  /** By how much the item's law lets the agency's head extend, in sum. */
  readonly extensionLimit: number;
  /** By how much it was extended before. */
  readonly extended: number;
  readonly statutoryDue: IsoDate | null;
  readonly today: IsoDate;
}

/** R1.6: working days by which the case can still be extended. */
export function extensionLeft({ extensionLimit, extended }: Pick<ExtensionFacts, 'extensionLimit' | 'extended'>): number {
  return Math.max(0, extensionLimit - extended);
}

/**
 * R1.6 (art 42): why the case can't be extended by this much, or null: not a case under review, an item without extensions, after the statutory
 * period has run out, or more than is left. Without `days`: why it can't be extended at all.
 * Codes `extension.case-not-accepted` (409), `extension.not-listed`, `extension.too-late`, `extension.days-invalid` (422).
 */
export function extensionProblem(facts: ExtensionFacts, days?: number): DomainError | null {
  const problem = (code: string, title: string): DomainError => new DomainError({ code, title, kind: 'rule' });
  const notUnderReview = notAccepted(facts.caseStatus, 'extension', '延长期限');
  if (notUnderReview !== null) return notUnderReview;
  if (facts.extensionLimit === 0) return problem('extension.not-listed', '本事项没有规定可以延长期限。按原期限办理');
  if (facts.statutoryDue !== null && facts.statutoryDue < facts.today)
    return problem('extension.too-late', `法定期限 ${facts.statutoryDue} 已过，不能再延长。尽快决定`);
  const left = extensionLeft(facts);
  if (left === 0) return problem('extension.days-invalid', `本件已延长 ${facts.extended} 个工作日，到了上限。按现在的期限办理`);
  if (days !== undefined && (!Number.isInteger(days) || days < 1 || days > left))
    return problem('extension.days-invalid', `本件还可以延长 1 至 ${left} 个工作日，改成这个范围内的整数`);
  return null;
}
