import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AddProcedureDocument } from './commands/add-procedure-document.js';
import { DecideProcedure } from './commands/decide-procedure.js';
import { EndProcedure } from './commands/end-procedure.js';
import { Objections } from './commands/objections.js';
import { RequestProcedure } from './commands/request-procedure.js';

/** 特别程序 from request to outcome. */
@Controller()
export class ProceduresController {
  constructor(
    private readonly requesting: RequestProcedure,
    private readonly deciding: DecideProcedure,
    private readonly adding: AddProcedureDocument,
    private readonly ending: EndProcedure,
    private readonly objections: Objections,
  ) {}

  @Endpoint(endpoints.requestProcedure)
  requestProcedure(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['requestProcedure']>) {
    return this.requesting.run(ctx, input);
  }

  @Endpoint(endpoints.withdrawProcedure)
  withdrawProcedure(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['withdrawProcedure']>) {
    return this.deciding.withdraw(ctx, input);
  }

  @Endpoint(endpoints.approveProcedure)
  approveProcedure(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['approveProcedure']>) {
    return this.deciding.approve(ctx, input);
  }

  @Endpoint(endpoints.refuseProcedure)
  refuseProcedure(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['refuseProcedure']>) {
    return this.deciding.refuse(ctx, input);
  }

  @Endpoint(endpoints.addProcedureDocument)
  addProcedureDocument(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['addProcedureDocument']>,
    @Req() request: FastifyRequest,
  ) {
    return this.adding.run(ctx, input, request);
  }

  @Endpoint(endpoints.endProcedure)
  endProcedure(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['endProcedure']>) {
    return this.ending.run(ctx, input);
  }

  @Endpoint(endpoints.recordObjection)
  recordObjection(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['recordObjection']>) {
    return this.objections.record(ctx, input);
  }

  @Endpoint(endpoints.answerObjection)
  answerObjection(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['answerObjection']>) {
    return this.objections.answer(ctx, input);
  }
}
