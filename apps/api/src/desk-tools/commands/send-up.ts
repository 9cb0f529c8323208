import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { sendUpRefusal } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { CompleteTask, TaskPresenter, TaskStore } from '../../review/index.js';
import { NotSentUp } from '../desk-problems.js';

const KEEP = sql(
  `INSERT INTO drafted_decision (task_id, case_id, decision, reason, opinion, drafted_by, drafted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (task_id) DO UPDATE SET decision = EXCLUDED.decision, reason = EXCLUDED.reason, opinion = EXCLUDED.opinion,
     drafted_by = EXCLUDED.drafted_by, drafted_at = EXCLUDED.drafted_at`,
);

/** 报送拟办意见: completes the review and gives whoever decides a drafted decision, to follow or to change. It decides nothing (R11). */
@Injectable()
export class SendUp {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly completing: CompleteTask,
    private readonly versions: ItemVersions,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.sendUp>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task } = locked;
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      const { kind, stepKey, stepName } = task;
      // R11 answers with its own codes when the task is completed.
      const refusal = sendUpRefusal({ kind, stepKey, route: definition.route, completionRefusal: null });
      if (refusal !== null) throw new NotSentUp(refusal);
      const { decision, opinion } = body;
      const reason = decision === 'deny' ? (body.reason ?? null) : null;
      const sent = { action: 'task.sendUp', taskId: task.id, data: { step: stepKey, stepName, decision, reason: reason ?? undefined } };
      const completion = { outcome: 'agree' as const, opinion, ...(body.points ? { points: body.points } : {}) };
      await this.completing.completeLocked(tx, ctx, locked, completion, [sent]);
      await tx.query(KEEP, [task.id, row.id, decision, reason, opinion, ctx.actor.staffId, tx.now]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
