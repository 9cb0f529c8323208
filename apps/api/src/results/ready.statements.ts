import { RESULT_PROBLEM } from '../notices/index.js';
import { sql } from '../platform/index.js';
import { PAPER_COLUMNS, type PaperRecord } from './paper.presenter.js';

export interface ReadyRecord extends PaperRecord {
  itemVersionId: string;
  hallId: string;
  caseId: string;
  caseNo: string;
  version: number;
  itemName: string;
  title: string;
  applicantId: string;
  applicantKind: 'natural' | 'legal';
  applicantName: string;
  applicantIdentityMasked: string;
  departmentId: string;
  decision: 'grant' | 'deny';
  feeCents: number;
  feeReceiptNo: string | null;
  readyAt: Date;
  openDeferred: number;
  resultId: string;
  resultName: string;
  resultNumber: string;
  electronic: boolean;
  denial: boolean;
  validFrom: string | null;
  validUntil: string | null;
  issuedAt: Date;
  place: string | null;
  fileId: string | null;
  problem: string | null;
}

/** A bundle's children go out with it: they are no rows of their own until they are let go. */
const BY_ITSELF = `NOT EXISTS (SELECT 1 FROM bundle_child b WHERE b.child_case_id = c.id AND b.state NOT IN ('released', 'served'))`;

const ROWS = `
  SELECT c.id AS "caseId", c.case_no AS "caseNo", c.version, c.item_name AS "itemName", c.title, c.applicant_id AS "applicantId",
         a.kind AS "applicantKind", c.applicant_name AS "applicantName", a.identity_masked AS "applicantIdentityMasked",
         c.department_id AS "departmentId", c.decision,
         c.fee_cents AS "feeCents", c.fee_receipt_no AS "feeReceiptNo", c.ready_at AS "readyAt",
         (SELECT count(*) FROM case_material m WHERE m.case_id = c.id AND m.verdict = 'deferred')::integer AS "openDeferred",
         r.id AS "resultId", r.name AS "resultName", r.number AS "resultNumber", r.electronic, r.denial, r.valid_from AS "validFrom",
         r.valid_until AS "validUntil", r.issued_at AS "issuedAt", r.place, r.file_id AS "fileId",
         ${RESULT_PROBLEM} AS problem, c.hall_id AS "hallId",
         c.item_version_id AS "itemVersionId",
         ${PAPER_COLUMNS}
    FROM cases c
    JOIN applicant a ON a.id = c.applicant_id
    JOIN result r ON r.case_id = c.id
    LEFT JOIN result_paper w ON w.result_id = r.id`;

/** The versions of which results wait in the district: one look into `cases_ready_version` for each, however many results there are. `$1` district. */
export const VERSIONS_READY = sql<{ id: string }>(
  `WITH RECURSIVE met (id) AS (
     (SELECT c.item_version_id FROM cases c WHERE c.status = 'ready' AND c.district_code = $1 ORDER BY c.item_version_id LIMIT 1)
     UNION ALL
     SELECT (SELECT c.item_version_id FROM cases c
              WHERE c.status = 'ready' AND c.district_code = $1 AND c.item_version_id > met.id ORDER BY c.item_version_id LIMIT 1)
       FROM met WHERE met.id IS NOT NULL
   ) SELECT id FROM met WHERE id IS NOT NULL`,
);

/** R6.2, R11: the own hall's, and of the district's other halls those whose item says so. `$1` hall, `$2` district, `$3` those items' versions. */
const OWN = `c.status = 'ready' AND c.hall_id = $1 AND ${BY_ITSELF}`;
const ELSEWHERE = `c.status = 'ready' AND c.district_code = $2 AND c.hall_id IS DISTINCT FROM $1 AND ${BY_ITSELF}`;
const HERE = `c.status = 'ready' AND (c.hall_id = $1 OR (c.district_code = $2 AND c.item_version_id = ANY($3::uuid[]))) AND ${BY_ITSELF}`;

