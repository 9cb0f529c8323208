import {
  type BatchCandidate,
  DomainError,
  hasSecondReviewer,
  isTaskPooled,
  passedReviews,
  requireTaskAction,
  type TaskFacts,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type Actor, type CommandTx, sql } from '../platform/index.js';
import {
  LISTED_COLUMNS,
  LISTED_FROM,
  type ListedTask,
  SecondReviewerMissing,
  TASK_FROM,
  TASK_SELECT,
  taskInput,
  type TaskWithHolder,
} from '../review/index.js';
import { STANDING_DRAFTS } from './standing-drafts.js';

type Reader = Pick<CommandTx, 'query'>;
type Row = ListedTask & { itemVersionId: string };

/** A ticked task with what the rules say about it. */
export interface Candidate {
  task: Row;
  rules: BatchCandidate;
}

/** Of the officer's own department alone: R11. */
const ROWS = sql<Row>(
  `SELECT ${LISTED_COLUMNS}, c.item_version_id AS "itemVersionId" FROM ${LISTED_FROM} WHERE t.id = ANY($2::uuid[]) AND t.department_id = $3`,
);
const TASKS_OF_CASES = sql<TaskWithHolder>(`SELECT ${TASK_SELECT} FROM ${TASK_FROM} WHERE t.case_id = ANY($1::uuid[])`);
/** By case what the newest draft proposes. */
const DRAFTS = sql<{ caseId: string; decision: 'grant' | 'deny' }>(
  `SELECT DISTINCT ON (d.case_id) d.case_id AS "caseId", d.decision FROM ${STANDING_DRAFTS}
   WHERE d.case_id = ANY($1::uuid[]) ORDER BY d.case_id, d.drafted_at DESC`,
);

/** Gathers what decides whether tasks can be finished together; the same for the preview and, one by one, for the act. */
@Injectable()
export class BatchCandidates {
  constructor(
    private readonly versions: ItemVersions,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** In the order of the ids; what the officer may not see is left out. */
  async of(reader: Reader, actor: Actor, taskIds: readonly string[]): Promise<Candidate[]> {
    const rows = await reader.query(ROWS, [actor.identityIndex, taskIds, actor.departmentId]);
    const caseIds = rows.map(({ caseId }) => caseId);
    const [all, drafts] = await Promise.all([reader.query(TASKS_OF_CASES, [caseIds]), reader.query(DRAFTS, [caseIds])]);
    const denied = new Set(drafts.filter(({ decision }) => decision === 'deny').map(({ caseId }) => caseId));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = [...new Set(taskIds)].flatMap((id) => byId.get(id) ?? []);
    return await Promise.all(
      found.map(async (task) => {
        const reviews = passedReviews(all.filter((other) => other.caseId === task.caseId));
        const { id: taskId, itemId, stepKey, kind, paused } = task;
        const isDecision = kind === 'decision';
        const refusal = this.refusalOf(actor, task) ?? (isDecision ? await this.secondReviewerRefusal(reader, actor, task, reviews) : null);
        const rules: BatchCandidate = {
          taskId,
          itemId,
          stepKey,
          kind,
          refusal,
          paused,
          ownPoints: task.points.map(({ state }) => state),
          earlierPoints: isDecision ? reviews.flatMap(({ points }) => points.map(({ state }) => state)) : [],
          proposesDenial: isDecision && denied.has(task.caseId),
        };
        return { task, rules };
      }),
    );
  }

  /** R11. A decision in the pool is taken with the act. */
  private refusalOf(actor: Actor, task: Row): BatchCandidate['refusal'] {
    const action = task.kind === 'decision' && isTaskPooled(task.status) ? 'claim' : 'complete';
    const facts: TaskFacts = {
      caseIsAccepted: task.caseStatus === 'accepted',
      laterWorkBegun: false,
      hasEarlierStep: true,
      ownConflict: task.ownConflict,
    };
    return refusalIn(() => requireTaskAction(action, taskInput(actor, task, facts, this.calendars.today())));
  }

  /** R5.6: where the item asks for two, the decider may not be the only reviewer. */
  private async secondReviewerRefusal(reader: Reader, actor: Actor, task: Row, reviews: readonly TaskWithHolder[]) {
    const { definition } = await this.versions.get(task.itemVersionId, reader);
    if (!definition.requiresTwoReviewers || hasSecondReviewer([actor.staffId], reviews)) return null;
    return refusalIn(() => {
      throw new SecondReviewerMissing();
    });
  }
}

function refusalIn(check: () => void): BatchCandidate['refusal'] {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, reason: error.title.replace(/。$/u, '') };
  }
}
