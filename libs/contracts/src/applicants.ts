import { z } from 'zod';
import { id, isoDate, optionalText, phone, text } from './primitives.js';

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
  /** Telephone and representative's number that are not typed are taken from the register, where it knows them. */
  fromRegistry: z.boolean().optional(),
});
export type ApplicantInput = z.input<typeof applicantInput>;

export const agentRelation = z.enum(['employee', 'relative', 'lawyer', 'agency', 'other']);
export type AgentRelation = z.output<typeof agentRelation>;

/** 代理人 with the authority under which they act. Somebody who acted for the applicant before brings their numbers along by `fromCaseId`. */
export const agentInput = z
  .strictObject({
    name: text(60),
    identityNumber: text(40).optional(),
    /** A case of the same applicant in which this agent acted: numbers that are not typed come from there. */
    fromCaseId: id.optional(),
    phone: phone.optional(),
    relation: agentRelation.optional(),
    /** The document that shows it: 授权委托书, 户口簿… */
    authority: text(200),
    /** 委托事项和权限. */
    scope: optionalText(200),
    /** Last day of the authority; left out when it names none. */
    validUntil: isoDate.optional(),
  })
  .refine((agent) => agent.identityNumber !== undefined || agent.fromCaseId !== undefined, {
    path: ['identityNumber'],
    message: '写明代理人的证件号',
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
});
export type ApplicantView = z.output<typeof applicantView>;

export const agentView = z.object({
  name: z.string(),
  identityMasked: z.string(),
  phoneMasked: z.string().nullable(),
  relation: agentRelation.nullable(),
  authority: z.string(),
  scope: z.string().nullable(),
  validUntil: isoDate.nullable(),
});
