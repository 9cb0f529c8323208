import { maskApplicantName, maskIdentityNumber, maskPhone, plainNumber } from '@onewindow/domain';
import { type Applicant, plainPhone } from '../../applicants/index.js';
import type { Case, CaseMaterial } from '../../cases/index.js';
import { isSealedField, type KnownVersion } from '../../catalogue/index.js';
import type { Sealer } from '../../platform/index.js';
import { emptyCase } from '../../reception/index.js';
import { DISTRICT } from '../organisation/units.js';
import type { Seat } from './cast.js';
import type { FormSeed } from './form-values.js';

/** A case while its story is told. Its row comes with the draft. */
export class LiveCase {
  row!: Case;
  readonly materials: CaseMaterial[] = [];

  constructor(
    readonly version: KnownVersion,
    readonly applicantKind: 'natural' | 'legal',
    /** Where it was received. */
    readonly seat: Seat,
    readonly answers: Readonly<Record<string, string | number | boolean>>,
  ) {}
}

/** R10.2: the form as it is stored, numbers of persons sealed. */
export function sealedForm(version: KnownVersion, values: FormSeed, sealer: Sealer): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = version.definition.form.properties[key];
      if (typeof value !== 'string' || !isSealedField(field)) return [key, value];
      const isPhone = field?.format === 'phone';
      const plain = isPhone ? plainPhone(value) : plainNumber(value);
      return [key, { sealed: sealer.seal(plain, `case.form.${key}`), masked: isPhone ? maskPhone(plain) : maskIdentityNumber(plain) }];
    }),
  );
}

/** A draft as the counter opens it, its applicant known. */
export function draftRow(version: KnownVersion, applicant: Applicant, seat: Seat, subject: string | null, now: Date): Case {
  const { hallId, counterId } = seat;
  return {
    ...emptyCase(version, { hallId, counterId, districtCode: DISTRICT, createdBy: seat.ctx.actor.staffId, now }),
    applicantId: applicant.id,
    applicantName: applicant.name,
    title: subject ?? maskApplicantName(applicant.kind, applicant.name),
  };
}
