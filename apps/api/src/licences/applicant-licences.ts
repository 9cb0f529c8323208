import type { LicenceView } from '@onewindow/contracts';
import { type IsoDate, LICENCE_STATES } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Applicant, SEALED_COLUMNS } from '../applicants/index.js';
import { Sealer } from '../platform/index.js';
import { LicenceRegistry, type LicenceHolder, type LicenceRecord } from './licence-registry.js';
import { presentLicence } from './licence.presenter.js';

type HeldBy = Pick<
  Applicant,
  'identityType' | 'identitySealed' | 'identityMasked' | 'representativeIdentitySealed' | 'representativeIdentityMasked'
>;

/** The licences of an applicant and of the legal representative: what prefill, reuse and the applicant's pane have in common. */
@Injectable()
export class ApplicantLicences {
  constructor(
    private readonly registry: LicenceRegistry,
    private readonly sealer: Sealer,
  ) {}

  /** As the registry gives them, in any state; a licence's `file.sha256` is a kept file. */
  async records(applicant: HeldBy): Promise<LicenceRecord[]> {
    return await this.registry.ofHolders(this.holdersOf(applicant));
  }

  /** As the counter sees them today, the valid ones first. */
  async of(applicant: HeldBy, today: IsoDate): Promise<LicenceView[]> {
    return presentAll(await this.records(applicant), applicant.identityMasked, today);
  }

  /** One of this applicant's licences, or null: another's is not found. */
  async find(applicant: HeldBy, licenceId: string): Promise<LicenceRecord | null> {
    return (await this.records(applicant)).find(({ id }) => id === licenceId) ?? null;
  }

  /** The licences under a number that no applicant has here yet. */
  async ofNumber(holder: LicenceHolder, today: IsoDate): Promise<LicenceView[]> {
    return presentAll(await this.registry.ofHolders([holder]), null, today);
  }

  private holdersOf({ identityType, identitySealed, representativeIdentitySealed }: HeldBy): LicenceHolder[] {
    const own = { identityType, identityNumber: this.sealer.open(identitySealed, SEALED_COLUMNS.applicantIdentity) };
    if (representativeIdentitySealed === null) return [own];
    const number = this.sealer.open(representativeIdentitySealed, SEALED_COLUMNS.representativeIdentity);
    return [own, { identityType: 'idCard', identityNumber: number }];
  }
}

/** @param ownMasked tells the applicant's own from the representative's; null when all are the applicant's */
function presentAll(records: readonly LicenceRecord[], ownMasked: string | null, today: IsoDate): LicenceView[] {
  const isOwn = ({ holderIdentityMasked }: LicenceRecord): boolean => ownMasked === null || holderIdentityMasked === ownMasked;
  return records
    .map((record) => presentLicence(record, isOwn(record) ? 'applicant' : 'representative', today))
    .sort((one, other) => LICENCE_STATES.indexOf(one.state) - LICENCE_STATES.indexOf(other.state));
}
