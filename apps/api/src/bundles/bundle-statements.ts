import { sql } from '../platform/index.js';

export const INSERT_BUNDLE_CHILD = sql(
  `INSERT INTO bundle_child (parent_case_id, child_key, position, item_version_id, item_name, department_id, waits_for, when_failed, state)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting')`,
);

/** Only a child that waits is opened: found open, it was opened by another delivery. */
export const CHILD_OPENED = sql(
  `UPDATE bundle_child SET child_case_id = $3, state = 'open', opened_at = $4 WHERE parent_case_id = $1 AND child_key = $2`,
);

export const CHILD_MOVED = sql(
  `UPDATE bundle_child SET state = $3, reason = $4, ended_at = COALESCE(ended_at, $5) WHERE parent_case_id = $1 AND child_key = $2`,
);

/** The bundle that a case is or belongs to. */
export const BUNDLE_ABOUT = sql<{ id: string }>(
  `SELECT parent_case_id AS id FROM bundle_child WHERE parent_case_id = $1 OR child_case_id = $1 LIMIT 1`,
);

/**
 * R8.4: `$3` numbers at once, inside the transaction that opens the children. The row of the day is held from here to the commit, so this is
 * asked for as late as can be, and behind every series of documents: whoever waits for it holds nothing that this transaction wants.
 */
export const TAKE_NUMBERS = sql<{ last: number }>(
  `INSERT INTO case_number AS n (region_code, day, last) VALUES ($1, $2::date, $3::integer)
   ON CONFLICT (region_code, day) DO UPDATE SET last = n.last + $3::integer RETURNING last`,
);

/** The papers that the child asks for, as the bundle has them. `$2` codes of the bundle, `$3` codes of the child. */
export const COPY_MATERIALS = sql(
  `INSERT INTO case_material (case_id, code, verdict, defect, trust_level, received_at, judged_by, due_on, library_id, library_version, issued_on, valid_through)
   SELECT $4::uuid, n.code, m.verdict, m.defect, m.trust_level, m.received_at, m.judged_by, m.due_on, m.library_id, m.library_version, m.issued_on, m.valid_through
     FROM unnest($2::text[], $3::text[]) AS n(merged, code) JOIN case_material m ON m.case_id = $1 AND m.code = n.merged`,
);

/** Their files: rows of the child's own, the same bytes. `$2` files of the bundle, `$3` their new ids, `$4` codes of the child. */
export const COPY_FILES = sql(
  `INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, library_id, added_by, added_at)
   SELECT n.id, $5::uuid, n.code, f.name, f.media_type, f.size, f.sha256, f.library_id, f.added_by, f.added_at
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS n(file, id, code) JOIN case_file f ON f.id = n.file AND f.case_id = $1`,
);

/** Bundles from whose children something follows that was not done: a job that was lost, or failed for good. */
export const FIND_BEHIND = sql<{ id: string }>(
  `SELECT DISTINCT b.parent_case_id AS id
     FROM bundle_child b JOIN cases p ON p.id = b.parent_case_id LEFT JOIN cases c ON c.id = b.child_case_id
    WHERE b.state IN ('waiting', 'open', 'granted')
      AND (p.status IN ('withdrawn', 'terminated') OR (b.state = 'open' AND c.status <> 'accepted') OR (b.state = 'granted' AND c.status <> 'decided'))
      AND NOT EXISTS (SELECT 1 FROM outbox_message m
                       WHERE m.topic = 'follow-bundle' AND m.processed_at IS NULL AND m.dead_at IS NULL
                         AND m.payload->>'caseId' IN (b.parent_case_id::text, b.child_case_id::text))
    LIMIT 500`,
);
