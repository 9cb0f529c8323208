import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { ClockWorkReads } from './clock-work-reads.js';
import { DecideExtension } from './commands/decide-extension.js';
import { RequestExtension } from './commands/request-extension.js';
import { ExplainClock } from './explain-clock.js';

/** The clocks of a case: what explains them, what lengthens them. */
@Controller()
export class ClocksController {
  constructor(
    private readonly reads: ClockWorkReads,
    private readonly explaining: ExplainClock,
    private readonly requesting: RequestExtension,
    private readonly deciding: DecideExtension,
  ) {}

  @Endpoint(endpoints.getTaskClockWork)
  getTaskClockWork(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['getTaskClockWork']>) {
    return this.reads.ofTask(ctx.actor, input);
  }

  @Endpoint(endpoints.getCaseClockWork)
  getCaseClockWork(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['getCaseClockWork']>) {
    return this.reads.ofCase(ctx.actor, input);
  }

  @Endpoint(endpoints.listClockWork)
  listClockWork(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['listClockWork']>) {
    return this.reads.list(ctx.actor, input);
  }

  @Endpoint(endpoints.explainClock)
  explainClock(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['explainClock']>) {
    return this.explaining.run(ctx.actor, input);
  }

  @Endpoint(endpoints.requestExtension)
  requestExtension(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['requestExtension']>) {
    return this.requesting.run(ctx, input);
  }

  @Endpoint(endpoints.grantExtension)
  grantExtension(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['grantExtension']>) {
    return this.deciding.grant(ctx, input);
  }

  @Endpoint(endpoints.refuseExtension)
  refuseExtension(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['refuseExtension']>) {
    return this.deciding.refuse(ctx, input);
  }

  @Endpoint(endpoints.withdrawExtension)
  withdrawExtension(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['withdrawExtension']>) {
    return this.deciding.withdraw(ctx, input);
  }
}
