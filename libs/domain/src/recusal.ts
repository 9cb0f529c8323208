import { isTaskPassed, type TaskKind, type TaskStatus } from './task-status.js';

/** The identities of a case, as keyed blind indexes: rules never see the numbers themselves. */
export interface RecusalInput {
  officerIdentityIndex: string | null;
  applicantIndex: string | null;
  /** Of a company: its legal representative (法定代表人), who acts for it as an agent does. */
  representativeIndex: string | null;
  agentIndex: string | null;
}

/** Chinese, for actions that recusal forbids. */
export const RECUSAL_REASON = '本人是申请人或代理人，须回避。转同事办理';

/**
 * R5.6: may this officer review or decide the case? Not where they are its applicant, the applicant's legal representative, or its agent.
 * An unknown identity conflicts with nobody.
 */
export function mayReview({ officerIdentityIndex, applicantIndex, representativeIndex, agentIndex }: RecusalInput): boolean {
  if (officerIdentityIndex === null) return true;
  return ![applicantIndex, representativeIndex, agentIndex].includes(officerIdentityIndex);
}

/** R5.6: where the item asks for two reviewers, the decider may not be the only one. `reviewerIds` are those who completed review steps. */
export function hasSecondReviewer(deciderId: string, reviewerIds: readonly string[]): boolean {
  return reviewerIds.some((id) => id !== deciderId);
}

/** Who completed a review step: a decision needs another one beside its own officer where the item asks for two (R5.6). */
export function reviewersOf(tasks: readonly { kind: TaskKind; status: TaskStatus; completedBy: string | null }[]): string[] {
  return tasks.flatMap(({ kind, status, completedBy }) => (kind === 'review' && isTaskPassed(status) && completedBy ? [completedBy] : []));
}

/** R5.6: why somebody who reviewed the case alone may not decide it. */
export const SOLE_REVIEWER = {
  code: 'case.second-reviewer-missing',
  reason: '本事项须两人审查，审查和决定都是本人。转本部门另一人决定',
} as const;
