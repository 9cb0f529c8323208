import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { storedPoints } from '../review-points.js';
import { RouteRunner } from '../route-runner.js';
import { CompletedOtherwise, OutcomeNotOffered } from '../task-problems.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 审查通过, or the answer to a consultation; then whatever can begin next begins (R5.1). */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly route: RouteRunner,
    private readonly versions: ItemVersions,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.completeTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task, all } = locked;
      if (task.kind === 'decision' || task.kind === 'issue' || task.kind === 'reroute') throw new CompletedOtherwise(task.kind);
      if (task.kind === 'review' && body.outcome === 'object') throw new OutcomeNotOffered();
      this.tasks.require(ctx.actor, 'complete', locked, tx.now);
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      const saved = this.tasks.save(tx, task, {
        status: nextTaskStatus(task.status, 'complete', task.kind),
        outcome: body.outcome,
        opinion: body.opinion,
        points: storedPoints(task.points, body.points),
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      });
      const done = {
        action: 'task.complete',
        taskId: task.id,
        data: { step: task.stepKey, stepName: task.stepName, outcome: body.outcome, opinion: body.opinion },
      };
      const opened = await this.route.advance(tx, row, definition, all);
      await Promise.all([saved, this.cases.note(tx, row, ctx, [done, ...opened])]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
