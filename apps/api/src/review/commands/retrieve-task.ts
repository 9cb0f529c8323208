import type { TaskRow } from '@onewindow/contracts';
import { closeTaskStatus, nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import type { ReviewTask } from '../review-task.entity.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 取回: who completed a task takes it back while nothing after it was begun; what it had opened waits again. */
@Injectable()
export class RetrieveTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, taskId: string): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, taskId);
      const { row, task, all } = locked;
      this.tasks.require(ctx.actor, 'retrieve', locked, tx.now);
      const status = nextTaskStatus(task.status, 'retrieve', task.kind);
      const openedByIt = all.filter((other) => isOpenedAfter(other, task));
      await Promise.all([
        ...openedByIt.map((other) =>
          this.tasks.save(tx, other, {
            status: closeTaskStatus(other.status),
            pooledAt: null,
            stepStartedOn: null,
            stepDue: null,
            idleSince: null,
          }),
        ),
        this.tasks.save(tx, task, {
          status,
          holderId: ctx.actor.staffId,
          claimedAt: tx.now,
          doneAt: null,
          completedBy: null,
          outcome: null,
          idleSince: shanghaiToday(tx.now),
        }),
        this.cases.note(tx, row, ctx, [{ action: 'task.retrieve', taskId, data: { step: task.stepKey, stepName: task.stepName } }]),
      ]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}

function isOpenedAfter(other: ReviewTask, task: ReviewTask): boolean {
  return (
    other.status === 'pooled' && other.id !== task.id && other.pooledAt !== null && task.doneAt !== null && other.pooledAt >= task.doneAt
  );
}
