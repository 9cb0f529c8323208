import { type CorrectionView, type Endpoints, type InputOf, topicOf } from '@onewindow/contracts';
import { CORRECTION_STATUS_LABELS, isCorrectionAwaited } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CorrectionPause } from '../../clocks/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { TaskStore } from '../../review/index.js';
import { CorrectionClosed, CorrectionNotFound } from '../correction-problems.js';
import { CorrectionShelf } from '../correction-shelf.js';

/** Calls a request for corrections off, with a reason: by an officer of the department that asked. */
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
      // In reach is who is in reach of the task; it locks the case.
      const { row, task } = await this.tasks.lock(tx, ctx.actor, found.taskId);
      const one = await this.shelf.find(params.id, tx);
      if (!one || task.departmentId !== ctx.actor.departmentId) throw new CorrectionNotFound();
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
