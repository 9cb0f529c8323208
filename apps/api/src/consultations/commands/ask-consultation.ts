import type { endpoints, InputOf, TaskConsultations } from '@onewindow/contracts';
import { consultationKey, isAskedBy, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { type LockedTask, RouteRunner, TASKS_OF_CASE, TaskStore } from '../../review/index.js';
import { AskedConsultations, defaultLimit } from '../asked-consultations.js';
import { refusalOfAsking } from '../consultation-offer.js';
import { ConsultationRecords } from '../consultation-records.js';
import { ConsultedDepartments } from '../consulted-departments.js';

type Body = InputOf<typeof endpoints.askConsultation>['body'];

/** 协办: asks other departments beside the route. The asking task waits until each has answered, was silent past the limit, or was let off. */
@Injectable()
export class AskConsultation {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly route: RouteRunner,
    private readonly departments: ConsultedDepartments,
    private readonly records: ConsultationRecords,
    private readonly asked: AskedConsultations,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.askConsultation>): Promise<TaskConsultations> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id);
      const refused = refusalOfAsking(ctx.actor, locked);
      if (refused) throw refused.error();
      const { definition } = await this.versions.get(locked.row.itemVersionId, tx);
      await this.ask(tx, ctx, locked, { ...body, limit: body.limit ?? defaultLimit(definition.route) });
      const all = await tx.query(TASKS_OF_CASE, [locked.row.id]);
      return await this.asked.present(tx, ctx.actor, { ...locked, all }, definition.route);
    });
  }

  private async ask(tx: CommandTx, ctx: CommandContext, locked: LockedTask, body: Body & { limit: number }): Promise<void> {
    const { row, task, all } = locked;
    const { question, limit } = body;
    const departments = await this.departments.checked(tx, locked, body.departmentIds);
    let n = all.filter((one) => isAskedBy(one.stepKey, task.id)).length;
    let due: string | null = null;
    for (const { id: departmentId } of departments) {
      n += 1;
      const opened = await this.route.openConsultation(tx, row, { key: consultationKey(task.id, n), departmentId, limit });
      const { id: taskId, caseId } = opened;
      await this.records.add(tx, { taskId, caseId, askingTaskId: task.id, askedBy: ctx.actor.staffId, askedAt: tx.now, question });
      due = opened.stepDue;
    }
    const idleSince = shanghaiToday(tx.now);
    await this.tasks.begin(tx, task);
    if (task.idleSince !== idleSince) await this.tasks.save(tx, task, { idleSince });
    const names = departments.map(({ shortName }) => shortName);
    const data = { step: task.stepKey, stepName: task.stepName, departments: names, question, due, limit };
    await this.cases.note(tx, row, ctx, [{ action: 'task.consult', taskId: task.id, data }]);
  }
}
