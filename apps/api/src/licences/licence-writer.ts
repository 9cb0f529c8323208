import type { LicenceView } from '@onewindow/contracts';
import { maskIdentityNumber, plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type IdentityType, sealNumber } from '../applicants/index.js';
import { type CommandTx, newId, Sealer, sql } from '../platform/index.js';
import type { LicenceFile } from './licence-registry.js';

/** Purpose of the sealed holder: a value moved to another column does not open. */
export const LICENCE_HOLDER_SEALED = 'licence.holder';

/** A licence for the local registry, the holder's number in the open. */
export interface NewLicence extends Pick<
  LicenceView,
  'type' | 'name' | 'number' | 'issuer' | 'issuedOn' | 'validFrom' | 'validUntil' | 'fields'
> {
  readonly holder: { readonly identityType: IdentityType; readonly identityNumber: string; readonly name: string };
  readonly revokedOn: string | null;
  readonly file: LicenceFile | null;
  /** The result of this system that it is. */
  readonly resultId: string | null;
}

const INSERT = sql(
  `INSERT INTO licence (id, type, name, number, holder_identity_type, holder_sealed, holder_index, holder_masked, holder_name, issuer,
     issued_on, valid_from, valid_until, revoked_on, fields, file_name, file_media_type, file_size, file_sha256, result_id, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
   ON CONFLICT (result_id) DO NOTHING`,
);

/** Puts licences into the local registry. */
@Injectable()
export class LicenceWriter {
  constructor(private readonly sealer: Sealer) {}

  /** Adds a licence; one of a result that is there already changes nothing. */
  async add(tx: CommandTx, licence: NewLicence): Promise<void> {
    const { holder, file } = licence;
    const identity = sealNumber(this.sealer, holder.identityNumber, LICENCE_HOLDER_SEALED, holder.identityType);
    // An identity card's number is its holder's: it stands masked, like everywhere (R10.2).
    const isPersons = plainNumber(licence.number) === plainNumber(holder.identityNumber) && holder.identityType !== 'creditCode';
    await tx.query(INSERT, [
      newId(),
      licence.type,
      licence.name,
      isPersons ? maskIdentityNumber(plainNumber(licence.number)) : licence.number,
      holder.identityType,
      identity.sealed,
      identity.index,
      identity.masked,
      holder.name,
      licence.issuer,
      licence.issuedOn,
      licence.validFrom,
      licence.validUntil,
      licence.revokedOn,
      JSON.stringify(licence.fields),
      file?.name ?? null,
      file?.mediaType ?? null,
      file?.size ?? null,
      file?.sha256 ?? null,
      licence.resultId,
      tx.now,
    ]);
  }
}
