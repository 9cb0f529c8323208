import type { LicenceView } from '@onewindow/contracts';
import { type IsoDate, licenceStateOn } from '@onewindow/domain';
import type { LicenceRecord } from './licence-registry.js';

/** A licence as the counter sees it on a day (ISO date): with its state, without its holder's number. */
export function presentLicence({ revokedOn, ...record }: LicenceRecord, holder: LicenceView['holder'], today: IsoDate): LicenceView {
  return { ...record, holder, state: licenceStateOn({ ...record, revoked: revokedOn !== null }, today) };
}
