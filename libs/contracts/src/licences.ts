import { LICENCE_STATES } from '@onewindow/domain';
import { z } from 'zod';
import { identityType } from './applicants.js';
import { endpoint } from './endpoint.js';
import { fileRef } from './files.js';
import { id, isoDate } from './primitives.js';

export const licenceState = z.enum(LICENCE_STATES);

/** A printed value of a licence or of the register, for prefilling forms. Never an identity or telephone number. */
export const licenceFields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** 电子证照 of a holder, issued by an agency: trust level A (R7). Identity numbers are masked, also where one is the licence's number. */
export const licenceView = z.object({
  id,
  /** Code by which items ask for it (`licenceType` of a material): `business-licence`, `id-card`, … */
  type: z.string(),
  name: z.string(),
  number: z.string(),
  holderName: z.string(),
  holderIdentityType: identityType,
  holderIdentityMasked: z.string(),
  /** `representative`: of the legal representative, not of the company itself. */
  holder: z.enum(['applicant', 'representative']),
  issuer: z.string(),
  issuedOn: isoDate.nullable(),
  validFrom: isoDate.nullable(),
  validUntil: isoDate.nullable(),
  /** Today. Only a `valid` one may stand for a material. */
  state: licenceState,
  fields: licenceFields,
  /** The document; null when the registry keeps none. Bytes at `getLicenceFile`. */
  file: fileRef.omit({ id: true }).nullable(),
});
export type LicenceView = z.output<typeof licenceView>;

export const licenceEndpoints = {
  /** The document of a licence of this case's applicant, for those who may see the case; 404 for anybody else's. Recorded. */
  getLicenceFile: endpoint({
    method: 'GET',
    path: '/cases/:id/licences/:licenceId/file',
    summary: '申请人的一份电子证照，在线看',
    access: ['clerk'],
    params: z.strictObject({ id, licenceId: id }),
    response: z.never(),
    responseKind: 'file',
  }),
};
