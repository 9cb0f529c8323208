import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { HandOver } from './commands/hand-over.js';
import { IssueResult } from './commands/issue-result.js';
import { MovePaper } from './commands/move-paper.js';
import { RecordPayment } from './commands/record-payment.js';
import { PickupsToday } from './pickups-today.js';
import { ReadyResults } from './ready-results.js';

/** Results: made, found, handed over. */
@Controller()
export class ResultsController {
  constructor(
    private readonly issueResult: IssueResult,
    private readonly handOverResult: HandOver,
    private readonly payments: RecordPayment,
    private readonly papers: MovePaper,
    private readonly ready: ReadyResults,
    private readonly pickups: PickupsToday,
  ) {}

  @Endpoint(endpoints.issueResult)
  issue(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.issueResult>) {
    return this.issueResult.run(ctx, input);
  }

  @Endpoint(endpoints.listReady)
  listReady(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.listReady>) {
    return this.ready.list(ctx.actor, input);
  }

  @Endpoint(endpoints.findReady)
  findReady(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.findReady>) {
    return this.ready.find(ctx, input);
  }

  @Endpoint(endpoints.handOver)
  handOver(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.handOver>) {
    return this.handOverResult.run(ctx, input);
  }

  @Endpoint(endpoints.movePaper)
  movePaper(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.movePaper>) {
    return this.papers.run(ctx, input);
  }

  @Endpoint(endpoints.recordPayment)
  recordPayment(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.recordPayment>) {
    return this.payments.run(ctx, input);
  }

  @Endpoint(endpoints.handedOverToday)
  handedOverToday(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.handedOverToday>) {
    return this.pickups.list(ctx.actor, input);
  }
}
