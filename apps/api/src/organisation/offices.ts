import { departmentOfStep, lineOf, officeFor, type OfficeLevel, type RouteStep } from '@onewindow/domain';
import type { Department } from './department.entity.js';
import type { OrganisationSnapshot } from './organisation-snapshot.js';

/** What of a case says whose offices work on it. */
export interface PlacedCase {
  readonly departmentId: string;
  /** Null where the item does not ask for the applicant's place. */
  readonly placeCode: string | null;
}

/** CrossHall: the office of a department's line for a place; the department itself where its line has none there. */
export function officeAt(units: OrganisationSnapshot, department: Department, level: OfficeLevel, placeCode: string): Department {
  return officeFor(lineOf(department), level, placeCode, { regions: units.regions, offices: units.departments }) ?? department;
}

/**
 * The department that does a step of a case: the one that the route names, or its office for the applicant's place (CrossHall). A step without
 * a level of its own stays at the level of the department that it names.
 */
export function departmentDoing(units: OrganisationSnapshot, row: PlacedCase, step: RouteStep): Department | undefined {
  const lead = units.department(row.departmentId);
  const named = lead && units.departmentByCode(departmentOfStep(step, lead.code));
  if (!named || row.placeCode === null) return named;
  // The lead is the office of the place already, and stays it when an address is corrected.
  if (named.id === lead.id && step.level === undefined) return lead;
  const level = step.level ?? (units.region(named.regionCode)?.level === 'street' ? 'street' : 'district');
  return officeAt(units, named, level, row.placeCode);
}
