import type { CaseStatus, TaskKind, TaskStatus } from '@onewindow/domain';
import type { StoredHalt } from '../cases/index.js';
import { sql } from '../platform/index.js';

/** What the citizen may read of a case: no column of a person is among them (R10.3). */
export interface ProgressRecord {
  id: string;
  caseNo: string;
  status: CaseStatus;
  itemName: string;
  itemVersionId: string;
  departmentId: string;
  hallId: string;
  counterId: string | null;
  receivedAt: Date;
  acceptedAt: Date | null;
  acceptedOn: string | null;
  statutoryDue: string | null;
  promisedDue: string | null;
  decidedAt: Date | null;
  readyAt: Date | null;
  concludedAt: Date | null;
  updatedAt: Date;
  promisedProvisional: boolean;
  /** Stop the clock (R3.2); never shown by their reasons. */
  halts: StoredHalt[] | null;
  supplementCount: number;
  deemedAccepted: boolean;
  decision: 'grant' | 'deny' | null;
  outageNo: string | null;
  /** Null until it is handed over. */
  pickedUpBy: 'window' | 'post' | 'cabinet' | null;
  /** Decide which materials are asked for; never shown. */
  answers: Record<string, string | number | boolean>;
  form: Record<string, unknown>;
}

export const FIND_PROGRESS = sql<ProgressRecord>(
  `SELECT c.id, c.case_no AS "caseNo", c.status, c.item_name AS "itemName", c.item_version_id AS "itemVersionId",
          c.department_id AS "departmentId", c.hall_id AS "hallId", c.counter_id AS "counterId", c.received_at AS "receivedAt",
          c.accepted_at AS "acceptedAt", c.accepted_on AS "acceptedOn", c.statutory_due AS "statutoryDue", c.promised_due AS "promisedDue",
          c.decided_at AS "decidedAt", c.ready_at AS "readyAt", c.concluded_at AS "concludedAt",
          COALESCE((SELECT e.at FROM case_event e WHERE e.case_id = c.id AND e.seq = c.event_count), c.received_at) AS "updatedAt",
          c.promised_provisional AS "promisedProvisional", c.halts, c.supplement_count AS "supplementCount", c.deemed_accepted AS "deemedAccepted",
          (SELECT p.method FROM pickup p WHERE p.case_id = c.id) AS "pickedUpBy",
          c.decision, c.outage_no AS "outageNo", c.answers, c.form
     FROM cases c WHERE c.progress_token = $1 AND c.status <> 'draft' AND c.received_at IS NOT NULL`,
);

/** What a reviewer asked for and waits for (R3.3); the reviewer's words about it may name somebody and are not read. */
export interface ProgressCorrection {
  dueOn: string;
  points: { kind: 'material' | 'field'; key: string; name: string }[];
  brought: { kind: 'material' | 'field'; key: string }[] | null;
  stopsClock: boolean;
  /** 一件事: of the child whose review asked, with its item's name; null of the case itself. */
  child: { key: string; name: string } | null;
}

/** Of a case and, where it is a bundle, of its children: one receipt stands for all of them. The nearest day first. */
export const OPEN_CORRECTIONS = sql<ProgressCorrection>(
  `SELECT k.due_on AS "dueOn", k.points, k.brought, EXISTS (SELECT 1 FROM special_procedure p WHERE p.id = k.id) AS "stopsClock",
          CASE WHEN b.child_key IS NOT NULL THEN jsonb_build_object('key', b.child_key, 'name', b.item_name) END AS child
     FROM correction k JOIN cases c ON c.id = k.case_id LEFT JOIN bundle_child b ON b.child_case_id = k.case_id AND b.parent_case_id = $1
    WHERE k.case_id IN (SELECT $1::uuid UNION ALL SELECT child_case_id FROM bundle_child WHERE parent_case_id = $1)
      AND k.status = 'open' AND c.status = 'accepted' ORDER BY k.due_on, k.id`,
);

export interface ProgressTask {
  stepKey: string;
  round: number;
  kind: TaskKind;
  status: TaskStatus;
  departmentId: string;
  pooledAt: Date | null;
  doneAt: Date | null;
  stepDue: string | null;
}

/** What departments review, and the refused steps for which the hall still looks for one (R5.3). */
export const REVIEW_TASKS = sql<ProgressTask>(
  `SELECT step_key AS "stepKey", round, kind, status, department_id AS "departmentId", pooled_at AS "pooledAt", done_at AS "doneAt",
          step_due AS "stepDue"
     FROM review_task WHERE case_id = $1 AND kind IN ('review', 'consultation', 'reroute') AND status <> 'cancelled' ORDER BY id`,
);
