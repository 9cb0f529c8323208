import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { CreateDelegation } from './commands/create-delegation.js';
import { EndDelegation } from './commands/end-delegation.js';
import { DelegationList } from './delegation-list.js';

/** 代理授权. */
@Controller()
export class DelegationController {
  constructor(
    private readonly list: DelegationList,
    private readonly createDelegation: CreateDelegation,
    private readonly endDelegation: EndDelegation,
  ) {}

  @Endpoint(endpoints.listDelegations)
  read(@Ctx() ctx: CommandContext) {
    return this.list.read(ctx.actor);
  }

  @Endpoint(endpoints.delegates)
  delegates(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.delegates>) {
    return this.list.candidates(ctx.actor, query);
  }

  @Endpoint(endpoints.createDelegation)
  create(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.createDelegation>) {
    return this.createDelegation.run(ctx, input);
  }

  @Endpoint(endpoints.endDelegation)
  end(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.endDelegation>) {
    return this.endDelegation.run(ctx, params.id);
  }
}
