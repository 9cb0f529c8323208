import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { HandTask } from '../hand-task.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 改派 of one task, by the chief within the department or a supervisor in the region (R5.5). */
@Injectable()
export class ReassignTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly hand: HandTask,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.reassignTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id);
      await this.hand.to(tx, ctx, locked, { action: 'reassign', toStaffId: body.toStaffId, reason: body.reason });
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
