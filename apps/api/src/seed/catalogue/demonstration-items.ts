import { makeItemCode } from '@onewindow/domain';
import { DEPARTMENTS } from '../organisation/units.js';
import type { ItemSeed } from './building-blocks.js';
import { BIRTH, START_BUSINESS } from './bundles.js';
import { FOOD_BUSINESS } from './food-business.js';
import { MEDICAL_INSURANCE, PENSION_INSURANCE } from './insurance.js';
import { LIFT } from './lift.js';
import { HIGH_TECH_AWARD, OLD_AGE_ALLOWANCE } from './policy-claims.js';
import { PUBLIC_PLACE } from './public-place.js';
import { STREET_EVENT } from './street-event.js';

/** 县级, the level at which a district's department acts. */
const COUNTY_LEVEL = '4';

/** The ten items of the demonstration catalogue. */
export const DEMONSTRATION_ITEMS = [
  FOOD_BUSINESS,
  PUBLIC_PLACE,
  LIFT,
  START_BUSINESS,
  BIRTH,
  HIGH_TECH_AWARD,
  MEDICAL_INSURANCE,
  STREET_EVENT,
  PENSION_INSURANCE,
  OLD_AGE_ALLOWANCE,
] as const satisfies readonly ItemSeed[];

/** R8.3: the item's code: its agency's credit code, the level, the basic code. */
export function itemCodeOf(item: Pick<ItemSeed, 'departmentCode' | 'basicCode'>): string {
  const agency = DEPARTMENTS.find((department) => department.code === item.departmentCode);
  if (!agency) throw new Error(`no department ${item.departmentCode}`);
  return makeItemCode(agency.creditCode, COUNTY_LEVEL, item.basicCode);
}
