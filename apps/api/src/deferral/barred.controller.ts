import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { BarredList } from './barred-list.js';
import { LiftDeferralBar } from './commands/lift-deferral-bar.js';

/** Unkept promises, for the supervisor. */
@Controller()
export class BarredController {
  constructor(
    private readonly barred: BarredList,
    private readonly lifting: LiftDeferralBar,
  ) {}

  @Endpoint(endpoints.listBarredApplicants)
  listBarredApplicants(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['listBarredApplicants']>) {
    return this.barred.list(ctx.actor, input);
  }

  @Endpoint(endpoints.liftDeferralBar)
  liftDeferralBar(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['liftDeferralBar']>) {
    return this.lifting.run(ctx, input);
  }
}
