import { newId } from '../database/new-id.js';
import { sql } from '../database/sql.js';
import type { AuditInput } from './audit-input.js';

export const INSERT_AUDIT = sql(
  `INSERT INTO audit_entry (id, at, action, actor_id, ip, subject_type, subject_id, detail)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Parameters of INSERT_AUDIT. */
export function auditRow(entry: AuditInput, at: Date): unknown[] {
  return [
    newId(),
    at,
    entry.action,
    entry.actorId,
    entry.ip,
    entry.subjectType ?? null,
    entry.subjectId ?? null,
    JSON.stringify(entry.detail ?? {}),
  ];
}
