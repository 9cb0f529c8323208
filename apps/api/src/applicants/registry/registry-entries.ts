import type { RegistryView } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, Sealer, sql } from '../../platform/index.js';
import { sealNumber, sealPhone } from '../person-numbers.js';
import { REGISTRY_SEALED } from './local-person-registry.js';
import type { RegistryRecord } from './person-registry.js';

/** A person or company for the local register, numbers in the open. */
export interface NewRegistryEntry extends Pick<RegistryView, 'kind' | 'identityType' | 'name' | 'address' | 'registeredOn' | 'fields'> {
  readonly identityNumber: string;
  readonly phone: string | null;
  readonly representative: { readonly name: string; readonly identityNumber: string } | null;
}

const KEEP = sql(
  `INSERT INTO registry_entry AS r (id, kind, name, identity_type, identity_sealed, identity_index, identity_masked, phone_sealed, phone_masked,
     address, representative_name, representative_sealed, representative_masked, state, registered_on, fields, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'registered', $14, $15, $16)
   ON CONFLICT (identity_type, identity_index) DO UPDATE SET name = excluded.name, phone_sealed = excluded.phone_sealed,
     phone_masked = excluded.phone_masked, address = excluded.address, representative_name = excluded.representative_name,
     representative_sealed = excluded.representative_sealed, representative_masked = excluded.representative_masked,
     registered_on = excluded.registered_on, fields = excluded.fields, updated_at = excluded.updated_at`,
);

/** Fills the local register. */
@Injectable()
export class RegistryEntries {
  constructor(private readonly sealer: Sealer) {}

  /** Enters one, or brings the known one under this number up to date. */
  async keep(tx: CommandTx, entry: NewRegistryEntry): Promise<void> {
    const identity = sealNumber(this.sealer, entry.identityNumber, REGISTRY_SEALED.identity, entry.identityType);
    const phone = entry.phone === null ? null : sealPhone(this.sealer, entry.phone, REGISTRY_SEALED.phone);
    const legal = entry.representative;
    const representative = legal === null ? null : sealNumber(this.sealer, legal.identityNumber, REGISTRY_SEALED.representative);
    await tx.query(KEEP, [
      newId(),
      entry.kind,
      entry.name,
      entry.identityType,
      identity.sealed,
      identity.index,
      identity.masked,
      phone?.sealed ?? null,
      phone?.masked ?? null,
      entry.address,
      legal?.name ?? null,
      representative?.sealed ?? null,
      representative?.masked ?? null,
      entry.registeredOn,
      JSON.stringify(entry.fields),
      tx.now,
    ]);
  }
}

/** What a screen may see of a record: numbers masked (R10.2). */
export function presentRegistry({ phone, representative, ...record }: RegistryRecord): RegistryView {
  return {
    ...record,
    phoneMasked: phone?.masked ?? null,
    representative: representative && { name: representative.name, identityMasked: representative.identity?.masked ?? null },
  };
}