const SOUGHT = (words: string): string =>
  `(${words}::text IS NULL OR c.case_no LIKE ${words} || '%'
    OR position(lower(${words}) IN lower(c.item_name || ' ' || c.title || ' ' || c.applicant_name)) > 0)`;
/** `$4`, `$5` cursor. */
const AFTER = `(c.ready_at, c.id) > ($4::timestamptz, $5::uuid)`;
const FIRST = `ORDER BY c.ready_at, c.id LIMIT $6`;

/** Before every row. */
export const BEGINNING = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** Longest waiting first: from the index of the hall, and from that of each version. `$4`/`$5` cursor, `$6` limit + 1, `$7` words. */
export const LIST_READY = sql<ReadyRecord>(
  `SELECT * FROM (
     (${ROWS} WHERE ${OWN} AND ${AFTER} AND ${SOUGHT('$7')} ${FIRST})
     UNION ALL
     (${ROWS} WHERE c.id IN (
        SELECT near.id FROM unnest($3::uuid[]) AS v(id), LATERAL (
          SELECT c.id, c.ready_at FROM cases c WHERE ${ELSEWHERE} AND c.item_version_id = v.id AND ${AFTER} AND ${SOUGHT('$7')} ${FIRST}) near
        ORDER BY near.ready_at, near.id LIMIT $6))
   ) AS here ORDER BY "readyAt", "caseId" LIMIT $6`,
);
/** The same of one applicant. `$8` applicant. */
export const LIST_READY_OF = sql<ReadyRecord>(`${ROWS} WHERE ${HERE} AND ${AFTER} AND ${SOUGHT('$7')} AND c.applicant_id = $8 ${FIRST}`);

/** How many there are: from two indexes alone. */
export const COUNT_READY = sql<{ total: number }>(
  `SELECT ((SELECT count(*) FROM cases c WHERE ${OWN})
         + (SELECT count(*) FROM cases c WHERE ${ELSEWHERE} AND c.item_version_id = ANY($3::uuid[])))::integer AS total`,
);
/** The same among one applicant's, or for words. `$4` applicant, `$5` words. */
export const COUNT_READY_SOUGHT = sql<{ total: number }>(
  `SELECT count(*)::integer AS total FROM cases c WHERE ${HERE} AND ($4::uuid IS NULL OR c.applicant_id = $4) AND ${SOUGHT('$5')}`,
);

/** Everything that is ready for these applicants. `$4` their ids. */
const OF_APPLICANTS = `${HERE} AND c.applicant_id = ANY($4::uuid[])`;
export const READY_OF_APPLICANTS = sql<ReadyRecord>(`${ROWS} WHERE ${OF_APPLICANTS} ORDER BY c.ready_at, c.id LIMIT 200`);
export const COUNT_READY_OF_APPLICANTS = sql<{ total: number }>(`SELECT count(*)::integer AS total FROM cases c WHERE ${OF_APPLICANTS}`);

/** Whose number this is: of a ready case, or of a bundle that was given up while results of its children stay to be collected by themselves. */
export const APPLICANT_OF_READY = sql<{ applicantId: string }>(
  `SELECT applicant_id AS "applicantId" FROM cases p
    WHERE case_no = $1
      AND (status = 'ready' OR EXISTS (SELECT 1 FROM bundle_child b JOIN cases c ON c.id = b.child_case_id
                                        WHERE b.parent_case_id = p.id AND b.state IN ('released', 'served') AND c.status = 'ready'))`,
);
/** The applicants whose number this is: their own, their legal representative's, or the agent's of a ready case. */
export const APPLICANTS_BY_IDENTITY = sql<{ applicantId: string }>(
  `SELECT id AS "applicantId" FROM applicant WHERE identity_index = $1 AND identity_type = ANY(ARRAY['idCard', 'passport', 'creditCode', 'other'])
   UNION SELECT c.applicant_id FROM applicant p JOIN cases c ON c.applicant_id = p.id
          WHERE p.kind = 'legal' AND p.representative_identity_index = $1 AND c.status = 'ready' AND c.district_code = $2
   UNION SELECT applicant_id FROM cases WHERE agent_identity_index = $1 AND status = 'ready'`,
);
