import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { nextTaskStatus, planReturn, shanghaiToday, stepsBefore } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { RouteRunner, statesOf } from '../route-runner.js';
import { ReturnTargetUnknown } from '../task-problems.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 退回: back to an earlier step, whose next round opens; open siblings are cancelled, and a join counts that round alone (R5.8). */
@Injectable()
export class ReturnTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly route: RouteRunner,
    private readonly versions: ItemVersions,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.returnTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task, all } = locked;
      this.tasks.require(ctx.actor, 'return', locked, tx.now);
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      const step = definition.route.steps.find((one) => one.key === body.toStep);
      if (!step || !stepsBefore(definition.route, task.stepKey).includes(step.key)) throw new ReturnTargetUnknown();
      const plan = planReturn(definition.route, statesOf(all), task.stepKey, step.key);
      await this.tasks.save(tx, task, {
        status: nextTaskStatus(task.status, 'return', task.kind),
        outcome: 'returned',
        opinion: body.reason,
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      });
      const cancelled = await this.route.cancelOpen(tx, all, new Set(plan.cancel));
      const opened = await this.route.openRound(tx, row, step, plan.round);
      const data = { step: task.stepKey, stepName: task.stepName, toStep: step.key, toStepName: step.name, reason: body.reason };
      await this.cases.note(tx, row, ctx, [{ action: 'task.return', taskId: task.id, data }, ...cancelled, opened]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
