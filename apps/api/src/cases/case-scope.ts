import { isDraft, isAtWindow } from '@onewindow/domain';
import { hasRole, sql, type Actor } from '../platform/index.js';
import type { Case } from './case.entity.js';

/** What decides who sees a case, besides the row itself. */
export interface CaseScopeFacts {
  /** A task of this case lies or lay with the actor's department. */
  hasOwnTask: boolean;
  /** The item may be handed out in every hall of the region (CrossHall). */
  regional: boolean;
}

export const SCOPE_FACTS = sql<{ hasOwnTask: boolean; regional: boolean }>(
  `SELECT EXISTS (SELECT 1 FROM review_task t WHERE t.case_id = $1 AND t.department_id = $2) AS "hasOwnTask",
          (SELECT v.definition->>'scope' = 'region' FROM item_version v WHERE v.id = $3) AS regional`,
);

/** The six digits of the actor's district. */
export function districtOf(actor: Pick<Actor, 'regionCode'>): string {
  return actor.regionCode.slice(0, 6);
}

/**
 * R11, last paragraph: a clerk sees the own hall's cases and `ready` ones that can be collected there; an approver or chief those whose
 * lead the department is, or of which it has a task; a supervisor those of the district.
 * @returns true, false, or `ask` when only the scope facts can tell
 */
export function maySeeByRow(actor: Actor, row: Case): boolean | 'ask' {
  const reviewer = hasRole(actor, 'approver', 'chief');
  if (hasRole(actor, 'clerk') && row.hallId === actor.hallId) return true;
  if (reviewer && !isDraft(row.status) && row.departmentId === actor.departmentId) return true;
  if (hasRole(actor, 'supervisor') && !isDraft(row.status) && row.districtCode === districtOf(actor)) return true;
  const mayCollect = hasRole(actor, 'clerk') && isAtWindow(row.status) && row.districtCode === districtOf(actor);
  return (reviewer && !isDraft(row.status)) || mayCollect ? 'ask' : false;
}

/** The same with the facts known. */
export function maySee(actor: Actor, row: Case, facts: CaseScopeFacts): boolean {
  const byRow = maySeeByRow(actor, row);
  if (byRow !== 'ask') return byRow;
  if (hasRole(actor, 'approver', 'chief') && facts.hasOwnTask) return true;
  return hasRole(actor, 'clerk') && isAtWindow(row.status) && facts.regional && row.districtCode === districtOf(actor);
}
