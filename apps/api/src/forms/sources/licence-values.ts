import { type IsoDate, type SourcedValue } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Applicant } from '../../applicants/index.js';
import { ApplicantLicences } from '../../licences/index.js';
import type { PrefillSource } from '../prefill-source.js';

/** What the valid licences of the applicant print: `licence.<type>.<field>`; the newest of a type speaks. */
@Injectable()
export class LicenceValues implements PrefillSource {
  readonly room = 'licence.';

  constructor(private readonly licences: ApplicantLicences) {}

  async say(applicant: Applicant, today: IsoDate): Promise<Record<string, SourcedValue>> {
    const said: Record<string, SourcedValue> = {};
    const valid = (await this.licences.of(applicant, today)).filter(({ state, holder }) => state === 'valid' && holder === 'applicant');
    for (const { type, name, number, issuer, validUntil, fields } of valid) {
      for (const [field, value] of Object.entries({ number, issuer, validUntil, ...fields })) {
        // A masked number is nobody's value.
        if (value === null || (typeof value === 'string' && value.includes('**'))) continue;
        said[`licence.${type}.${field}`] ??= { value, source: 'licence', note: name };
      }
    }
    return said;
  }
}
