import { type CorrectionView, type Endpoints, type InputOf, topicOf } from '@onewindow/contracts';
import { CORRECTION_STATUS_LABELS, isCorrectionAwaited, mayWithdrawCorrection } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CorrectionPause } from '../../clocks/index.js';
import { type Actor, type CommandContext, CommandRunner } from '../../platform/index.js';
import { type ReviewTask, TASKS_OF_CASE, TaskStore } from '../../review/index.js';
import { CorrectionClosed, CorrectionNotFound } from '../correction-problems.js';
import { CorrectionShelf } from '../correction-shelf.js';

/** Calls a request for corrections off, with a reason: by who asked, or by who has the case since (`mayWithdrawCorrection`). */
@Injectable()
export class WithdrawCorrections {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly shelf: CorrectionShelf,
    private readonly pauses: CorrectionPause,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['withdrawCorrections']>): Promise<CorrectionView> {
    return this.runner.run(ctx, async (tx) => {
      const found = await this.shelf.find(params.id, tx);
      if (!found) throw new CorrectionNotFound();
      const through = taskToWithdrawBy(ctx.actor, await tx.query(TASKS_OF_CASE, [found.caseId]), found.taskId);
      if (!through) throw new CorrectionNotFound();
      // In reach is who is in reach of the task; it locks the case.
      const { row, all } = await this.tasks.lock(tx, ctx.actor, through.id);
      const one = await this.shelf.find(params.id, tx);
      const task = all.find(({ id }) => id === found.taskId);
      if (!one || !task || !taskToWithdrawBy(ctx.actor, all, found.taskId)) throw new CorrectionNotFound();
      if (!isCorrectionAwaited(one.status)) throw new CorrectionClosed(CORRECTION_STATUS_LABELS[one.status]);
      Object.assign(one, { status: 'withdrawn', closedAt: tx.now, closedBy: ctx.actor.staffId });
      await this.shelf.save(tx, one);
      const outcome = `撤回补正要求：${body.reason}`;
      const resumed = await this.pauses.end(tx, row, one.id, { staffId: ctx.actor.staffId, outcome });
      const data = { step: task.stepKey, stepName: task.stepName, reason: body.reason, ...resumed?.facts };
      const event = { action: 'correction.withdraw', taskId: task.id, data };
      if (resumed === null) await this.cases.note(tx, row, ctx, [event]);
      else await this.cases.save(tx, row, resumed.changes, ctx, [event]);
      tx.touch(topicOf.hall(row.hallId), topicOf.case(row.id));
      const [view] = await this.shelf.present(tx, [one]);
      if (!view) throw new CorrectionNotFound();
      return view;
    });
  }
}

/** The task by which the actor's department may call the request off: the asking one, or the one that it has of the case now. */
function taskToWithdrawBy(actor: Actor, all: readonly ReviewTask[], askedFrom: string): ReviewTask | null {
  const asking = all.find(({ id }) => id === askedFrom);
  if (!asking) return null;
  const ours = all.filter(({ departmentId }) => departmentId === actor.departmentId);
  const now = ours.find(({ kind, status }) => (kind === 'review' || kind === 'decision') && (status === 'pooled' || status === 'claimed'));
  const isOwn = ours.includes(asking);
  if (!mayWithdrawCorrection({ isOwn, askingTask: asking.status, reviewsNow: now !== undefined })) return null;
  return isOwn ? asking : (now ?? null);
}
