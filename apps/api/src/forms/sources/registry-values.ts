import type { IsoDate, SourcedValue } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Applicant, PersonRegistry, SEALED_COLUMNS } from '../../applicants/index.js';
import { Sealer } from '../../platform/index.js';
import type { PrefillSource } from '../prefill-source.js';

/** What the register of persons and companies says: `registry.name`, `registry.address`, `registry.fields.<field>`. */
@Injectable()
export class RegistryValues implements PrefillSource {
  readonly room = 'registry.';

  constructor(
    private readonly registry: PersonRegistry,
    private readonly sealer: Sealer,
  ) {}

  async say({ kind, identityType, identitySealed }: Applicant, _today: IsoDate): Promise<Record<string, SourcedValue>> {
    const record = await this.registry.find(identityType, this.sealer.open(identitySealed, SEALED_COLUMNS.applicantIdentity));
    if (record === null || record.state !== 'registered') return {};
    const { name, address, representative, registeredOn, fields } = record;
    const note = kind === 'legal' ? '企业登记' : '人口登记';
    const values = { name, address, representative: representative?.name ?? null, registeredOn };
    const said: Record<string, SourcedValue> = {};
    for (const [key, value] of Object.entries(values)) if (value !== null) said[`registry.${key}`] = { value, source: 'registry', note };
    for (const [key, value] of Object.entries(fields)) said[`registry.fields.${key}`] = { value, source: 'registry', note };
    return said;
  }
}
