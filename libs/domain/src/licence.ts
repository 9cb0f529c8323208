import type { IsoDate } from './dates.js';

/** What a licence (电子证照) is worth on a day. */
export const LICENCE_STATES = ['valid', 'notYetValid', 'expired', 'revoked'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** Chinese names of the states. */
export const LICENCE_STATE_LABELS = {
  valid: '有效',
  notYetValid: '未生效',
  expired: '已过期',
  revoked: '已注销',
} as const satisfies Record<LicenceState, string>;

/** What its registry says of a licence; null means without end, or from the beginning. */
export interface LicenceTerm {
  revoked: boolean;
  validFrom: IsoDate | null;
  validUntil: IsoDate | null;
}

/**
 * R7: the state of a licence on a day (ISO date). Its last day still counts; a revoked one stays revoked whatever its term says.
 * Only a `valid` licence may stand for a material.
 */
export function licenceStateOn({ revoked, validFrom, validUntil }: LicenceTerm, day: IsoDate): LicenceState {
  if (revoked) return 'revoked';
  if (validUntil !== null && validUntil < day) return 'expired';
  return validFrom !== null && day < validFrom ? 'notYetValid' : 'valid';
}
