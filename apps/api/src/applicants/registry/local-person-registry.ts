import { plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Database, Sealer, sql } from '../../platform/index.js';
import { IDENTITY_PURPOSE, type IdentityType } from '../person-numbers.js';
import { PersonRegistry, type RegisteredNumber, type RegistryRecord } from './person-registry.js';
import type { RegistryEntry } from './registry-entry.entity.js';

/** Purposes of the register's sealed columns. */
export const REGISTRY_SEALED = {
  identity: 'registry.identity',
  phone: 'registry.phone',
  representative: 'registry.representative',
} as const;

const FIND_ENTRY = sql<RegistryEntry>(
  `SELECT id, kind, name, identity_type AS "identityType", identity_masked AS "identityMasked", phone_sealed AS "phoneSealed",
          phone_masked AS "phoneMasked", address, representative_name AS "representativeName", representative_sealed AS "representativeSealed",
          representative_masked AS "representativeMasked", state, registered_on AS "registeredOn", fields
     FROM registry_entry WHERE identity_type = $1 AND identity_index = $2`,
);

/** The register in this system's own table: the demonstration's, or one that is filled by import. */
@Injectable()
export class LocalPersonRegistry extends PersonRegistry {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  async find(identityType: IdentityType, number: string): Promise<RegistryRecord | null> {
    const index = this.sealer.blindIndex(plainNumber(number), IDENTITY_PURPOSE);
    const [entry] = await this.database.query(FIND_ENTRY, [identityType, index]);
    if (!entry) return null;
    const { kind, name, identityMasked, address, state, registeredOn, fields, representativeName } = entry;
    return {
      ...{ kind, name, identityType: entry.identityType, identityMasked, address, state, registeredOn, fields },
      phone: this.open(entry.phoneSealed, entry.phoneMasked, REGISTRY_SEALED.phone),
      representative:
        representativeName === null
          ? null
          : {
              name: representativeName,
              identity: this.open(entry.representativeSealed, entry.representativeMasked, REGISTRY_SEALED.representative),
            },
    };
  }

  private open(sealed: string | null, masked: string | null, purpose: string): RegisteredNumber | null {
    return sealed === null || masked === null ? null : { plain: this.sealer.open(sealed, purpose), masked };
  }
}
