import type { Case } from './case.entity.js';

/** The columns that tell who stands at the counter where they belong, and whether the same was applied for already. */
export type StandingColumns = Pick<
  Case,
  'duplicateOf' | 'duplicateReason' | 'placeCode' | 'placeReason' | 'presentAs' | 'presentBy' | 'presentAt'
>;

/** Nobody was compared with a card. */
export const NOBODY_PRESENT: Pick<Case, 'presentAs' | 'presentBy' | 'presentAt'> = { presentAs: null, presentBy: null, presentAt: null };

/** Nobody was compared with a card yet, and nothing is known of another application. */
export const NO_STANDING: StandingColumns = {
  duplicateOf: null,
  duplicateReason: null,
  placeCode: null,
  placeReason: null,
  ...NOBODY_PRESENT,
};

/** Another open case than before asks for a reason of its own. @param openTwin the number of the one that is under way now */
export function duplicateChanges(
  row: Pick<Case, 'duplicateOf'>,
  openTwin: string | null,
): Partial<Pick<Case, 'duplicateOf' | 'duplicateReason'>> {
  return openTwin === row.duplicateOf ? {} : { duplicateOf: openTwin, duplicateReason: null };
}
