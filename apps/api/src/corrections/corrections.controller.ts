import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AwaitedCorrections } from './awaited-corrections.js';
import { AddCorrectionFile } from './commands/add-correction-file.js';
import { RequestCorrections } from './commands/request-corrections.js';
import { TakeInCorrections } from './commands/take-in-corrections.js';
import { WithdrawCorrections } from './commands/withdraw-corrections.js';
import { TaskCorrections } from './task-corrections.js';

/** 审查中补正 at the desk and at the counter. */
@Controller()
export class CorrectionsController {
  constructor(
    private readonly ofTask: TaskCorrections,
    private readonly awaited: AwaitedCorrections,
    private readonly requesting: RequestCorrections,
    private readonly withdrawing: WithdrawCorrections,
    private readonly adding: AddCorrectionFile,
    private readonly taking: TakeInCorrections,
  ) {}

  @Endpoint(endpoints.taskCorrections)
  taskCorrections(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<Endpoints['taskCorrections']>) {
    return this.ofTask.get(ctx.actor, params.id);
  }

  @Endpoint(endpoints.requestCorrections)
  request(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['requestCorrections']>) {
    return this.requesting.run(ctx, input);
  }

  @Endpoint(endpoints.withdrawCorrections)
  withdraw(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['withdrawCorrections']>) {
    return this.withdrawing.run(ctx, input);
  }

  @Endpoint(endpoints.listCorrections)
  list(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['listCorrections']>) {
    return this.awaited.list(ctx.actor, input);
  }

  @Endpoint(endpoints.addCorrectionFile)
  addFile(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['addCorrectionFile']>, @Req() request: FastifyRequest) {
    return this.adding.run(ctx, input, request);
  }

  @Endpoint(endpoints.takeInCorrections)
  takeIn(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['takeInCorrections']>) {
    return this.taking.run(ctx, input);
  }
}
