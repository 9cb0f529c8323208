import type { Endpoints, InputOf, ProcedureView } from '@onewindow/contracts';
import { assertNoPersonalData, objectionProblem, procedureRefusal, shanghaiToday, standingEnd } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { type CommandContext, CommandRunner, newId } from '../../platform/index.js';
import { ClockWorkDesk, procedureActors } from '../clock-work-desk.js';
import { ANSWER_OBJECTION, FIND_OBJECTION, INSERT_OBJECTION } from '../clock-work.statements.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { ObjectionAnswered, ObjectionNotFound } from '../clock-work-problems.js';
import type { SpecialProcedure } from '../special-procedure.entity.js';
import { procedureData } from '../start-procedure.js';

/** 公示异议: recorded while the notice runs, answered before it ends. Who objected stands in the record, not in the story (R10.1), and without a number (R10.2). */
@Injectable()
export class Objections {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: ClockWorkDesk,
    private readonly presenter: ClockWorkPresenter,
    private readonly calendars: WorkingCalendars,
  ) {}

  record(ctx: CommandContext, { params, body }: InputOf<Endpoints['recordObjection']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, procedure } = await this.desk.procedure(tx, ctx.actor, params.id);
      requireConcerned(ctx, procedure);
      const today = shanghaiToday(tx.now);
      const receivedOn = body.receivedOn ?? today;
      const problem = objectionProblem(
        { ...procedure, announcedEnd: standingEnd(procedure, await this.calendars.current()) },
        receivedOn,
        today,
      );
      if (problem !== null) throw problem;
      assertNoPersonalData([body.by, body.words], 'words');
      await tx.query(INSERT_OBJECTION, [newId(), procedure.id, body.by, body.words, receivedOn, ctx.actor.staffId, tx.now]);
      const event = { action: 'procedure.objection', taskId: procedure.taskId, data: { ...procedureData(procedure), receivedOn } };
      await this.desk.cases.note(tx, row, ctx, [event]);
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }

  answer(ctx: CommandContext, { params, body }: InputOf<Endpoints['answerObjection']>): Promise<ProcedureView> {
    return this.runner.run(ctx, async (tx) => {
      const [found] = await tx.query(FIND_OBJECTION, [params.id]);
      if (!found) throw new ObjectionNotFound();
      const { row, procedure } = await this.desk.procedure(tx, ctx.actor, found.procedureId);
      requireConcerned(ctx, procedure);
      const [objection] = await tx.query(FIND_OBJECTION, [params.id]);
      if (objection?.answer !== null) throw new ObjectionAnswered();
      assertNoPersonalData(body.answer, 'answer');
      await tx.query(ANSWER_OBJECTION, [params.id, body.answer, ctx.actor.staffId, tx.now]);
      const event = { action: 'procedure.answer', taskId: procedure.taskId, data: procedureData(procedure) };
      await this.desk.cases.note(tx, row, ctx, [event]);
      return await this.presenter.procedure(tx, ctx.actor, procedure);
    });
  }
}

/** Only who may end the notice keeps its objections; whether it runs is `objectionProblem`'s word. */
function requireConcerned(ctx: CommandContext, procedure: SpecialProcedure): void {
  const refused = procedureRefusal('running', 'end', procedureActors(ctx.actor, procedure));
  if (refused !== null) throw refused.error();
}
