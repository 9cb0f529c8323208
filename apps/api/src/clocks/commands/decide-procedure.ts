import type { Endpoints, InputOf, ProcedureView } from '@onewindow/contracts';
import { caseNamed, nextProcedureStatus, notAccepted } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { procedureActors } from '../clock-work-desk.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { ProcedureSteps } from '../procedure-steps.js';
import { procedureData } from '../start-procedure.js';

/** What becomes of a request for a pause: the chief agrees or not, or who asked takes it back. */
@Injectable()
export class DecideProcedure {
  constructor(
    private readonly runner: CommandRunner,
    private readonly steps: ProcedureSteps,
    private readonly presenter: ClockWorkPresenter,
  ) {}

  approve(ctx: CommandContext, { params }: InputOf<Endpoints['approveProcedure']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, procedure } = await this.steps.desk.procedure(tx, ctx.actor, params.id);
      nextProcedureStatus(procedure.status, 'approve', procedureActors(ctx.actor, procedure));
      // The case may have ended while the request waited.
      const ended = notAccepted(row.status, 'procedure', '暂停计时');
      if (ended !== null) throw ended;
      const { procedureName } = procedureData(procedure);
      const words = `${ctx.actor.name}同意“${caseNamed(row)}”${procedureName}，告知书已出，明天起停止计时`;
      await this.steps.chiefs.tellRequester(tx, procedure, words);
      await this.steps.start.run(tx, ctx, row, procedure);
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }

  refuse(ctx: CommandContext, { params, body }: InputOf<Endpoints['refuseProcedure']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, procedure } = await this.steps.desk.procedure(tx, ctx.actor, params.id);
      const status = nextProcedureStatus(procedure.status, 'refuse', procedureActors(ctx.actor, procedure));
      const decided = { decidedBy: ctx.actor.staffId, decidedAt: tx.now, decisionReason: body.reason, renewOn: null };
      await this.steps.desk.saveProcedure(tx, procedure, { status, ...decided });
      const data = { ...procedureData(procedure), reason: body.reason };
      await this.steps.desk.cases.note(tx, row, ctx, [{ action: 'procedure.refuse', taskId: procedure.taskId, data }]);
      const words = `${ctx.actor.name}不同意“${caseNamed(row)}”${data.procedureName}：${body.reason}`;
      await this.steps.chiefs.tellRequester(tx, procedure, words);
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }

  withdraw(ctx: CommandContext, { params }: InputOf<Endpoints['withdrawProcedure']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, procedure } = await this.steps.desk.procedure(tx, ctx.actor, params.id);
      const status = nextProcedureStatus(procedure.status, 'withdraw', procedureActors(ctx.actor, procedure));
      await this.steps.desk.saveProcedure(tx, procedure, { status, decidedAt: tx.now, renewOn: null });
      const event = { action: 'procedure.withdraw', taskId: procedure.taskId, data: procedureData(procedure) };
      await this.steps.desk.cases.note(tx, row, ctx, [event]);
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }
}
