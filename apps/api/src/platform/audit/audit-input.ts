import type { AuditAction } from './audit-words.js';

/** What the audit trail records besides the events of cases. No identity or phone numbers, not even encrypted (R10.1). */
export interface AuditInput {
  /** Stable, dotted: `session.signed-in`, `applicant.looked-up`, `applicant.unmasked`, `staff.password-reset`. */
  readonly action: AuditAction;
  /** Null for the system and for people who are not signed in. */
  readonly actorId: string | null;
  readonly ip: string | null;
  /** The record concerned: `case`, `staff`, `applicant` … and its id. */
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}
