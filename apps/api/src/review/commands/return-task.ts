import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { expandRoute, nextTaskStatus, planReturn, rerouteKey, returnTargets, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { RouteRunner } from '../route-runner.js';
import { statesOf, subjectOf } from '../route-states.js';
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
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.returnTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task, all } = locked;
      this.tasks.require(ctx.actor, 'return', locked, tx.now);
      const route = expandRoute(locked.route);
      const step = route.steps.find((one) => one.key === body.toStep);
      if (!step || !returnTargets(route, task.stepKey, subjectOf(row)).includes(step.key)) throw new ReturnTargetUnknown();
      const plan = planReturn(route, statesOf(all), task.stepKey, step.key);
      await this.tasks.save(tx, task, {
        status: nextTaskStatus(task.status, 'return', task.kind),
        outcome: 'returned',
        opinion: body.reason,
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      });
      const cancelled = await this.route.cancelOpen(tx, all, new Set([...plan.cancel, ...plan.undone.map(rerouteKey)]));
      const opened = await this.route.openRound(tx, row, step, plan.round, all);
      const data = { step: task.stepKey, stepName: task.stepName, toStep: step.key, toStepName: step.name, reason: body.reason };
      await this.cases.note(tx, row, ctx, [{ action: 'task.return', taskId: task.id, data }, ...cancelled, ...opened]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
