import { sql } from '../platform/index.js';
import { PAPER_COLUMNS, type PaperRecord } from './paper.presenter.js';

/** What rules ask about a case besides its row. */
export interface KnownFacts extends PaperRecord {
  applicantKind: 'natural' | 'legal';
  identityIndex: string;
  representativeIndex: string | null;
  /** Of the applicant, or of the legal representative. */
  personName: string | null;
  openDeferred: number;
  resultId: string | null;
}

export const CASE_FACTS = sql<KnownFacts>(
  `SELECT a.kind AS "applicantKind", a.identity_index AS "identityIndex", a.representative_identity_index AS "representativeIndex",
          CASE a.kind WHEN 'natural' THEN a.name ELSE a.representative_name END AS "personName",
          (SELECT count(*) FROM case_material m WHERE m.case_id = c.id AND m.verdict = 'deferred')::integer AS "openDeferred",
          r.id AS "resultId", ${PAPER_COLUMNS}
     FROM cases c
     JOIN applicant a ON a.id = c.applicant_id
     LEFT JOIN result r ON r.case_id = c.id
     LEFT JOIN result_paper w ON w.result_id = r.id
    WHERE c.id = $1`,
);

export const INSERT_PICKUP = sql(
  `INSERT INTO pickup (id, case_id, result_id, hall_id, at, method, relation, collector_name, collector_identity_sealed,
                       collector_identity_masked, authority, signature_png, handed_over_by, carrier, tracking_no, address, cabinet, box)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
);

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
}

/** R6.2, R11: what this hall may hand out: its own cases, and those of regional scope in the whole district; children of a bundle with it. `$1` hall, `$2` district. */
const READY = `
  SELECT c.id AS "caseId", c.case_no AS "caseNo", c.version, c.item_name AS "itemName", c.title, c.applicant_id AS "applicantId",
         a.kind AS "applicantKind", c.applicant_name AS "applicantName", a.identity_masked AS "applicantIdentityMasked",
         c.department_id AS "departmentId", c.decision,
         c.fee_cents AS "feeCents", c.fee_receipt_no AS "feeReceiptNo", c.ready_at AS "readyAt",
         (SELECT count(*) FROM case_material m WHERE m.case_id = c.id AND m.verdict = 'deferred')::integer AS "openDeferred",
         r.id AS "resultId", r.name AS "resultName", r.number AS "resultNumber", r.electronic, r.denial, r.valid_from AS "validFrom",
         r.valid_until AS "validUntil", r.issued_at AS "issuedAt", r.place, r.file_id AS "fileId", c.hall_id AS "hallId",
         c.item_version_id AS "itemVersionId",
         ${PAPER_COLUMNS}
    FROM cases c
    JOIN applicant a ON a.id = c.applicant_id
    JOIN result r ON r.case_id = c.id
    LEFT JOIN result_paper w ON w.result_id = r.id
   WHERE c.status = 'ready' AND c.district_code = $2
     AND NOT EXISTS (SELECT 1 FROM bundle_child b WHERE b.child_case_id = c.id AND b.state NOT IN ('released', 'served'))
     AND (c.hall_id = $1 OR (SELECT v.definition->>'scope' = 'region' FROM item_version v WHERE v.id = c.item_version_id))`;

/** Longest waiting first. `$3` limit + 1, `$4` applicant, `$5` words, `$6`/`$7` cursor. */
export const LIST_READY = sql<ReadyRecord>(
  `${READY}
     AND ($4::uuid IS NULL OR c.applicant_id = $4)
     AND ($5::text IS NULL OR c.case_no LIKE $5 || '%' OR position(lower($5) IN lower(c.item_name || ' ' || c.title || ' ' || c.applicant_name)) > 0)
     AND ($6::timestamptz IS NULL OR (c.ready_at, c.id) > ($6, $7::uuid))
   ORDER BY c.ready_at, c.id LIMIT $3`,
);
/** Everything that is ready for these applicants. `$3` their ids. */
export const READY_OF_APPLICANTS = sql<ReadyRecord>(`${READY} AND c.applicant_id = ANY($3::uuid[]) ORDER BY c.ready_at, c.id LIMIT 200`);

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

/** 一件事: where the papers of these bundles' children are. */
export const PAPERS_OF_CHILDREN = sql<PaperRecord & { parentCaseId: string; childKey: string; hallId: string }>(
  `SELECT b.parent_case_id AS "parentCaseId", b.child_key AS "childKey", c.hall_id AS "hallId", ${PAPER_COLUMNS}
     FROM bundle_child b JOIN cases c ON c.id = b.child_case_id JOIN result r ON r.case_id = c.id LEFT JOIN result_paper w ON w.result_id = r.id
    WHERE b.parent_case_id = ANY($1::uuid[]) AND c.status = 'ready'`,
);

/** 一件事: the children whose results go out with it; those of which nothing came have none, unless it is the notice of a denial. */
export const CHILDREN_TO_HAND_OVER = sql<{ id: string }>(
  `SELECT c.id FROM bundle_child b JOIN cases c ON c.id = b.child_case_id
    WHERE b.parent_case_id = $1 AND c.status = 'ready' ORDER BY b.position`,
);
export const IS_RELEASED = sql<{ released: boolean }>(
  `SELECT state IN ('released', 'served') AS released FROM bundle_child WHERE child_case_id = $1`,
);

export interface PickupRecord {
  pickupId: string;
  caseId: string;
  caseNo: string;
  at: Date;
  resultName: string;
  method: 'window' | 'post' | 'cabinet';
  relation: 'self' | 'agent';
  carrier: string | null;
  trackingNo: string | null;
  cabinet: string | null;
  box: string | null;
}

/** `$1` hall, `$2` beginning of the day, `$3` limit + 1, `$4`/`$5` cursor. */
export const PICKUPS_SINCE = sql<PickupRecord>(
  `SELECT p.id AS "pickupId", p.case_id AS "caseId", c.case_no AS "caseNo", p.at, r.name AS "resultName", p.method, p.relation,
          p.carrier, p.tracking_no AS "trackingNo", p.cabinet, p.box
     FROM pickup p JOIN cases c ON c.id = p.case_id JOIN result r ON r.id = p.result_id
    WHERE p.hall_id = $1 AND p.at >= $2 AND ($4::timestamptz IS NULL OR (p.at, p.id) < ($4, $5::uuid))
    ORDER BY p.at DESC, p.id DESC LIMIT $3`,
);
export const COUNT_PICKUPS_SINCE = sql<{ total: number }>(`SELECT count(*) AS total FROM pickup WHERE hall_id = $1 AND at >= $2`);
