import type { DraftedDecision, TaskBackground as Background } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { CaseView } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { StaffNames } from '../organisation/index.js';
import { type Actor, CommandRunner, type CommandTx, Database, sql } from '../platform/index.js';
import { TaskStore } from '../review/index.js';
import { changesBetween, isSameContent, seenContent } from './seen-content.js';
import type { SeenContent, SeenMark } from './seen-mark.entity.js';
import { STANDING_DRAFTS } from './standing-drafts.js';

const MARKS = sql<SeenMark>(
  `SELECT case_id AS "caseId", staff_id AS "staffId", seen_at AS "seenAt", content, before, before_by AS "beforeBy", before_at AS "beforeAt"
   FROM seen_mark WHERE case_id = $1 ORDER BY seen_at DESC`,
);
const DRAFTS = sql<Omit<DraftedDecision, 'by' | 'at'> & { draftedBy: string; draftedAt: Date }>(
  `SELECT d.task_id AS "taskId", t.step_name AS "stepName", d.decision, d.reason, d.opinion, d.drafted_by AS "draftedBy", d.drafted_at AS "draftedAt"
   FROM ${STANDING_DRAFTS} WHERE d.case_id = $1 ORDER BY d.drafted_at DESC`,
);
const SET_MARK = sql(
  `INSERT INTO seen_mark (case_id, staff_id, seen_at, content, before, before_by, before_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (case_id, staff_id) DO UPDATE SET seen_at = EXCLUDED.seen_at, content = EXCLUDED.content, before = EXCLUDED.before,
     before_by = EXCLUDED.before_by, before_at = EXCLUDED.before_at`,
);

const FORGET = sql('DELETE FROM seen_mark WHERE seen_at < $1');
/** Longer than any case is reviewed: nobody compares with a look of half a year ago. */
const KEPT_DAYS = 180;

/** An earlier look at the case with which this one is compared. */
interface Base {
  content: SeenContent;
  by: string;
  at: Date;
  /** This officer has not seen the difference yet. */
  fresh: boolean;
}

/** What lies behind an open task: what has changed since it was looked at, and the decisions that officers have drafted. */
@Injectable()
export class TaskBackground {
  constructor(
    private readonly database: Database,
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
    private readonly versions: ItemVersions,
    private readonly staff: StaffNames,
  ) {}

  async of(actor: Actor, taskId: string): Promise<Background> {
    const { content, marks, caseId, itemVersionId } = await this.look(actor, taskId);
    const drafts = await this.database.query(DRAFTS, [caseId]);
    const base = baseOf(marks, actor.staffId, content);
    const names = await this.staff.refs([base?.by ?? null, ...drafts.map(({ draftedBy }) => draftedBy)], this.database);
    const { definition } = await this.versions.get(itemVersionId);
    const changes = base ? changesBetween(definition, base.content, content) : [];
    const nameOf = (id: string) => names.get(id) ?? { id, name: '', staffNo: '' };
    return {
      seen:
        base && changes.length > 0
          ? { by: nameOf(base.by), own: base.by === actor.staffId, at: base.at.toISOString(), fresh: base.fresh }
          : null,
      changes,
      drafts: drafts.map(({ draftedBy, draftedAt, ...draft }) => ({ ...draft, by: nameOf(draftedBy), at: draftedAt.toISOString() })),
    };
  }

  /** Writes down what the officer sees now; nothing when they saw the same before. */
  async markSeen(actor: Actor, taskId: string): Promise<{ seenAt: string }> {
    const { content, marks, caseId } = await this.look(actor, taskId);
    const own = marks.find(({ staffId }) => staffId === actor.staffId);
    if (own && isSameContent(own.content, content)) return { seenAt: own.seenAt.toISOString() };
    const base = baseOf(marks, actor.staffId, content);
    const before = base ? [JSON.stringify(base.content), base.by, base.at] : [null, null, null];
    return await this.runner.runSystem(async (tx) => {
      await tx.query(SET_MARK, [caseId, actor.staffId, tx.now, JSON.stringify(content), ...before]);
      return { seenAt: tx.now.toISOString() };
    });
  }

  /** Looks at cases that were closed long ago are of no use to anybody. */
  async forgetOld(tx: CommandTx): Promise<void> {
    await tx.query(FORGET, [new Date(tx.now.getTime() - KEPT_DAYS * 86_400_000)]);
  }

  private async look(actor: Actor, taskId: string) {
    const task = await this.tasks.get(actor, taskId);
    const row = await this.cases.get(actor, task.caseId);
    const [detail, marks] = await Promise.all([this.view.present(this.database, row, actor), this.database.query(MARKS, [row.id])]);
    return { content: seenContent(detail), marks, caseId: row.id, itemVersionId: row.itemVersionId };
  }
}

/** The officer's own last look where it is other than now, else what they saw before that; without any, the last look of somebody before them. */
function baseOf(marks: readonly SeenMark[], staffId: string, now: SeenContent): Base | null {
  const own = marks.find((mark) => mark.staffId === staffId);
  if (own && !isSameContent(own.content, now)) return { content: own.content, by: own.staffId, at: own.seenAt, fresh: true };
  if (own) {
    const { before, beforeBy, beforeAt } = own;
    return before && beforeBy && beforeAt ? { content: before, by: beforeBy, at: beforeAt, fresh: false } : null;
  }
  const [other] = marks;
  return other && !isSameContent(other.content, now) ? { content: other.content, by: other.staffId, at: other.seenAt, fresh: true } : null;
}
