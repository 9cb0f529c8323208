import { plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { IDENTITY_PURPOSE } from '../applicants/index.js';
import { Database, Sealer, sql } from '../platform/index.js';
import type { Licence } from './licence.entity.js';
import { type LicenceHolder, type LicenceRecord, LicenceRegistry } from './licence-registry.js';

const OF_HOLDERS = sql<Licence>(
  `SELECT id, type, name, number, holder_identity_type AS "holderIdentityType", holder_masked AS "holderMasked", holder_name AS "holderName",
          issuer, issued_on AS "issuedOn", valid_from AS "validFrom", valid_until AS "validUntil", revoked_on AS "revokedOn", fields,
          file_name AS "fileName", file_media_type AS "fileMediaType", file_size AS "fileSize", file_sha256 AS "fileSha256"
     FROM licence WHERE holder_index = ANY($1::text[]) ORDER BY type, id DESC LIMIT 200`,
);

/** The registry in this system's own table. */
@Injectable()
export class LocalLicenceRegistry extends LicenceRegistry {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  async ofHolders(holders: readonly LicenceHolder[]): Promise<LicenceRecord[]> {
    if (holders.length === 0) return [];
    const indexes = holders.map(({ identityNumber }) => this.sealer.blindIndex(plainNumber(identityNumber), IDENTITY_PURPOSE));
    return (await this.database.query(OF_HOLDERS, [indexes])).map(recordOf);
  }
}

function recordOf({ holderMasked, fileName, fileMediaType, fileSize, fileSha256, ...row }: Licence): LicenceRecord {
  const isKept = fileName !== null && fileMediaType !== null && fileSize !== null && fileSha256 !== null;
  const { id, type, name, number, holderIdentityType, holderName, issuer, issuedOn, validFrom, validUntil, revokedOn, fields } = row;
  return {
    ...{ id, type, name, number, holderIdentityType, holderName, issuer, issuedOn, validFrom, validUntil, revokedOn, fields },
    holderIdentityMasked: holderMasked,
    file: isKept ? { name: fileName, mediaType: fileMediaType, size: fileSize, sha256: fileSha256 } : null,
  };
}
