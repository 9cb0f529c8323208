import { addCalendarDays, daysInMonth, type IsoDate, yearOf } from './dates.js';

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

/** The last day of a licence that holds for whole years: the eve of the anniversary; in a year without that day, the last day of its month. */
export function licenceUntil(from: IsoDate, years: number): IsoDate {
  const year = yearOf(from) + years;
  const month = from.slice(5, 7);
  const last = daysInMonth(year, Number(month));
  if (Number(from.slice(8, 10)) > last) return `${year}-${month}-${last}`;
  return addCalendarDays(`${year}${from.slice(4)}`, -1);
}
