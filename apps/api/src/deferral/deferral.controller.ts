import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { CaseDeferral } from './case-deferral.js';
import { AddDeferredFile } from './commands/add-deferred-file.js';
import { RemoveDeferredFile } from './commands/remove-deferred-file.js';
import { TakeInDeferred } from './commands/take-in-deferred.js';
import { DeferredList } from './deferred-list.js';

/** 容缺 at the counter and afterwards. */
@Controller()
export class DeferralController {
  constructor(
    private readonly ofCase: CaseDeferral,
    private readonly waiting: DeferredList,
    private readonly adding: AddDeferredFile,
    private readonly taking: TakeInDeferred,
    private readonly removing: RemoveDeferredFile,
  ) {}

  @Endpoint(endpoints.getCaseDeferral)
  getCaseDeferral(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['getCaseDeferral']>) {
    return this.ofCase.read(ctx.actor, input);
  }

  @Endpoint(endpoints.listDeferred)
  listDeferred(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['listDeferred']>) {
    return this.waiting.list(ctx.actor, input);
  }

  @Endpoint(endpoints.addDeferredFile)
  addDeferredFile(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['addDeferredFile']>, @Req() request: FastifyRequest) {
    return this.adding.run(ctx, input, request);
  }

  @Endpoint(endpoints.removeDeferredFile)
  removeDeferredFile(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['removeDeferredFile']>) {
    return this.removing.run(ctx, input);
  }

  @Endpoint(endpoints.takeInDeferred)
  takeInDeferred(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['takeInDeferred']>) {
    return this.taking.run(ctx, input);
  }
}
