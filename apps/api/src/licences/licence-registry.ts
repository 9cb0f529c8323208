import type { LicenceView } from '@onewindow/contracts';
import type { IdentityType } from '../applicants/index.js';

/** Whose licences are asked for: a number that has passed its check. */
export interface LicenceHolder {
  readonly identityType: IdentityType;
  readonly identityNumber: string;
}

/** The kept bytes of a licence's document. */
export interface LicenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** A licence as its registry gives it; state is computed for a day by `licenceStateOn`. */
export interface LicenceRecord extends Omit<LicenceView, 'state' | 'holder' | 'file'> {
  readonly revokedOn: string | null;
  readonly file: LicenceFile | null;
}

/**
 * PORT: the registry of licences (电子证照库). The default reads this system's own table, fed by the results that it issues itself; an adapter
 * of a province's registry takes its place by being provided under this class.
 */
export abstract class LicenceRegistry {
  /** Every licence of these holders, in any state, one holder after the other. An adapter that can't answer in time throws. */
  abstract ofHolders(holders: readonly LicenceHolder[]): Promise<LicenceRecord[]>;
}
