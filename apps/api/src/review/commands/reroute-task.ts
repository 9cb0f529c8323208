import type { endpoints, InputOf, TaskRow } from '@onewindow/contracts';
import {
  DomainError,
  expandRoute,
  isRefusalCurrent,
  isTaskPooled,
  nextTaskStatus,
  refusedStepKey,
  rerouteRound,
  type RouteStep,
  shanghaiToday,
  staffingProblem,
  startAfterRetrieve,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { departmentStaff, Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { RouteRunner } from '../route-runner.js';
import { statesOf } from '../route-states.js';
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
      if (isTaskPooled(task.status)) await this.claiming.claimLocked(tx, ctx, locked);
      this.tasks.require(ctx.actor, 'complete', locked, tx.now);
      const department = await this.organisation.department(body.departmentId);
      const stepKey = refusedStepKey(task.stepKey);
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      const written = definition.route.steps.find((one) => one.key === stepKey);
      const step = expandRoute(definition.route).steps.find((one) => one.key === stepKey);
      const refused = all.findLast((one) => one.stepKey === stepKey);
      if (!step || !written || !refused) throw new NotARefusal();
      await requireStaffed(tx, department, written);
      const reason = body.note || undefined;
      await this.tasks.save(tx, task, {
        status: nextTaskStatus(task.status, 'complete', task.kind),
        outcome: 'rerouted',
        opinion: body.note ?? '',
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      });
      // A return may have taken the step back meanwhile; then it has begun anew already.
      const states = statesOf(all);
      // A consultation is asked anew: nobody's silence counts for days on which no question lay with them (R5.2).
      const since = startAfterRetrieve({ kind: refused.kind, startedOn: refused.stepStartedOn });
      const elsewhere = { departmentId: department.id, from: since };
      const round = rerouteRound(states, step.key);
      const opened = isRefusalCurrent(states, step.key) ? await this.route.openRound(tx, row, step, round, all, elsewhere) : [];
      opened.push(...(await this.route.advance(tx, row, definition, all)));
      const event = {
        action: 'task.reroute',
        taskId: task.id,
        data: { step: step.key, stepName: step.name, department: department.shortName, reason },
      };
      await this.cases.note(tx, row, ctx, [event, ...opened]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}

/** R5.3: a department without the people for the step would only let it lie. @throws DepartmentUnstaffed */
async function requireStaffed(tx: CommandTx, department: { id: string; shortName: string }, step: RouteStep): Promise<void> {
  const staff = (await departmentStaff(tx, [department.id])).get(department.id);
  const problem = staff ? staffingProblem(step, staff) : null;
  if (problem !== null) throw new DepartmentUnstaffed(department.shortName, problem);
}

class DepartmentUnstaffed extends DomainError {
  constructor(name: string, problem: string) {
    super({ code: 'task.department-unstaffed', title: `${name}${problem}，不能办这个环节。另选部门。`, kind: 'rule' });
  }
}

class NotARefusal extends DomainError {
  constructor() {
    super({ code: 'task.not-a-reroute', title: '这不是拒签退回的任务，不能改派部门。刷新列表。', kind: 'rule' });
  }
}
