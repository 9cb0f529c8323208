import type { TaskRow } from '@onewindow/contracts';
import { nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 放回: the holder puts a claimed task back into the department's pool. The step's clock runs on. */
@Injectable()
export class ReleaseTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, taskId: string): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, taskId);
      const { row, task } = locked;
      this.tasks.require(ctx.actor, 'release', locked, tx.now);
      const status = nextTaskStatus(task.status, 'release', task.kind);
      await Promise.all([
        this.tasks.save(tx, task, { status, holderId: null, claimedAt: null, idleSince: shanghaiToday(tx.now) }),
        this.cases.note(tx, row, ctx, [{ action: 'task.release', taskId, data: { step: task.stepKey, stepName: task.stepName } }]),
      ]);
      Object.assign(task, { holderName: null, holderNo: null });
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
