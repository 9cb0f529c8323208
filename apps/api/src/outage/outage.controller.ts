import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { RegisterRange } from './commands/register-range.js';
import { OutagePapers } from './outage-papers.js';

@Controller()
export class OutageController {
  constructor(
    private readonly papers: OutagePapers,
    private readonly registering: RegisterRange,
  ) {}

  @Endpoint(endpoints.listOutageRanges)
  list(@Ctx() { actor }: CommandContext) {
    return this.papers.list(actor);
  }

  @Endpoint(endpoints.registerOutageRange)
  register(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.registerOutageRange>) {
    return this.registering.run(ctx, input);
  }
}
