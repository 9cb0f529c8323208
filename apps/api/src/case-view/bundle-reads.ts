import type { ItemDefinition } from '@onewindow/contracts';
import {
  type BundleChildEnd,
  type BundleChildState,
  type CaseStatus,
  isBeforeAcceptance,
  isCollectedAlone,
  shanghaiDateOf,
} from '@onewindow/domain';
import type { Case, StoredHalt } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';

/** A child of a bundle with what of its case is shown beside the others. */
export interface BundleChildRead {
  parentCaseId: string;
  childKey: string;
  childCaseId: string | null;
  itemVersionId: string;
  itemName: string;
  departmentId: string;
  waitsFor: string[];
  whenFailed: 'cancel' | 'goOn';
  state: BundleChildState;
  reason: string | null;
  openedAt: Date | null;
  endedAt: Date | null;
  caseNo: string | null;
  status: CaseStatus | null;
  decision: 'grant' | 'deny' | null;
  decisionReason: string | null;
  endReason: string | null;
  decidedOn: string | null;
  concludedAt: Date | null;
  acceptedOn: string | null;
  promisedDue: string | null;
  promisedProvisional: boolean | null;
  halts: StoredHalt[] | null;
  resultName: string | null;
  resultNumber: string | null;
  denial: boolean | null;
  fileId: string | null;
  place: string | null;
}

const CHILD = `
  SELECT b.parent_case_id AS "parentCaseId", b.child_key AS "childKey", b.child_case_id AS "childCaseId",
         b.item_version_id AS "itemVersionId", b.item_name AS "itemName", b.department_id AS "departmentId", b.waits_for AS "waitsFor",
         b.when_failed AS "whenFailed", b.state, b.reason, b.opened_at AS "openedAt", b.ended_at AS "endedAt",
         c.case_no AS "caseNo", c.status, c.decision, c.decision_reason AS "decisionReason", c.end_reason AS "endReason",
         c.decided_on AS "decidedOn", c.concluded_at AS "concludedAt",
         c.accepted_on AS "acceptedOn", c.promised_due AS "promisedDue", c.promised_provisional AS "promisedProvisional", c.halts,
         r.name AS "resultName", r.number AS "resultNumber", r.denial, r.file_id AS "fileId", r.place
    FROM bundle_child b LEFT JOIN cases c ON c.id = b.child_case_id LEFT JOIN result r ON r.case_id = b.child_case_id`;

/** The children of these bundles, each bundle's in its order. `$1` the parents' ids. */
export const CHILDREN_OF_BUNDLES = sql<BundleChildRead>(
  `${CHILD} WHERE b.parent_case_id = ANY($1::uuid[]) ORDER BY b.parent_case_id, b.position`,
);

/** The bundle of a child's case. */
export const BUNDLE_OF_CHILD = sql<{
  id: string;
  caseNo: string | null;
  itemName: string;
  departmentId: string;
  hallId: string;
  ownKey: string;
}>(
  `SELECT p.id, p.case_no AS "caseNo", p.item_name AS "itemName", p.department_id AS "departmentId", p.hall_id AS "hallId", b.child_key AS "ownKey"
     FROM bundle_child b JOIN cases p ON p.id = b.parent_case_id WHERE b.child_case_id = $1`,
);

/** The days on which children came to their ends. */
export function childEnds(children: readonly BundleChildRead[]): BundleChildEnd[] {
  return children.map(({ childKey: key, waitsFor: after, state, decidedOn, concludedAt }) => {
    const isOver = state !== 'waiting' && state !== 'open';
    const concludedOn = concludedAt === null ? null : shanghaiDateOf(concludedAt);
    return { key, after, endedOn: isOver ? (decidedOn ?? concludedOn) : null };
  });
}

/** What is read of a bundle beside the case that is one, or is a child of one. */
export interface BundleRead {
  /** Null when the case is the bundle itself. */
  parent: { id: string; caseNo: string | null; itemName: string; departmentId: string; hallId: string } | null;
  ownKey: string | null;
  /** Empty until the bundle is accepted. */
  children: BundleChildRead[];
}

/** Reads the bundle of a case; of a case that is neither bundle nor child nothing is asked. */
export async function readBundle(
  reader: Pick<CommandTx, 'query'>,
  row: Pick<Case, 'id' | 'status'>,
  { bundle, onlyInBundle }: Pick<ItemDefinition, 'bundle' | 'onlyInBundle'>,
): Promise<BundleRead | null> {
  if (bundle) {
    const isOpened = !isBeforeAcceptance(row.status);
    return { parent: null, ownKey: null, children: isOpened ? await reader.query(CHILDREN_OF_BUNDLES, [[row.id]]) : [] };
  }
  if (!onlyInBundle) return null;
  const [found] = await reader.query(BUNDLE_OF_CHILD, [row.id]);
  if (!found) return null;
  const { ownKey, ...parent } = found;
  return { parent, ownKey, children: await reader.query(CHILDREN_OF_BUNDLES, [[parent.id]]) };
}

/** R6: the result of a child goes out with its bundle, unless the bundle was given up after it was granted. */
export function isCollectedWithBundle(bundle: BundleRead | null | undefined): boolean {
  if (!bundle?.parent) return false;
  const own = bundle.children.find(({ childKey }) => childKey === bundle.ownKey);
  return !own || !isCollectedAlone(own.state);
}
