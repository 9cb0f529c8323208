import type { Case } from './case.entity.js';

/** A case of which nothing is to be followed up: as every draft begins. */
export const NO_FOLLOW_UP = {
  supplementBy: null,
  supplementOverride: false,
  deemedAccepted: false,
  outageNo: null,
  outageAt: null,
} as const satisfies Partial<Case>;
