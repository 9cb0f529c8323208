import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { Conclusions } from './conclusions.js';
import { Overview } from './overview.js';
import { StalledList } from './stalled-list.js';

/** 督查台: the overview and the list below it. */
@Controller()
export class BoardController {
  constructor(
    private readonly overview: Overview,
    private readonly stalled: StalledList,
    private readonly conclusions: Conclusions,
  ) {}

  @Endpoint(endpoints.supervisionOverview)
  supervisionOverview(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.supervisionOverview>) {
    return this.overview.read(ctx.actor, query.clock);
  }

  @Endpoint(endpoints.listStalled)
  listStalled(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.listStalled>) {
    return this.stalled.page(ctx.actor, query);
  }

  @Endpoint(endpoints.listConclusions)
  listConclusions(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.listConclusions>) {
    return this.conclusions.page(ctx.actor, query);
  }

  @Endpoint(endpoints.listStalledIds)
  listStalledIds(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.listStalledIds>) {
    return this.stalled.ids(ctx.actor, query);
  }
}
