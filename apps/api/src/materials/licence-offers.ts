import type { LicenceView } from '@onewindow/contracts';
import { type IsoDate, LICENCE_STATE_LABELS, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Applicant, FIND_APPLICANT } from '../applicants/index.js';
import { ApplicantLicences } from '../licences/index.js';
import { Clock, Database } from '../platform/index.js';
import type { LibraryFile } from './material-library.entity.js';

/** A licence of the applicant, as far as it can stand for a material. */
export interface LicenceOffer {
  readonly id: string;
  /** `licenceType` of the materials for which it stands. */
  readonly type: string;
  readonly name: string;
  /** The legal representative's, where it is not the applicant's own. */
  readonly holderName: string | null;
  readonly issuer: string;
  readonly issuedOn: IsoDate | null;
  readonly validThrough: IsoDate | null;
  /** Why it is worth nothing today, in Chinese; null when it is valid. */
  readonly invalid: string | null;
  readonly file: LibraryFile | null;
}

/** The licences that the registry of 电子证照 has of an applicant: A-level papers (R7). It may be another system, so it is asked outside any transaction. */
@Injectable()
export class LicenceOffers {
  constructor(
    private readonly database: Database,
    private readonly licences: ApplicantLicences,
    private readonly clock: Clock,
  ) {}

  async of(applicantId: string): Promise<LicenceOffer[]> {
    const applicant = await this.applicant(applicantId);
    return applicant === undefined ? [] : (await this.licences.of(applicant, shanghaiToday(this.clock.now()))).map(offerOf);
  }

  private async applicant(id: string): Promise<Applicant | undefined> {
    const [applicant] = await this.database.query(FIND_APPLICANT, [id]);
    return applicant;
  }
}

function offerOf(licence: LicenceView): LicenceOffer {
  const { id, type, name, issuer, issuedOn, state, validUntil } = licence;
  const until = validUntil === null ? '' : `${validUntil} `;
  return {
    ...{ id, type, name, issuer, issuedOn, validThrough: validUntil },
    holderName: licence.holder === 'representative' ? licence.holderName : null,
    invalid: state === 'valid' ? null : `${state === 'expired' ? until : ''}${LICENCE_STATE_LABELS[state]}，不能用`,
    file: licence.file,
  };
}
