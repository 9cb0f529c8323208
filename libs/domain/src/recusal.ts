/** The identities of a case, as keyed blind indexes: rules never see the numbers themselves. */
export interface RecusalInput {
  officerIdentityIndex: string | null;
  applicantIndex: string | null;
  agentIndex?: string | null;
}

/** Chinese, for actions that recusal forbids. */
export const RECUSAL_REASON = '本人是申请人或代理人，须回避。转同事办理';

/** R5.6: may this officer review or decide the case? Not where they are its applicant or agent. An unknown identity conflicts with nobody. */
export function mayReview({ officerIdentityIndex, applicantIndex, agentIndex }: RecusalInput): boolean {
  if (officerIdentityIndex === null) return true;
  return officerIdentityIndex !== applicantIndex && officerIdentityIndex !== agentIndex;
}

/** R5.6: where the item asks for two reviewers, the decider may not be the only one. `reviewerIds` are those who completed review steps. */
export function hasSecondReviewer(deciderId: string, reviewerIds: readonly string[]): boolean {
  return reviewerIds.some((id) => id !== deciderId);
}
