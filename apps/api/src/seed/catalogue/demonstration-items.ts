import type { ItemSeed } from './building-blocks.js';
import { BIRTH, BUNDLE_CHILD_ITEMS, START_BUSINESS } from './bundles.js';
import { FOOD_BUSINESS } from './food-business.js';
import { MEDICAL_INSURANCE, PENSION_INSURANCE } from './insurance.js';
import { LIFT } from './lift.js';
import { HIGH_TECH_AWARD, OLD_AGE_ALLOWANCE } from './policy-claims.js';
import { PUBLIC_PLACE } from './public-place.js';
import { STREET_EVENT } from './street-event.js';

export { itemCodeOf } from './item-codes.js';

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

/** Everything that is published, the children of bundles before the bundles that pin them. */
export const PUBLISHED_ITEMS: readonly ItemSeed[] = [...BUNDLE_CHILD_ITEMS, ...DEMONSTRATION_ITEMS];
