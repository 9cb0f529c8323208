import { sql } from '../platform/index.js';
import type { Applicant } from './applicant.entity.js';

const COLUMNS = {
  id: 'id',
  kind: 'kind',
  name: 'name',
  identityType: 'identity_type',
  identitySealed: 'identity_sealed',
  identityIndex: 'identity_index',
  identityMasked: 'identity_masked',
  phoneSealed: 'phone_sealed',
  phoneIndex: 'phone_index',
  phoneMasked: 'phone_masked',
  address: 'address',
  representativeName: 'representative_name',
  representativeIdentitySealed: 'representative_identity_sealed',
  representativeIdentityIndex: 'representative_identity_index',
  representativeIdentityMasked: 'representative_identity_masked',
  creditGrade: 'credit_grade',
  identityOverrideReason: 'identity_override_reason',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<keyof Applicant, string>;

/** Every column of an applicant under the alias `a`. */
export const APPLICANT_SELECT = Object.entries(COLUMNS)
  .map(([property, column]) => `a.${column} AS "${property}"`)
  .join(', ');

export const FIND_APPLICANT = sql<Applicant>(`SELECT ${APPLICANT_SELECT} FROM applicant a WHERE a.id = $1`);
export const FIND_APPLICANT_BY_NUMBER = sql<Applicant>(
  `SELECT ${APPLICANT_SELECT} FROM applicant a WHERE a.identity_type = $1 AND a.identity_index = $2`,
);
