import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { assertNoPersonalData, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { markedPoints } from '../review-points.js';
import { TaskStore } from '../task-store.js';

/** Keeps the holder's points and opinion as a draft. A draft is not a step of the story, so it leaves no event. */
@Injectable()
export class SaveOpinion {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.saveOpinion>): Promise<ResponseOf<typeof endpoints.saveOpinion>> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id);
      // Who may not release it does not hold it: the same right, the same sentence.
      this.tasks.require(ctx.actor, 'release', locked, tx.now);
      const { task } = locked;
      // Colleagues and supervisors read the draft with the task, and whoever takes it over goes on with it: told now and not when it is sent (R10.2).
      assertNoPersonalData(body.opinion, 'opinion');
      const points = markedPoints(task.points, body.points);
      await this.tasks.save(tx, task, { points, opinion: body.opinion, draftSavedAt: tx.now, idleSince: shanghaiToday(tx.now) });
      return { savedAt: tx.now.toISOString(), version: task.version };
    });
  }
}
