import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AnswerOverride } from './commands/answer-override.js';
import { RequestOverride } from './commands/request-override.js';
import { OverrideRequests } from './override-requests.js';

/** R2.3: a further supplement notice before acceptance. */
@Controller()
export class OverridesController {
  constructor(
    private readonly requests: OverrideRequests,
    private readonly cases: CaseStore,
    private readonly requesting: RequestOverride,
    private readonly answering: AnswerOverride,
  ) {}

  @Endpoint(endpoints.getSupplementOverride)
  async latest(@Ctx() { actor }: CommandContext, @Input() { params }: InputOf<typeof endpoints.getSupplementOverride>) {
    const row = await this.cases.get(actor, params.id);
    return { request: await this.requests.latest(row.id) };
  }

  @Endpoint(endpoints.requestSupplementOverride)
  request(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.requestSupplementOverride>) {
    return this.requesting.run(ctx, input);
  }

  @Endpoint(endpoints.listOverrideRequests)
  open(@Ctx() { actor }: CommandContext, @Input() input: InputOf<typeof endpoints.listOverrideRequests>) {
    return this.requests.open(actor, input);
  }

  @Endpoint(endpoints.answerOverrideRequest)
  answer(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.answerOverrideRequest>) {
    return this.answering.run(ctx, input);
  }
}
