import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { DecideCase } from './commands/decide-case.js';
import { TerminateCase } from './commands/terminate-case.js';

/** What ends the review of a case. */
@Controller()
export class DecisionController {
  constructor(
    private readonly decideCase: DecideCase,
    private readonly terminateCase: TerminateCase,
  ) {}

  @Endpoint(endpoints.decideCase)
  decide(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.decideCase>) {
    return this.decideCase.run(ctx, input);
  }

  @Endpoint(endpoints.terminateCase)
  terminate(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.terminateCase>) {
    return this.terminateCase.run(ctx, input);
  }
}
