import type { CaseStatus } from './case-status.js';
import { type CaseAction, canPlanCaseAction } from './case-transitions.js';

/** The notices of the counter that can be looked at before they are served. */
export const PREVIEWED_NOTICES = ['receipt', 'acceptance', 'supplement', 'decline', 'withdrawal'] as const;
export type PreviewedNotice = (typeof PREVIEWED_NOTICES)[number];

/** Which actions serve each (R2.6). Papers that come after a supplement accept as well (R2.5). */
const SERVED_BY = {
  receipt: ['receive'],
  acceptance: ['accept', 'takeIn'],
  supplement: ['supplement'],
  decline: ['decline'],
  withdrawal: ['withdraw'],
} as const satisfies Record<PreviewedNotice, readonly CaseAction[]>;

/** The notices that may still be served to a case in this status, by the table of R11. */
export function noticesAhead(status: CaseStatus): PreviewedNotice[] {
  return PREVIEWED_NOTICES.filter((kind) => SERVED_BY[kind].some((action) => canPlanCaseAction(status, action)));
}

/** R2.8: a case in one of these waits for papers, once a supplement notice was served. */
export const AWAITING_STATUSES = ['supplementing', 'received'] as const satisfies readonly CaseStatus[];

/** R4.4: a case in one of these still owes what it deferred. */
export const OWING_STATUSES = ['accepted', 'decided', 'ready'] as const satisfies readonly CaseStatus[];

/** R2.3: what decides whether one further notice may be asked for. */
export interface SecondNoticeFacts {
  readonly status: CaseStatus;
  /** Supplement notices already served. */
  readonly supplementNotices: number;
  /** A supervisor has allowed one already. */
  readonly supplementOverride: boolean;
}

/** R2.3: only a case that came back after its notice can be told once more, and only by a supervisor's word. */
export function mayAskForSecondNotice({ status, supplementNotices }: Omit<SecondNoticeFacts, 'supplementOverride'>): boolean {
  return status === 'received' && supplementNotices > 0;
}

/** R2.3: the offer to ask for one further notice; none where there is nothing to ask for. */
export function secondNoticeOffer(facts: SecondNoticeFacts): { action: 'requestOverride'; allowed: boolean; reason?: string } | null {
  if (!mayAskForSecondNotice(facts)) return null;
  return facts.supplementOverride
    ? { action: 'requestOverride', allowed: false, reason: '督查员已放行，直接再次一次告知' }
    : { action: 'requestOverride', allowed: true };
}
