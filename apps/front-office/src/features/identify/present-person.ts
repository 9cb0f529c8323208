import type { ApplicantInput } from '@onewindow/contracts';

/**
 * Who stands at the counter, as typed in this sitting: so that nothing is typed twice between the form, another item and the hand-over.
 * In memory alone; gone with a reload, a sign-out and the next applicant.
 */
const byCase = new Map<string, ApplicantInput>();

/** Remembers the applicant of a case as typed. */
export function rememberApplicant(caseId: string, applicant: ApplicantInput): void {
  byCase.set(caseId, applicant);
}

/** The applicant of a case as typed in this sitting, or null. */
export function recallApplicant(caseId: string): ApplicantInput | null {
  return byCase.get(caseId) ?? null;
}

/** Forgets everybody. */
export function forgetApplicants(): void {
  byCase.clear();
}
