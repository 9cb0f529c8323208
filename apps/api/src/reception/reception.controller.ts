import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AcceptCase } from './commands/accept-case.js';
import { DeclineCase } from './commands/decline-case.js';
import { ReceiveCase } from './commands/receive-case.js';
import { SupplementCase } from './commands/supplement-case.js';
import { TakeInCase } from './commands/take-in-case.js';
import { WithdrawCase } from './commands/withdraw-case.js';

@Controller()
export class ReceptionController {
  constructor(
    private readonly receiving: ReceiveCase,
    private readonly accepting: AcceptCase,
    private readonly supplementing: SupplementCase,
    private readonly takingIn: TakeInCase,
    private readonly declining: DeclineCase,
    private readonly withdrawing: WithdrawCase,
  ) {}

  @Endpoint(endpoints.receiveCase)
  receiveCase(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['receiveCase']>,
  ): Promise<ResponseOf<Endpoints['receiveCase']>> {
    return this.receiving.run(ctx, input);
  }

  @Endpoint(endpoints.acceptCase)
  acceptCase(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['acceptCase']>): Promise<ResponseOf<Endpoints['acceptCase']>> {
    return this.accepting.run(ctx, input);
  }

  @Endpoint(endpoints.supplementCase)
  supplementCase(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['supplementCase']>,
  ): Promise<ResponseOf<Endpoints['supplementCase']>> {
    return this.supplementing.run(ctx, input);
  }

  @Endpoint(endpoints.takeInCase)
  takeInCase(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['takeInCase']>): Promise<ResponseOf<Endpoints['takeInCase']>> {
    return this.takingIn.run(ctx, input);
  }

  @Endpoint(endpoints.declineCase)
  declineCase(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['declineCase']>,
  ): Promise<ResponseOf<Endpoints['declineCase']>> {
    return this.declining.run(ctx, input);
  }

  @Endpoint(endpoints.withdrawCase)
  withdrawCase(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['withdrawCase']>,
  ): Promise<ResponseOf<Endpoints['withdrawCase']>> {
    return this.withdrawing.run(ctx, input);
  }
}
