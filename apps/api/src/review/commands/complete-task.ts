import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore, type EventInput } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { AskerNews } from '../asker-news.js';
import { requireInTime } from '../consultation-time.js';
import { markedPoints } from '../review-points.js';
import { RouteRunner } from '../route-runner.js';
import { CompletedOtherwise, OutcomeNotOffered } from '../task-problems.js';
import { TaskPresenter } from '../task.presenter.js';
import { type LockedTask, TaskStore } from '../task-store.js';

/** 审查通过, or the answer to a consultation; then whatever can begin next begins (R5.1). */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly route: RouteRunner,
    private readonly news: AskerNews,
    private readonly versions: ItemVersions,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.completeTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      await this.completeLocked(tx, ctx, locked, body);
      return await this.presenter.row(ctx.actor, locked);
    });
  }

  /**
   * Completes a task whose case is locked.
   * @param also events that belong to the same act, told after it
   */
  async completeLocked(
    tx: CommandTx,
    ctx: CommandContext,
    locked: LockedTask,
    body: Omit<InputOf<typeof endpoints.completeTask>['body'], 'expectedVersion'>,
    also: readonly EventInput[] = [],
  ): Promise<void> {
    const { row, task, all } = locked;
    if (task.kind === 'decision' || task.kind === 'issue' || task.kind === 'reroute') throw new CompletedOtherwise(task.kind);
    if (task.kind === 'review' && body.outcome === 'object') throw new OutcomeNotOffered();
    this.tasks.require(ctx.actor, 'complete', locked, tx.now);
    const { definition } = await this.versions.get(row.itemVersionId, tx);
    if (task.kind === 'consultation') requireInTime(task, row, definition.route, tx.now);
    const saved = this.tasks.save(tx, task, {
      status: nextTaskStatus(task.status, 'complete', task.kind),
      outcome: body.outcome,
      opinion: body.opinion,
      points: markedPoints(task.points, body.points),
      doneAt: tx.now,
      completedBy: ctx.actor.staffId,
      idleSince: shanghaiToday(tx.now),
    });
    const done = {
      action: 'task.complete',
      taskId: task.id,
      data: {
        step: task.stepKey,
        stepName: task.stepName,
        ...(await this.news.departmentOf(task)),
        outcome: body.outcome,
        opinion: body.opinion,
      },
    };
    const opened = await this.route.advance(tx, row, definition, all);
    await this.news.tell(tx, all, task, `答复：${body.opinion}`);
    await Promise.all([saved, this.cases.note(tx, row, ctx, [done, ...also, ...opened])]);
  }
}
