import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { auditWords, Database, decodeCursor, KEYS_ROTATED, type KeyRotation, keyRotationWords, pageOf, sql } from '../platform/index.js';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorName: string | null;
  readonly about: string | null;
  /** Of a change of keys, which concerns no record but all. */
  readonly rotation: KeyRotation | null;
  readonly ip: string | null;
}

/** A case by its number, or before it has one by its item; whoever else by name. What was done to an applicant names the case it was done for. */
const ABOUT = `CASE e.subject_type
    WHEN 'staff' THEN (SELECT s.name || ' ' || s.staff_no FROM staff s WHERE s.id = e.subject_id::uuid)
    WHEN 'hall' THEN (SELECT h.name FROM hall h WHERE h.id = e.subject_id::uuid)
    ELSE (SELECT coalesce(c.case_no, c.item_name) FROM cases c
           WHERE c.id = (CASE e.subject_type WHEN 'case' THEN e.subject_id ELSE e.detail->>'caseId' END)::uuid) END`;

/** $1 the id before which to go on, $2 action, $3 rows. */
const LIST_AUDIT = sql<AuditRow>(
  `SELECT e.id, e.at, e.action, p.name AS "actorName", ${ABOUT} AS about,
          CASE e.action WHEN '${KEYS_ROTATED}' THEN e.detail END AS rotation, e.ip
   FROM audit_entry e LEFT JOIN staff p ON p.id = e.actor_id
   WHERE ($1::uuid IS NULL OR e.id < $1) AND ($2::text IS NULL OR e.action = $2) ORDER BY e.id DESC LIMIT $3`,
);

/** The audit trail, newest first. */
@Injectable()
export class AuditList {
  constructor(private readonly database: Database) {}

  async read({ query }: InputOf<typeof endpoints.listAudit>): Promise<ResponseOf<typeof endpoints.listAudit>> {
    const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, ['string']);
    const found = await this.database.query(LIST_AUDIT, [before, query.action ?? null, query.limit + 1]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.id]);
    return { items: rows.map(present), nextCursor };
  }
}

function present({ rotation, ...row }: AuditRow): ResponseOf<typeof endpoints.listAudit>['items'][number] {
  const about = rotation === null ? row.about : keyRotationWords(rotation);
  return { ...row, at: row.at.toISOString(), words: auditWords(row.action), about };
}
