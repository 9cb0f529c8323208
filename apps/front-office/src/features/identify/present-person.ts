import type { ApplicantInput } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';

/**
 * Who stands at the counter, as typed in this sitting: so that nothing is typed twice between the form, another item and the hand-over.
 * Sealed in this browser, so that a reload asks nobody for a card twice; gone with the session.
 */
const PREFIX = 'person:';
/** As many as a counter has open. */
const MOST = 8;

/** Remembers the applicant of a case as typed. */
export function rememberApplicant(caseId: string, applicant: ApplicantInput): void {
  vault.put(PREFIX + caseId, applicant);
  for (const name of vault.names(PREFIX).slice(0, -MOST)) vault.remove(name);
}

/** The applicant of a case as typed in this sitting, or null. */
export function recallApplicant(caseId: string): ApplicantInput | null {
  return (vault.get(PREFIX + caseId) ?? null) as ApplicantInput | null;
}
