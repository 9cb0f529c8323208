import { randomBytes } from 'node:crypto';
import { maskApplicantName, maskIdentityNumber, maskPhone } from '@onewindow/domain';
import { type Applicant, NO_AGENT, plainNumber, plainPhone } from '../../applicants/index.js';
import { type Case, type CaseMaterial, NO_FOLLOW_UP, NO_STANDING } from '../../cases/index.js';
import { isSealedField, type KnownVersion } from '../../catalogue/index.js';
import { newId, type Sealer } from '../../platform/index.js';
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

/** A draft as the counter opens it. */
export function draftRow(version: KnownVersion, applicant: Applicant, seat: Seat, subject: string | null, now: Date): Case {
  const { definition } = version;
  return {
    ...NO_AGENT,
    ...NO_STANDING,
    ...NO_FOLLOW_UP,
    id: newId(),
    caseNo: null,
    status: 'draft',
    version: 1,
    itemId: version.itemId,
    itemVersionId: version.id,
    itemName: version.name,
    departmentId: version.departmentId,
    hallId: seat.hallId,
    counterId: seat.counterId,
    districtCode: DISTRICT,
    applicantId: applicant.id,
    applicantName: applicant.name,
    title: subject ?? maskApplicantName(applicant.kind, applicant.name),
    answers: {},
    form: {},
    formSources: {},
    formCorrections: {},
    createdBy: seat.ctx.actor.staffId,
    createdAt: now,
    draftSavedAt: now,
    receivedAt: null,
    acceptedAt: null,
    acceptedOn: null,
    statutoryLimit: definition.statutoryLimit,
    promisedLimit: definition.promisedLimit,
    statutoryDue: null,
    promisedDue: null,
    statutoryProvisional: false,
    promisedProvisional: false,
    decision: null,
    decisionReason: null,
    decidedAt: null,
    decidedOn: null,
    decidedBy: null,
    readyAt: null,
    concludedAt: null,
    endReason: null,
    feeCents: definition.feeCents,
    feeReceiptNo: null,
    supplementCount: 0,
    progressToken: randomBytes(24).toString('base64url'),
    eventCount: 0,
    eventHead: null,
  };
}
