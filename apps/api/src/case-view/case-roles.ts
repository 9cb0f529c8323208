import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { DomainError, isAtWindow, mayServeElsewhere, type Role } from '@onewindow/domain';
import { type Case, districtOf } from '../cases/index.js';
import { type Actor, hasRole } from '../platform/index.js';

type Received = Pick<Case, 'hallId' | 'departmentId' | 'districtCode'>;

/** R11: the roles that count on this case: a clerk's in the receiving hall, an approver's and chief's in the lead department. */
export function rolesOn(actor: Actor, row: Pick<Case, 'hallId' | 'departmentId'>): Role[] {
  return actor.roles.filter((role) => {
    if (role === 'clerk') return row.hallId === actor.hallId;
    if (role === 'approver' || role === 'chief') return row.departmentId === actor.departmentId;
    return true;
  });
}

/** R11: at whose window the result goes out: in the receiving hall, or in any of the district where the item says so. To be seen is not enough. */
export function isHandedOutBy(actor: Actor, row: Case, definition: ItemDefinition): boolean {
  return rolesOn(actor, row).includes('clerk') || mayCollectHere(actor, row, definition);
}

/**
 * 通办: may what an accepted case still waits for (deferred materials, corrections) be brought to the actor's counter? To the hall that received
 * it, or to any of the district where the item says so; the case itself is found by its number or the person (R11).
 */
function isBroughtHere(actor: Actor, row: Received, definition: ItemDefinition): boolean {
  return rolesOn(actor, row).includes('clerk') || isAtOtherHall(actor, row, definition);
}

/** 通办 is where the item says so; any other's papers go to where it was received. */
const ELSEWHERE = '本事项的材料由受理的大厅收。请申请人带到受理的大厅。';

class PapersElsewhere extends DomainError {
  constructor() {
    super({ code: 'case.papers-elsewhere', title: ELSEWHERE, kind: 'forbidden' });
  }
}

/** @throws PapersElsewhere (403) */
export function requireBroughtHere(actor: Actor, row: Received, definition: ItemDefinition): void {
  if (!isBroughtHere(actor, row, definition)) throw new PapersElsewhere();
}

/** The same as an action on the record, with its reason where it is refused. */
export function bringPapersOffer(actor: Actor, row: Received, definition: ItemDefinition): CaseDetail['actions'][number] {
  const allowed = isBroughtHere(actor, row, definition);
  return { action: 'bringPapers', allowed, ...(allowed ? {} : { reason: ELSEWHERE }) };
}

/** 通办通取: another hall of the district hands out what waits at a window, where the item says so. */
export function mayCollectHere(actor: Actor, row: Case, definition: ItemDefinition): boolean {
  return isAtWindow(row.status) && isAtOtherHall(actor, row, definition);
}

function isAtOtherHall(actor: Actor, { districtCode: caseDistrict }: Pick<Case, 'districtCode'>, { scope }: ItemDefinition): boolean {
  const isRegional = scope === 'region';
  return hasRole(actor, 'clerk') && mayServeElsewhere({ isRegional, caseDistrict, counterDistrict: districtOf(actor) });
}
