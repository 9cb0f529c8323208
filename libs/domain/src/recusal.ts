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

/** A task as far as it tells who has reviewed. */
export interface ReviewedTask {
  kind: TaskKind;
  status: TaskStatus;
  stepKey: string;
  round: number;
  /** Who did it. */
  completedBy: string | null;
  /** In whose name, where a delegate did it. */
  holderId: string | null;
}

/** R5.6: who has done or holds a task, and in whose name: a delegate and the principal are one person to every rule that wants two. */
export function peopleOf({ completedBy, holderId }: Pick<ReviewedTask, 'completedBy' | 'holderId'>): string[] {
  return [...new Set([completedBy, holderId])].filter((id) => id !== null);
}

/** The reviews that passed, each in the latest round of its step: what was done before a return (R5.8) has been done anew. */
export function passedReviews<T extends Omit<ReviewedTask, 'completedBy' | 'holderId'>>(tasks: readonly T[]): T[] {
  const reviews = tasks.filter(({ kind }) => kind === 'review');
  return reviews.filter(
    (task) => isTaskPassed(task.status) && reviews.every((other) => other.stepKey !== task.stepKey || other.round <= task.round),
  );
}

/**
 * R5.6: where the item asks for two reviewers, the decider may not be the only one. Who stands in for another is no second person beside them.
 * @param deciderIds who decides, and in whose name
 * @param tasks of the case, of every round
 */
export function hasSecondReviewer(deciderIds: readonly string[], tasks: readonly ReviewedTask[]): boolean {
  return passedReviews(tasks).some((task) => task.completedBy !== null && !peopleOf(task).some((id) => deciderIds.includes(id)));
}

/** R5.6: why somebody who reviewed the case alone may not decide it. */
export const SOLE_REVIEWER = {
  code: 'case.second-reviewer-missing',
  reason: '本事项须两人审查，审查和决定都是本人。转本部门另一人决定',
} as const;
