import type { ItemDefinition, JurisdictionView } from '@onewindow/contracts';
import { finestLevel, findPlace, type PlaceFound, placesToChoose } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { departmentDoing, officeAt, type OrganisationSnapshot } from '../organisation/index.js';

/** What of a case tells its place. */
export type PlacedRow = Pick<Case, 'districtCode' | 'form' | 'placeCode' | 'placeReason' | 'departmentId'>;

interface Version {
  readonly definition: ItemDefinition;
  /** The item's own department. */
  readonly departmentId: string;
}

interface Addressed {
  readonly address: string | null;
}

type Rule = NonNullable<ItemDefinition['jurisdiction']>;

/** The finest level that the item's decision or one of its steps asks for. */
export function levelNeeded(rule: Rule, { route }: Pick<ItemDefinition, 'route'>) {
  return finestLevel([rule.level, ...route.steps.map((step) => step.level)]);
}

/** CrossHall: what the address of the form, or the applicant's, says of the place. */
function placeByAddress(
  rule: Rule,
  definition: ItemDefinition,
  row: PlacedRow,
  applicant: Addressed | null,
  units: OrganisationSnapshot,
): PlaceFound {
  return findPlace({
    rule,
    needs: levelNeeded(rule, definition),
    form: row.form,
    applicantAddress: applicant?.address ?? null,
    regions: units.regions,
    within: districtRegion(units, row.districtCode),
  });
}

/** The code of the region that a district's six digits stand for. */
function districtRegion(units: OrganisationSnapshot, districtCode: string): string {
  return units.regions.find((region) => region.level === 'district' && region.districtCode === districtCode)?.code ?? districtCode;
}

/**
 * CrossHall: place and lead department of a case as its form stands. What the counter chose stands until it takes it back.
 * @returns null where the item's own department decides everything
 */
export function placeColumns(
  { definition, departmentId }: Version,
  row: PlacedRow,
  applicant: Addressed | null,
  units: OrganisationSnapshot,
): Pick<Case, 'placeCode' | 'departmentId'> | null {
  const rule = definition.jurisdiction;
  if (!rule) return null;
  const found = row.placeReason === null ? placeByAddress(rule, definition, row, applicant, units) : null;
  const placeCode = found === null ? row.placeCode : found.problem === null ? (found.place?.code ?? null) : null;
  const own = units.department(departmentId);
  const office = own && placeCode !== null ? officeAt(units, own, rule.level, placeCode) : own;
  return { placeCode, departmentId: office?.id ?? departmentId };
}

/** CrossHall: why the address of the form names no place whose office could decide; null where it does, or where nobody asks it. */
export function placeProblem(
  { definition }: Version,
  row: PlacedRow,
  applicant: Addressed | null,
  units: OrganisationSnapshot,
): string | null {
  const rule = definition.jurisdiction;
  return rule && row.placeReason === null ? placeByAddress(rule, definition, row, applicant, units).wrong : null;
}

/** The regions that the counter may choose for a case of this item. */
export function choicesOf(rule: Rule, definition: ItemDefinition, row: Pick<Case, 'districtCode'>, units: OrganisationSnapshot) {
  return placesToChoose(levelNeeded(rule, definition), districtRegion(units, row.districtCode), units.regions);
}

/** How the counter sees it: the place, who told it, who will decide and do the steps that are another office's. */
export function presentJurisdiction(
  { definition }: Version,
  row: PlacedRow,
  applicant: Addressed | null,
  units: OrganisationSnapshot,
  isOpen: boolean,
): JurisdictionView | null {
  const rule = definition.jurisdiction;
  if (!rule) return null;
  const found = isOpen && row.placeReason === null ? placeByAddress(rule, definition, row, applicant, units) : null;
  const region = units.region(row.placeCode ?? found?.place?.code ?? '');
  const steps = definition.route.steps.flatMap((step) => {
    const department = departmentDoing(units, row, step);
    const isOthers = department !== undefined && department.id !== row.departmentId && row.placeCode !== null && step.level !== undefined;
    return isOthers ? [{ key: step.key, name: step.name, department: units.departmentRef(department.id) }] : [];
  });
  return {
    place: region ? { code: region.code, name: region.name } : null,
    source: row.placeReason !== null ? 'chosen' : (found?.source ?? (region ? 'form' : null)),
    reason: row.placeReason,
    problem: row.placeCode === null ? (found?.problem ?? null) : null,
    office: units.departmentRef(row.departmentId),
    steps,
    choices: isOpen ? choicesOf(rule, definition, row, units).map(({ code, name }) => ({ code, name })) : [],
  };
}
