/** One sealed column, what it is bound to, and the blind index beside it. */
export interface SealedColumn {
  readonly column: string;
  readonly purpose: string;
  readonly index?: { readonly column: string; readonly purpose: string };
}

export interface SealedTable {
  readonly table: string;
  readonly columns: readonly SealedColumn[];
  /** JSON columns that hold sealed values among others, as `{ sealed, masked }` under the names of form fields. */
  readonly json?: readonly string[];
}

const identity = (column: string) => ({ column, purpose: 'identity' });

/**
 * Every place where the database keeps a number of a person. A column that is missing here would be lost with the old key, so a test looks
 * for its like in the whole database.
 */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    table: 'applicant',
    columns: [
      { column: 'identity_sealed', purpose: 'applicant.identity', index: identity('identity_index') },
      { column: 'phone_sealed', purpose: 'applicant.phone', index: { column: 'phone_index', purpose: 'phone' } },
      { column: 'representative_identity_sealed', purpose: 'applicant.representative', index: identity('representative_identity_index') },
    ],
  },
  {
    table: 'cases',
    columns: [
      { column: 'agent_identity_sealed', purpose: 'case.agent-identity', index: identity('agent_identity_index') },
      { column: 'agent_phone_sealed', purpose: 'case.agent-phone' },
    ],
    json: ['form', 'form_corrections'],
  },
  {
    table: 'staff',
    columns: [
      { column: 'identity_sealed', purpose: 'staff.identity', index: identity('identity_index') },
      { column: 'phone_sealed', purpose: 'staff.phone', index: { column: 'phone_index', purpose: 'staff.phone' } },
    ],
  },
  { table: 'pickup', columns: [{ column: 'collector_identity_sealed', purpose: 'pickup.collector' }] },
  { table: 'credit_grade', columns: [{ column: 'identity_sealed', purpose: 'credit.identity', index: identity('identity_index') }] },
  { table: 'licence', columns: [{ column: 'holder_sealed', purpose: 'licence.holder', index: identity('holder_index') }] },
  {
    table: 'registry_entry',
    columns: [
      { column: 'identity_sealed', purpose: 'registry.identity', index: identity('identity_index') },
      { column: 'phone_sealed', purpose: 'registry.phone' },
      { column: 'representative_sealed', purpose: 'registry.representative' },
    ],
  },
  { table: 'ticket', columns: [{ column: 'identity_sealed', purpose: 'ticket.identity', index: identity('identity_index') }] },
];
