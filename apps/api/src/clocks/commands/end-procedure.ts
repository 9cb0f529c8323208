import type { Endpoints, InputOf, ProcedureView } from '@onewindow/contracts';
import { endProblem, nextProcedureStatus, notAccepted, renewalDay, shanghaiToday, standingEnd } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { ClockWorkDesk, procedureActors } from '../clock-work-desk.js';
import { OPEN_OBJECTIONS } from '../clock-work.statements.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { RedateCase } from '../redate-case.js';
import { procedureData } from '../start-procedure.js';

/** 结束特别程序: the outcome is on record with its document, and the clocks run again from the day after its last day (R3.2). */
@Injectable()
export class EndProcedure {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
    private readonly presenter: ClockWorkPresenter,
    private readonly calendars: WorkingCalendars,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['endProcedure']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, procedure } = await this.desk.procedure(tx, ctx.actor, params.id);
      const status = nextProcedureStatus(procedure.status, 'end', procedureActors(ctx.actor, procedure), procedure.kind);
      const closed = notAccepted(row.status, 'procedure', '结束暂停');
      if (closed !== null) throw closed;
      const today = shanghaiToday(tx.now);
      const endedOn = body.endedOn ?? today;
      const [objections] = await tx.query(OPEN_OBJECTIONS, [procedure.id]);
      const start = procedure.startedOn ?? today;
      const announcedEnd = standingEnd(procedure, await this.calendars.current()) ?? today;
      const problem = endProblem({
        kind: procedure.kind,
        startedOn: start,
        announcedEnd,
        endedOn,
        today,
        hasDocument: procedure.documentId !== null,
        openObjections: objections?.open ?? 0,
      });
      if (problem !== null) throw problem;
      const end = { actualEnd: endedOn, ...(endedOn < today ? { recordedOn: today } : {}) };
      const halts = (row.halts ?? []).map((halt) => (halt.id === procedure.id ? { ...halt, ...end } : halt));
      const { changes, moved } = await this.redate.apply(tx, row, { halts, extensionDays: row.extensionDays });
      const data = { ...procedureData(procedure), endedOn, outcome: body.outcome, ...moved };
      await this.desk.cases.save(tx, row, changes, ctx, [{ action: 'procedure.end', taskId: procedure.taskId, data }]);
      await this.desk.saveProcedure(tx, procedure, {
        status,
        endedOn,
        endedBy: ctx.actor.staffId,
        endedAt: tx.now,
        outcome: body.outcome,
        renewOn: renewalDay({ start, announcedEnd, actualEnd: endedOn }, today),
      });
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }
}
