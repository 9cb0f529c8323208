import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { isTaskPooled } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { ClaimTask, CompleteTask, TaskPresenter, TaskStore } from '../../review/index.js';
import { NotAConsultation } from '../consultation-problems.js';

/** 答复征求意见 from the list: taken and answered in one step. Of two officers one wins; the other is told who was first (R5.4). */
@Injectable()
export class AnswerConsultation {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly claiming: ClaimTask,
    private readonly completing: CompleteTask,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.answerConsultation>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const { expectedVersion, ...answer } = body;
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, expectedVersion);
      if (locked.task.kind !== 'consultation') throw new NotAConsultation();
      if (isTaskPooled(locked.task.status)) await this.claiming.claimLocked(tx, ctx, locked);
      await this.completing.completeLocked(tx, ctx, locked, answer);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
