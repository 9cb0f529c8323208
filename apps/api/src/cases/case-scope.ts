import { isAtWindow, isDraft, mayServeElsewhere, shanghaiDayStart, shanghaiToday } from '@onewindow/domain';
import { hasRole, sql, type Actor } from '../platform/index.js';
import type { Case } from './case.entity.js';

/** What decides who sees a case, besides the row itself. */
export interface CaseScopeFacts {
  /** A task of this case lies or lay with the actor's department. */
  hasOwnTask: boolean;
  /** The item may be handed out in every hall of the region (CrossHall). */
  regional: boolean;
  /** A clerk looked it up today, by its exact number or for the person at the counter. */
  lookedUp: boolean;
}

/** `$1` case, `$2` department, `$3` version, `$4` the actor, `$5` the instant at which the day began. */
export const SCOPE_FACTS = sql<CaseScopeFacts>(
  `SELECT EXISTS (SELECT 1 FROM review_task t WHERE t.case_id = $1 AND t.department_id = $2) AS "hasOwnTask",
          (SELECT v.definition->>'scope' = 'region' FROM item_version v WHERE v.id = $3) AS regional,
          EXISTS (SELECT 1 FROM case_look_up l WHERE l.staff_id = $4 AND l.case_id = $1 AND l.at >= $5) AS "lookedUp"`,
);

/** The values of SCOPE_FACTS. */
export function scopeOf(actor: Actor, row: Pick<Case, 'id' | 'itemVersionId'>, now: Date): unknown[] {
  return [row.id, actor.departmentId, row.itemVersionId, actor.staffId, shanghaiDayStart(shanghaiToday(now))];
}

/** The six digits of the actor's district. */
export function districtOf(actor: Pick<Actor, 'regionCode'>): string {
  return actor.regionCode.slice(0, 6);
}

/** A department to which a case in this state is no secret any more. */
const worksOnCases = (actor: Actor, row: Pick<Case, 'status'>): boolean => hasRole(actor, 'approver', 'chief') && !isDraft(row.status);

/**
 * R10.2, R11: whose own the case is: the hall's that received it, its lead department's, a department's with a task of it. By which of several
 * roles is not asked: each gives a right on its own cases alone.
 * @returns true, false, or `ask` when only the scope facts can tell
 */
export function isOwnByRow(actor: Actor, row: Pick<Case, 'hallId' | 'departmentId' | 'status'>): boolean | 'ask' {
  if (hasRole(actor, 'clerk') && row.hallId === actor.hallId) return true;
  if (!worksOnCases(actor, row)) return false;
  return row.departmentId === actor.departmentId || 'ask';
}

/**
 * R11, last paragraph: a clerk sees the own hall's cases, `ready` ones that can be collected there, and what a recorded look-up of the day has
 * found; an approver or chief those whose lead the department is, or of which it has a task; a supervisor those of the district.
 * @returns true, false, or `ask` when only the scope facts can tell
 */
export function maySeeByRow(actor: Actor, row: Case): boolean | 'ask' {
  const own = isOwnByRow(actor, row);
  if (own === true) return true;
  if (hasRole(actor, 'supervisor') && !isDraft(row.status) && row.districtCode === districtOf(actor)) return true;
  const mayBeFound = hasRole(actor, 'clerk') && !isDraft(row.status);
  return own === 'ask' || mayBeFound ? 'ask' : false;
}

/** The same with the facts known. */
export function maySee(actor: Actor, row: Case, facts: CaseScopeFacts): boolean {
  const byRow = maySeeByRow(actor, row);
  if (byRow !== 'ask') return byRow;
  if (worksOnCases(actor, row) && facts.hasOwnTask) return true;
  if (!hasRole(actor, 'clerk')) return false;
  const here = { isRegional: facts.regional, caseDistrict: row.districtCode, counterDistrict: districtOf(actor) };
  return facts.lookedUp || (isAtWindow(row.status) && mayServeElsewhere(here));
}
