import type { Endpoints, InputOf, ProcedureView } from '@onewindow/contracts';
import { addCalendarDays, caseNamed, clockWorkRefusal, notAccepted, planProcedure, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner, newId } from '../../platform/index.js';
import { inWhoseName, TaskStore } from '../../review/index.js';
import { EMPTY_PROCEDURE } from '../empty-procedure.js';
import { isLeadChief, listedOn } from '../clock-work-desk.js';
import { OPEN_KINDS } from '../clock-work.statements.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { ProcedureSteps } from '../procedure-steps.js';
import type { SpecialProcedure } from '../special-procedure.entity.js';
import { procedureData } from '../start-procedure.js';

/** 申请暂停计时: waits for the chief of the lead department; asked for by that chief it begins at once (R3). */
@Injectable()
export class RequestProcedure {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly versions: ItemVersions,
    private readonly steps: ProcedureSteps,
    private readonly presenter: ClockWorkPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['requestProcedure']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task } = locked;
      const closed = notAccepted(row.status, 'procedure', '暂停计时');
      if (closed !== null) throw closed;
      const chief = isLeadChief(ctx.actor, row.departmentId);
      const refused = clockWorkRefusal({ id: inWhoseName(ctx.actor, locked), isLeadChief: chief }, task);
      if (refused !== null) throw refused.error();
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      const open = await tx.query(OPEN_KINDS, [row.id]);
      const planned = planProcedure({
        caseStatus: row.status,
        listed: listedOn(definition, task.stepKey),
        kind: body.kind,
        days: body.days,
        open: open.map(({ kind }) => kind),
      });
      await this.tasks.begin(tx, task);
      const procedure: SpecialProcedure = {
        ...EMPTY_PROCEDURE,
        id: newId(),
        caseId: row.id,
        taskId: task.id,
        departmentId: row.departmentId,
        kind: planned.kind,
        basis: planned.basis,
        reason: body.reason,
        days: planned.days,
        unit: planned.unit,
        requestedBy: ctx.actor.staffId,
        requestedAt: tx.now,
        renewOn: addCalendarDays(shanghaiToday(tx.now), 1),
      };
      await this.steps.desk.saveProcedure(tx, procedure);
      if (chief) await this.steps.start.run(tx, ctx, row, procedure);
      else {
        const data = { ...procedureData(procedure), reason: procedure.reason };
        await this.steps.desk.cases.note(tx, row, ctx, [{ action: 'procedure.request', taskId: task.id, data }]);
        await this.steps.chiefs.tell(tx, row, `${ctx.actor.name}为“${caseNamed(row)}”申请${data.procedureName}，暂停计时，等您批准`);
      }
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }
}
