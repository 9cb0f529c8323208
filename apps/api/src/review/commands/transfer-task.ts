import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { HandTask } from '../hand-task.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 转办: the holder or the chief gives a claimed task to another of the department. The clock runs on (R1.5). */
@Injectable()
export class TransferTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly hand: HandTask,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.transferTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      await this.hand.to(tx, ctx, locked, { action: 'transfer', toStaffId: body.toStaffId, reason: body.reason });
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
