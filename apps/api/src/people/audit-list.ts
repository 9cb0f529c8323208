import { ROLE_LABELS, type Role } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import {
  auditWords,
  Database,
  decodeCursor,
  KEYS_ROTATED,
  type KeyRotation,
  keyRotationWords,
  pageOf,
  revealedWords,
  sql,
} from '../platform/index.js';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorName: string | null;
  readonly about: string | null;
  /** Of a look-up: how one asked, how many cases were found, and the first of them. */
  readonly by: string | null;
  readonly found: number | null;
  readonly cases: string[];
  /** Which number was shown. */
  readonly field: string | null;
  /** Which roles a new account was given. */
  readonly roles: Role[] | null;
  /** Of a change of keys, which concerns no record but all. */
  readonly rotation: KeyRotation | null;
  readonly ip: string | null;
}

const AT_MOST_CASES = 3;
/** A case by its number, or before it has one by its item. */
const CASE_NAME = `coalesce(c.case_no, c.item_name)`;
const OF_CASE = `(SELECT ${CASE_NAME} FROM cases c
           WHERE c.id = (CASE e.subject_type WHEN 'case' THEN e.subject_id ELSE e.detail->>'caseId' END)::uuid)`;
/** Whoever is no case by name. What was done to an applicant names the case it was done for, too; their number stays masked. */
const ABOUT = `CASE e.subject_type
    WHEN 'applicant' THEN nullif(concat_ws('，',
      (SELECT p.name || ' ' || p.identity_masked FROM applicant p WHERE p.id = e.subject_id::uuid), ${OF_CASE}), '')
    WHEN 'staff' THEN (SELECT s.name || ' ' || s.staff_no FROM staff s WHERE s.id = e.subject_id::uuid)
    WHEN 'hall' THEN (SELECT h.name FROM hall h WHERE h.id = e.subject_id::uuid)
    ELSE ${OF_CASE} END`;
/** In the order they were found. */
const CASES = `ARRAY(SELECT ${CASE_NAME} FROM jsonb_array_elements_text(e.detail->'caseIds') WITH ORDINALITY AS found(id, nth)
    JOIN cases c ON c.id = found.id::uuid ORDER BY found.nth LIMIT ${AT_MOST_CASES})`;

/** $1 the id before which to go on, $2 action, $3 rows. */
const LIST_AUDIT = sql<AuditRow>(
  `SELECT e.id, e.at, e.action, p.name AS "actorName", ${ABOUT} AS about,
          e.detail->>'by' AS by, e.detail->>'field' AS field, e.detail->'roles' AS roles,
          jsonb_array_length(e.detail->'caseIds') AS found, ${CASES} AS cases,
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

function present(row: AuditRow): ResponseOf<typeof endpoints.listAudit>['items'][number] {
  const { id, at, action, actorName, ip } = row;
  return { id, at: at.toISOString(), action, actorName, words: auditWords(action, row.by), about: aboutOf(row), ip };
}

function aboutOf({ about, rotation, found, cases, field, roles }: AuditRow): string | null {
  if (rotation !== null) return keyRotationWords(rotation);
  if (field !== null) return [about, revealedWords(field)].filter(Boolean).join('，');
  if (roles !== null) return [about, roles.map((role) => ROLE_LABELS[role]).join('、')].filter(Boolean).join('，');
  if (found === null) return about;
  if (found === 0) return '没有查到';
  return `${cases.join('、')}${found > cases.length ? ` 等 ${found} 件` : ''}`;
}
