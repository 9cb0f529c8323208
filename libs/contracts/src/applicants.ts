import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { id, isoInstant, optionalText, phone, text } from './primitives.js';

export const applicantKind = z.enum(['natural', 'legal']);
export const creditGrade = z.enum(['A', 'B', 'C']);
export const identityType = z.enum(['idCard', 'passport', 'creditCode', 'other']);

/** How an applicant is entered at the counter. Numbers are checked by R8.1 and R8.2. */
export const applicantInput = z.strictObject({
  kind: applicantKind,
  name: text(100),
  identityType,
  identityNumber: text(40),
  phone: phone.optional(),
  address: optionalText(200),
  /** Legal persons: 法定代表人. */
  legalRepresentative: z.strictObject({ name: text(60), identityNumber: text(40).optional() }).optional(),
  /** R8.2: a credit code that fails its check may still be genuine; then the clerk's reason stands on record. */
  identityOverrideReason: optionalText(200),
});
export type ApplicantInput = z.input<typeof applicantInput>;

/** 代理人 with the authority under which they act. */
export const agentInput = z.strictObject({
  name: text(60),
  identityNumber: text(40),
  phone: phone.optional(),
  authority: text(200),
});

/** An applicant as the actor may see them: numbers masked always, names of natural persons masked outside the own counter. */
export const applicantView = z.object({
  id,
  kind: applicantKind,
  name: z.string(),
  identityType,
  identityMasked: z.string(),
  phoneMasked: z.string().nullable(),
  address: z.string().nullable(),
  legalRepresentative: z.object({ name: z.string(), identityMasked: z.string().nullable() }).nullable(),
  creditGrade,
});
export type ApplicantView = z.output<typeof applicantView>;

export const agentView = z.object({
  name: z.string(),
  identityMasked: z.string(),
  phoneMasked: z.string().nullable(),
  authority: z.string(),
});

export const applicantEndpoints = {
  /** POST, because an identity number does not belong in an address. Recorded as a look-up (R10, R11). */
  identifyApplicant: endpoint({
    method: 'POST',
    path: '/applicants/identify',
    summary: '按证件号认人：以往办件、在办同事项、信用等级',
    access: ['clerk'],
    body: z.strictObject({ identityType, identityNumber: text(40) }),
    response: z.object({
      /** null when this number was never seen here. */
      applicant: applicantView.nullable(),
      check: z.object({ ok: z.boolean(), reason: z.string().nullable() }),
      earlierCases: z.array(
        z.object({
          id,
          caseNo: z.string().nullable(),
          itemName: z.string(),
          itemId: id,
          status: z.string(),
          receivedAt: isoInstant.nullable(),
        }),
      ),
      /** Values of the last application by field title's key, for prefilling; numbers stay masked. */
      lastPhoneMasked: z.string().nullable(),
    }),
  }),
};
