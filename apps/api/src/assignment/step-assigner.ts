import {
  type AssignmentCandidate,
  type AssignmentMode,
  caseNamed,
  chooseInTurn,
  chooseLeastLoaded,
  type IsoDate,
  mayReview,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { staysActive } from './holder-lock.js';

/** A task whose step has just opened, and what recusal asks about its case (R5.6). */
export interface AssignableTask {
  id: string;
  caseId: string;
  stepKey: string;
  role: string;
  departmentId: string;
  itemId: string;
  itemName: string;
  title: string;
}

/** How the step finds its officer, and who is out of the question for the case's own sake. */
export interface AssignmentOrder {
  mode: Exclude<AssignmentMode, 'pool'>;
  except: readonly string[];
  /** A chief signs after this part, so it is left to the others. */
  withoutChiefs: boolean;
}

export interface Assignee {
  id: string;
  name: string;
  staffNo: string;
}

interface CandidateRow extends AssignmentCandidate, Assignee {
  identityIndex: string | null;
  isChief: boolean;
}

/** Who works in the department in the role and is not away today. $1 department, $2 role, $3 today. */
const CANDIDATES = sql<CandidateRow>(
  `SELECT s.id, s.name, s.staff_no AS "staffNo", s.identity_index AS "identityIndex",
          'chief' = ANY(s.roles) AS "isChief", h.load,
          (extract(epoch FROM h.last) * 1000)::float8 AS "lastTakenAt"
   FROM staff s, LATERAL (SELECT count(*)::int AS load, max(t.claimed_at) AS last FROM review_task t
                          WHERE t.holder_id = s.id AND t.status = 'claimed') h
   WHERE s.department_id = $1 AND s.active AND $2 = ANY(s.roles)
     AND NOT EXISTS (SELECT 1 FROM delegation d WHERE d.principal_id = s.id AND d.ended_at IS NULL
                     AND d.starts_on <= $3::date AND d.ends_on >= $3::date)
   ORDER BY s.staff_no`,
);
const IDENTITIES = sql<{ applicantIndex: string | null; representativeIndex: string | null; agentIndex: string | null }>(
  `SELECT a.identity_index AS "applicantIndex", a.representative_identity_index AS "representativeIndex", c.agent_identity_index AS "agentIndex"
   FROM cases c LEFT JOIN applicant a ON a.id = c.applicant_id WHERE c.id = $1`,
);
/** Two steps of a department at once choose one after the other, and the later sees what the earlier gave. Steps for the pool never ask. */
const LOCK_LOADS = sql(`SELECT pg_advisory_xact_lock(hashtext('assignment ' || $1::text))`);
const LOCK_TURN = sql<{ lastStaffNo: string | null }>(
  `INSERT INTO assignment_turn AS a (department_id, item_id, step_key, last_staff_no, at) VALUES ($1, $2, $3, NULL, $4)
   ON CONFLICT (department_id, item_id, step_key) DO UPDATE SET at = $4 RETURNING a.last_staff_no AS "lastStaffNo"`,
);
const KEEP_TURN = sql(`UPDATE assignment_turn SET last_staff_no = $4 WHERE department_id = $1 AND item_id = $2 AND step_key = $3`);

/** Finds the officer for a step that is not for the pool, in the transaction that opens it. */
@Injectable()
export class StepAssigner {
  constructor(private readonly notifications: NotificationWriter) {}

  /** @returns who gets it; null when nobody can take it, and it lies in the pool like any other */
  async choose(tx: CommandTx, task: AssignableTask, order: AssignmentOrder): Promise<Assignee | null> {
    const chosen = order.mode === 'inTurn' ? await this.inTurn(tx, task, order) : await this.leastLoaded(tx, task, order);
    if (!chosen) return null;
    const words = `“${caseNamed(task)}”分派给您`;
    await this.notifications.write(tx, [{ staffId: chosen.id, words, caseId: task.caseId, taskId: task.id }]);
    return { id: chosen.id, name: chosen.name, staffNo: chosen.staffNo };
  }

  private async leastLoaded(tx: CommandTx, task: AssignableTask, order: AssignmentOrder): Promise<CandidateRow | null> {
    await tx.query(LOCK_LOADS, [task.departmentId]);
    return await this.staying(tx, await this.candidates(tx, task, order), chooseLeastLoaded);
  }

  private async inTurn(tx: CommandTx, task: AssignableTask, order: AssignmentOrder): Promise<CandidateRow | null> {
    const key = [task.departmentId, task.itemId, task.stepKey];
    const [turn] = await tx.query(LOCK_TURN, [...key, tx.now]);
    const last = turn?.lastStaffNo ?? null;
    const chosen = await this.staying(tx, await this.candidates(tx, task, order), (left) => chooseInTurn(left, last));
    if (chosen) await tx.query(KEEP_TURN, [...key, chosen.staffNo]);
    return chosen;
  }

  /** Who leaves at this moment is passed over. */
  private async staying(
    tx: CommandTx,
    candidates: readonly CandidateRow[],
    choose: (left: readonly CandidateRow[]) => CandidateRow | null,
  ): Promise<CandidateRow | null> {
    const chosen = choose(candidates);
    if (chosen === null || (await staysActive(tx, chosen.id))) return chosen;
    return await this.staying(
      tx,
      candidates.filter(({ id }) => id !== chosen.id),
      choose,
    );
  }

  /** R5.6: without those who are applicant or agent of the case, or do another part of the step. */
  private async candidates(tx: CommandTx, task: AssignableTask, order: AssignmentOrder): Promise<CandidateRow[]> {
    const { except, withoutChiefs } = order;
    const today: IsoDate = shanghaiToday(tx.now);
    const [rows, [identities]] = await Promise.all([
      tx.query(CANDIDATES, [task.departmentId, task.role, today]),
      tx.query(IDENTITIES, [task.caseId]),
    ]);
    const parties = identities ?? { applicantIndex: null, representativeIndex: null, agentIndex: null };
    return rows.filter(
      ({ id, identityIndex, isChief }) =>
        !except.includes(id) && !(withoutChiefs && isChief) && mayReview({ officerIdentityIndex: identityIndex, ...parties }),
    );
  }
}
