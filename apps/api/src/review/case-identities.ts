import { mayReview } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { sql } from '../platform/index.js';

/** By which keyed indexes the applicant and the representative of a case are known (R10.2). */
export interface Identities {
  kind: 'natural' | 'legal';
  applicantIndex: string | null;
  representativeIndex: string | null;
}
const IDENTITY_COLUMNS =
  'a.kind, a.identity_index AS "applicantIndex", a.representative_identity_index AS "representativeIndex" FROM applicant a';
export const IDENTITIES = sql<Identities>(`SELECT ${IDENTITY_COLUMNS} WHERE a.id = $1`);
export const IDENTITIES_OF_CASE = sql<Identities>(`SELECT ${IDENTITY_COLUMNS} JOIN cases c ON c.applicant_id = a.id WHERE c.id = $1`);
export const IDENTITIES_OF_TASK = sql<Identities>(
  `SELECT ${IDENTITY_COLUMNS} WHERE a.id = (SELECT c.applicant_id FROM cases c JOIN review_task t ON t.case_id = c.id WHERE t.id = $1)`,
);

/** R5.6: is this officer applicant, representative or agent of the case? */
export function conflicts(
  officerIdentityIndex: string | null,
  row: Pick<Case, 'agentIdentityIndex'>,
  identities: Omit<Identities, 'kind'> = { applicantIndex: null, representativeIndex: null },
): boolean {
  return !mayReview({ ...identities, officerIdentityIndex, agentIndex: row.agentIdentityIndex });
}
