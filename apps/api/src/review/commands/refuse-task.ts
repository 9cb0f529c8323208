import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { isAskedConsultation, nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { AskerNews } from '../asker-news.js';
import { requireInTime } from '../consultation-time.js';
import { RouteRunner } from '../route-runner.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';

/** 拒签: not this department's. A reroute opens in the receiving hall's pool; the case stays accepted and its clocks run on (R5.3). */
@Injectable()
export class RefuseTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly route: RouteRunner,
    private readonly news: AskerNews,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.refuseTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task, all, route } = locked;
      this.tasks.require(ctx.actor, 'refuse', locked, tx.now);
      // R5.2: silence has answered; sent elsewhere, the whole limit would begin anew.
      if (task.kind === 'consultation') requireInTime(task, row, route, tx.now);
      const refused = {
        status: nextTaskStatus(task.status, 'refuse', task.kind),
        outcome: 'refused',
        opinion: body.reason,
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      };
      const event = { action: 'task.refuse', taskId: task.id, data: { step: task.stepKey, stepName: task.stepName, reason: body.reason } };
      // 协办: who asked looks for another department himself; the hall knows nothing of the question.
      const asked = isAskedConsultation(task.stepKey);
      const [rerouted] = await Promise.all([
        asked ? [] : this.route.openReroute(tx, row, task, all),
        this.tasks.save(tx, task, refused),
        asked ? this.news.tell(tx, all, task, `拒签：${body.reason}`) : undefined,
      ]);
      await this.cases.note(tx, row, ctx, [event, ...[rerouted].flat(), ...(await this.route.cancelUnasked(tx, all))]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
