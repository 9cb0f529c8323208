import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import { DomainError, nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { REROUTE_PREFIX, RouteRunner } from '../route-runner.js';
import { TaskPresenter } from '../task.presenter.js';
import { TaskStore } from '../task-store.js';
import { ClaimTask } from './claim-task.js';

/** A clerk of the receiving hall sends a refused step to the right department, in one step: taken and done (R5.3). */
@Injectable()
export class RerouteTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly claiming: ClaimTask,
    private readonly route: RouteRunner,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.rerouteTask>): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id);
      const { row, task, all } = locked;
      if (task.kind !== 'reroute') throw new NotARefusal();
      if (task.status === 'pooled') await this.claiming.claimLocked(tx, ctx, locked);
      this.tasks.require(ctx.actor, 'complete', locked, tx.now);
      const department = await this.organisation.department(body.departmentId);
      const stepKey = task.stepKey.slice(REROUTE_PREFIX.length);
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      const step = definition.route.steps.find((one) => one.key === stepKey);
      const refused = all.filter((one) => one.stepKey === stepKey).at(-1);
      if (!step || !refused) throw new NotARefusal();
      const reason = body.note || undefined;
      await this.tasks.save(tx, task, {
        status: nextTaskStatus(task.status, 'complete', task.kind),
        outcome: 'rerouted',
        opinion: body.note ?? '',
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      });
      const opened = await this.route.openRound(tx, row, step, refused.round + 1, { departmentId: department.id, keepsClockOf: refused });
      const event = {
        action: 'task.reroute',
        taskId: task.id,
        data: { step: step.key, stepName: step.name, department: department.shortName, reason },
      };
      await this.cases.note(tx, row, ctx, [event, opened]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}

class NotARefusal extends DomainError {
  constructor() {
    super({ code: 'task.not-a-reroute', title: '这不是拒签退回的任务，不能改派部门。刷新列表。', kind: 'rule' });
  }
}
