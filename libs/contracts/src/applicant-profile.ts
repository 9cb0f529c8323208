import { z } from 'zod';
import { agentRelation, applicantKind, applicantView, creditGrade, identityType } from './applicants.js';
import { caseStatus } from './case-views.js';
import { endpoint } from './endpoint.js';
import { licenceFields, licenceView } from './licences.js';
import { id, idParams, isoDate, isoInstant, text } from './primitives.js';

/** What the register of persons or companies says under a number (人口库、企业登记). Numbers are masked. */
export const registryView = z.object({
  kind: applicantKind,
  identityType,
  identityMasked: z.string(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  address: z.string().nullable(),
  representative: z.object({ name: z.string(), identityMasked: z.string().nullable() }).nullable(),
  /** `cancelled`: the company was struck off, the person is recorded as deceased. */
  state: z.enum(['registered', 'cancelled']),
  registeredOn: isoDate.nullable(),
  /** Companies: `businessScope`, `registeredCapital` (万元), `companyType`, `establishedOn`, … */
  fields: licenceFields,
});
export type RegistryView = z.output<typeof registryView>;

export const earlierCase = z.object({
  id,
  caseNo: z.string().nullable(),
  itemName: z.string(),
  itemId: id,
  status: caseStatus,
  receivedAt: isoInstant.nullable(),
});
export type EarlierCase = z.output<typeof earlierCase>;

/** Somebody who acted for this applicant before: offered, so that their numbers need not be typed again. */
export const earlierAgent = z.object({
  /** The latest case in which they acted; `agent.fromCaseId` takes their numbers from there. */
  caseId: id,
  name: z.string(),
  identityMasked: z.string(),
  phoneMasked: z.string().nullable(),
  relation: agentRelation.nullable(),
  authority: z.string(),
  scope: z.string().nullable(),
  validUntil: isoDate.nullable(),
  lastActedAt: isoInstant,
});
export type EarlierAgent = z.output<typeof earlierAgent>;

/** Everything at a glance about who stands there. */
export const applicantProfile = z.object({
  /** The latest fifty, and of every item the latest that is under way: an open twin is never cut off. */
  earlierCases: z.array(earlierCase),
  /** However many there are, shown or not. */
  earlierCounts: z.object({
    all: z.number().int(),
    /** Without drafts. */
    received: z.number().int(),
    /** By item; only where one is under way. */
    underWay: z.array(z.object({ itemId: id, count: z.number().int() })),
  }),
  /** Null when the register does not know the number. */
  registry: registryView.nullable(),
  /** Of the applicant and the legal representative; the valid ones first. */
  licences: z.array(licenceView),
  earlierAgents: z.array(earlierAgent),
  /** How many other applicants have the same name: the number decides who is who. */
  namesakes: z.number().int(),
  /** Names under this one number that are not alike; empty when they agree. */
  unlikeNames: z.array(z.string()),
  /** R4.1, R4.4. */
  credit: z.object({ grade: creditGrade, deferralClosed: z.boolean(), reason: z.string().optional() }).nullable().optional(),
});
export type ApplicantProfile = z.output<typeof applicantProfile>;

export const applicantEndpoints = {
  /** POST, because an identity number does not belong in an address. Recorded as a look-up (R10, R11). */
  identifyApplicant: endpoint({
    method: 'POST',
    path: '/applicants/identify',
    summary: '按证件号认人：登记信息、电子证照、以往办件、在办同事项、信用等级',
    access: ['clerk'],
    body: z.strictObject({ identityType, identityNumber: text(40) }),
    response: applicantProfile.extend({
      /** null when this number was never seen here. */
      applicant: applicantView.nullable(),
      check: z.object({ ok: z.boolean(), reason: z.string().nullable() }),
      lastPhoneMasked: z.string().nullable(),
    }),
  }),
  /** The same for the applicant of a case of the own hall, after a reload or at another counter. Recorded like a look-up. */
  getApplicantProfile: endpoint({
    method: 'GET',
    path: '/cases/:id/applicant-profile',
    summary: '本件申请人：登记信息、电子证照、以往办件、代理过的人',
    access: ['clerk'],
    params: idParams,
    response: applicantProfile,
  }),
};
