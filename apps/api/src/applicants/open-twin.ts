import { BEFORE_ACCEPTANCE_STATUSES, UNDER_WAY_STATUSES } from '@onewindow/domain';
import { oneOf, sql } from '../platform/index.js';
import type { Applicant } from './applicant.entity.js';
import { APPLICANT_SELECT } from './applicant-columns.js';

const UNDER_WAY = oneOf(UNDER_WAY_STATUSES);

/**
 * The number of another case of this applicant `a` for the same item that is under way; null where there is none. A possible duplicate is
 * looked for inside the statement that reads the applicant: it costs no further round trip.
 *
 * Looked for among the applicant's cases alone: `max`, not the first of an order, and an equality that no index knows, or the server goes through
 * all cases of the item where it believes them few.
 * @param item SQL of the item's id
 * @param caseId SQL of the case that is asked about
 */
export function openTwinOf(item: string, caseId: string): string {
  return `(SELECT max(o.case_no) FROM cases o WHERE o.applicant_id = a.id AND o.item_id IS NOT DISTINCT FROM ${item} AND o.id IS DISTINCT FROM ${caseId}
         AND o.status IN (${UNDER_WAY}))`;
}

/** An applicant, with the open case beside which the one that is asked about stands. */
export type ApplicantWithTwin = Applicant & { openTwin: string | null };

/** `$1` the case. Once it is accepted nobody asks any more beside which other case it stands. */
export const FIND_APPLICANT_OF_CASE = sql<ApplicantWithTwin>(
  `SELECT ${APPLICANT_SELECT},
          CASE WHEN c.status IN (${oneOf(BEFORE_ACCEPTANCE_STATUSES)}) THEN ${openTwinOf('c.item_id', 'c.id')} ELSE c.duplicate_of END AS "openTwin"
     FROM cases c JOIN applicant a ON a.id = c.applicant_id WHERE c.id = $1`,
);
