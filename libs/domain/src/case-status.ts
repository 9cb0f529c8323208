/** The states of a case (architecture.md). Pause, light, deferral and overdue are facts beside the status, never statuses. */
export const CASE_STATUSES = [
  'draft',
  'received',
  'supplementing',
  'accepted',
  'decided',
  'ready',
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
] as const;

export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Chinese names of the statuses, as tags and filters print them. */
export const CASE_STATUS_LABELS = {
  draft: '草稿',
  received: '已收件',
  supplementing: '补正中',
  accepted: '已受理',
  decided: '已决定',
  ready: '待取件',
  concluded: '已办结',
  declined: '不予受理',
  withdrawn: '已撤件',
  terminated: '已终止',
} as const satisfies Record<CaseStatus, string>;

/** The statuses in which a case is still being worked on, drafts included. */
export const OPEN_CASE_STATUSES = [
  'draft',
  'received',
  'supplementing',
  'accepted',
  'decided',
  'ready',
] as const satisfies readonly CaseStatus[];

/** R2.2: until acceptance errors are corrected on the spot; nothing of the application changes later. */
export const BEFORE_ACCEPTANCE_STATUSES = ['draft', 'received', 'supplementing'] as const satisfies readonly CaseStatus[];

/** Received and not over: a second case of the same item may be a duplicate. A draft has no number and is nobody's twin yet. */
export const UNDER_WAY_STATUSES = ['received', 'supplementing', 'accepted', 'decided', 'ready'] as const satisfies readonly CaseStatus[];

/** The statuses that nothing leaves. */
export const ENDED_CASE_STATUSES = ['concluded', 'declined', 'withdrawn', 'terminated'] as const satisfies readonly CaseStatus[];

/** True while something can still happen to the case. */
export function isOpen(status: CaseStatus): boolean {
  return !isEnded(status);
}

/** True once the case is over: concluded, declined, withdrawn or terminated. */
export function isEnded(status: CaseStatus): boolean {
  return (ENDED_CASE_STATUSES as readonly CaseStatus[]).includes(status);
}

/** True while the case is on the counter, its papers and its form open to correction (R2.2). */
export function isBeforeAcceptance(status: CaseStatus): boolean {
  return (BEFORE_ACCEPTANCE_STATUSES as readonly CaseStatus[]).includes(status);
}

/** True once the case was received and until it is over. */
export function isUnderWay(status: CaseStatus): boolean {
  return (UNDER_WAY_STATUSES as readonly CaseStatus[]).includes(status);
}

/** True until it is received: without a number, and its item may still be another one. */
export function isDraft(status: CaseStatus): boolean {
  return status === 'draft';
}

/** R2.2: may another person become the applicant? Once the papers are received they are that applicant's; only errors are corrected then. */
export function mayReplaceApplicant(status: CaseStatus): boolean {
  return isDraft(status);
}

/** R1.5: true while the clocks of the case run or are paused, from acceptance to the decision. */
export function isInReview(status: CaseStatus): boolean {
  return status === 'accepted';
}

/** R6.2: true while the result lies ready to be handed out, or is on its way to where it is. */
export function isAtWindow(status: CaseStatus): boolean {
  return status === 'ready';
}
