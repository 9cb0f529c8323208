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
