import { columnOf, selected, sql, updatesOf } from '../platform/index.js';
import type { Case } from './case.entity.js';

/** Every column of a case in a fixed order: prepared statements are made from it once. */
export const CASE_COLUMNS = [
  'id',
  'caseNo',
  'status',
  'version',
  'itemId',
  'itemVersionId',
  'itemName',
  'departmentId',
  'hallId',
  'counterId',
  'districtCode',
  'applicantId',
  'applicantName',
  'title',
  'agentName',
  'agentIdentitySealed',
  'agentIdentityIndex',
  'agentIdentityMasked',
  'agentPhoneSealed',
  'agentPhoneMasked',
  'agentAuthority',
  'agentRelation',
  'agentScope',
  'agentValidUntil',
  'duplicateOf',
  'duplicateReason',
  'placeCode',
  'placeReason',
  'presentAs',
  'presentBy',
  'presentAt',
  'answers',
  'form',
  'formSources',
  'formCorrections',
  'formOverrides',
  'createdBy',
  'createdAt',
  'draftSavedAt',
  'receivedAt',
  'acceptedAt',
  'acceptedOn',
  'statutoryLimit',
  'promisedLimit',
  'statutoryDue',
  'promisedDue',
  'statutoryProvisional',
  'promisedProvisional',
  'halts',
  'extensionDays',
  'decision',
  'decisionReason',
  'decidedAt',
  'decidedOn',
  'decidedBy',
  'readyAt',
  'concludedAt',
  'endReason',
  'feeCents',
  'feeReceiptNo',
  'supplementCount',
  'supplementBy',
  'supplementOverride',
  'deemedAccepted',
  'outageNo',
  'outageAt',
  'progressToken',
  'eventCount',
  'eventHead',
] as const satisfies readonly (keyof Case)[];

const JSON_COLUMNS: ReadonlySet<keyof Case> = new Set(['answers', 'form', 'formSources', 'formCorrections', 'formOverrides']);

/** The columns of a case for a SELECT under the alias `c`. */
export const CASE_SELECT = selected('c', CASE_COLUMNS);

export const FIND_CASE = sql<Case>(`SELECT ${CASE_SELECT} FROM cases c WHERE c.id = $1`);
export const FIND_CASE_BY_NO = sql<Case>(`SELECT ${CASE_SELECT} FROM cases c WHERE c.case_no = $1`);
/** The case of a task, found and locked in one step. */
export const LOCK_CASE_OF_TASK = sql<Case>(
  `SELECT ${CASE_SELECT} FROM cases c WHERE c.id = (SELECT t.case_id FROM review_task t WHERE t.id = $1) FOR UPDATE`,
);
export const LOCK_CASE = sql<Case>(`SELECT ${CASE_SELECT} FROM cases c WHERE c.id = $1 FOR UPDATE`);
export const INSERT_CASE = sql(
  `INSERT INTO cases (${CASE_COLUMNS.map(columnOf).join(', ')}) VALUES (${CASE_COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`,
);

/**
 * The UPDATE of exactly these columns.
 * @param properties the changed properties; `$1` is the id, the values follow in this order
 */
export const updateStatement = updatesOf<keyof Case>('cases');

/** A property's value as the driver wants it: JSON columns as text. */
export function storedValue(row: Case, property: keyof Case): unknown {
  const value = row[property];
  if (property === 'halts') return row.halts === null ? null : JSON.stringify(row.halts);
  return JSON_COLUMNS.has(property) ? JSON.stringify(value) : value;
}
