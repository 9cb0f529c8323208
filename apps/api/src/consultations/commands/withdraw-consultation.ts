import type { endpoints, InputOf, TaskConsultations } from '@onewindow/contracts';
import { caseNamed, isTaskOpen, nextTaskStatus, TASK_STATUS_LABELS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { NotificationWriter } from '../../notifications/index.js';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { inWhoseName, TaskStore } from '../../review/index.js';
import { AskedConsultations } from '../asked-consultations.js';
import { ConsultationClosed, ConsultationNotFound, NotTheAsker } from '../consultation-problems.js';
import { ConsultationRecords } from '../consultation-records.js';

/** 撤回协办: the asker no longer needs the answer; the work in the other department is cancelled, its holder is told. */
@Injectable()
export class WithdrawConsultation {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly records: ConsultationRecords,
    private readonly asked: AskedConsultations,
    private readonly organisation: Organisation,
    private readonly notifications: NotificationWriter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.withdrawConsultation>): Promise<TaskConsultations> {
    return this.runner.run(ctx, async (tx) => {
      const record = await this.records.find(tx, params.id);
      if (!record) throw new ConsultationNotFound();
      const asking = await this.tasks.lock(tx, ctx.actor, record.askingTaskId);
      const { row, all } = asking;
      const consulted = all.find(({ id }) => id === record.taskId);
      if (!consulted) throw new ConsultationNotFound();
      if (asking.task.holderId !== inWhoseName(ctx.actor, asking)) throw new NotTheAsker();
      const { shortName } = await this.organisation.department(consulted.departmentId);
      if (!isTaskOpen(consulted.status)) throw new ConsultationClosed(shortName, TASK_STATUS_LABELS[consulted.status]);
      const { holderId } = consulted;
      await this.tasks.save(tx, consulted, { status: nextTaskStatus(consulted.status, 'cancel', consulted.kind), doneAt: tx.now });
      await this.records.withdraw(tx, consulted.id, body.reason);
      if (holderId) {
        const words = `${ctx.actor.name}撤回了协办“${caseNamed(consulted)}”：${body.reason}`;
        await this.notifications.write(tx, [{ staffId: holderId, words, caseId: row.id, taskId: null }]);
      }
      const data = { step: consulted.stepKey, stepName: consulted.stepName, department: shortName, reason: body.reason };
      await this.cases.note(tx, row, ctx, [{ action: 'task.withdrawConsultation', taskId: consulted.id, data }]);
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      return await this.asked.present(tx, ctx.actor, asking, definition.route);
    });
  }
}
