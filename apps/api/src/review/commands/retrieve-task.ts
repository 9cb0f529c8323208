import type { TaskRow } from '@onewindow/contracts';
import {
  closeTaskStatus,
  expandRoute,
  isTaskPooled,
  nearestDue,
  nextTaskStatus,
  NO_DUE_DATE,
  planRetrieve,
  shanghaiToday,
  startAfterRetrieve,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { TaskPresenter } from '../task.presenter.js';
import { statesOf, subjectOf } from '../route-states.js';
import { datesOf } from '../task-opening.js';
import { TaskStore } from '../task-store.js';
import { isUntouched, unbegun } from '../untouched-work.js';

/** 取回: who completed a task takes it back while nothing after it was begun; what it had opened waits again. */
@Injectable()
export class RetrieveTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly calendars: WorkingCalendars,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, taskId: string): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, taskId);
      const { row, task, all } = locked;
      this.tasks.require(ctx.actor, 'retrieve', locked, tx.now);
      const status = nextTaskStatus(task.status, 'retrieve', task.kind);
      const plan = planRetrieve(expandRoute(locked.route), statesOf(unbegun(all)), subjectOf(row), task);
      const close = plan.ok ? plan.close : [];
      const [today, calendar] = [shanghaiToday(tx.now), await this.calendars.current()];
      const openedByIt = all.filter((other) => close.includes(other.stepKey) && (isTaskPooled(other.status) || isUntouched(other)));
      await Promise.all([
        ...openedByIt.map((other) =>
          this.tasks.save(tx, other, {
            status: closeTaskStatus(other.status, isUntouched(other)),
            holderId: null,
            claimedAt: null,
            pooledAt: null,
            stepStartedOn: startAfterRetrieve({ kind: other.kind, startedOn: other.stepStartedOn }),
            stepDue: null,
            stepProvisional: false,
            nearestDue: nearestDue([other.statutoryDue, other.promisedDue]) ?? NO_DUE_DATE,
            idleSince: null,
          }),
        ),
        this.tasks.save(tx, task, {
          status,
          ...datesOf(task, row, task.stepStartedOn ?? today, { calendar, today }),
          // Done in a principal's name, it comes back to the principal's desk.
          holderId: task.holderId ?? ctx.actor.staffId,
          claimedAt: tx.now,
          doneAt: null,
          completedBy: null,
          outcome: null,
          idleSince: today,
        }),
        this.cases.note(tx, row, ctx, [{ action: 'task.retrieve', taskId, data: { step: task.stepKey, stepName: task.stepName } }]),
      ]);
      return await this.presenter.row(ctx.actor, locked);
    });
  }
}
