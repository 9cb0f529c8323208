import type { ApplicantInput } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import type { AgentEntry } from './agent-entry.js';
import type { ApplicantEntry } from './applicant-entry.js';

/**
 * Who stands at the counter, as typed in this sitting: so that nothing is typed twice between the form, another item and the hand-over.
 * Sealed in this browser, so that a reload asks nobody for a card twice; gone with the session.
 */
const PREFIX = 'person:';
/** As many as a counter has open. */
const MOST = 8;

/** Remembers the applicant of a case as typed. */
export function rememberApplicant(caseId: string, applicant: ApplicantInput): void {
  keep(PREFIX, caseId, applicant);
}

/** The applicant of a case as typed in this sitting, or null. */
export function recallApplicant(caseId: string): ApplicantInput | null {
  return (vault.get(PREFIX + caseId) ?? null) as ApplicantInput | null;
}

/** Whose form stands half filled, and with what; the server has none of it, since it takes only whole ones. */
export interface HalfTyped {
  applicant: ApplicantEntry;
  agent: AgentEntry;
}

/** Keeps what is typed of somebody who is not whole yet; null once they are, or were put away. */
export function keepHalfTyped<Who extends keyof HalfTyped>(caseId: string, who: Who, entry: HalfTyped[Who] | null): void {
  const prefix = halfOf(who);
  if (entry) keep(prefix, caseId, entry);
  else vault.remove(prefix + caseId);
}

/** What was typed of somebody when the page was left, or null. */
export function recallHalfTyped<Who extends keyof HalfTyped>(caseId: string, who: Who): HalfTyped[Who] | null {
  return (vault.get(halfOf(who) + caseId) ?? null) as HalfTyped[Who] | null;
}

const halfOf = (who: keyof HalfTyped): string => `half:${who}:`;

function keep(prefix: string, caseId: string, value: unknown): void {
  vault.put(prefix + caseId, value);
  for (const name of vault.names(prefix).slice(0, -MOST)) vault.remove(name);
}
