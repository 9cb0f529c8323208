import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { ActOnTicket } from './commands/act-on-ticket.js';
import { BringTicketApplicant } from './commands/bring-ticket-applicant.js';
import { CallNextTicket } from './commands/call-next-ticket.js';
import { LinkTicket } from './commands/link-ticket.js';
import { PassTicket } from './commands/pass-ticket.js';

type About = InputOf<typeof endpoints.recallTicket>;

/** What a counter does with numbers. */
@Controller()
export class TicketsController {
  constructor(
    private readonly callNext: CallNextTicket,
    private readonly act: ActOnTicket,
    private readonly passTicket: PassTicket,
    private readonly linkTicket: LinkTicket,
    private readonly bringApplicant: BringTicketApplicant,
  ) {}

  @Endpoint(endpoints.callNextTicket)
  call(@Ctx() ctx: CommandContext) {
    return this.callNext.run(ctx);
  }

  @Endpoint(endpoints.recallTicket)
  recall(@Ctx() ctx: CommandContext, @Input() { params }: About) {
    return this.act.run(ctx, params.id, 'recall');
  }

  @Endpoint(endpoints.skipTicket)
  skip(@Ctx() ctx: CommandContext, @Input() { params }: About) {
    return this.act.run(ctx, params.id, 'skip');
  }

  @Endpoint(endpoints.finishTicket)
  finish(@Ctx() ctx: CommandContext, @Input() { params }: About) {
    return this.act.run(ctx, params.id, 'finish');
  }

  @Endpoint(endpoints.requeueTicket)
  requeue(@Ctx() ctx: CommandContext, @Input() { params }: About) {
    return this.act.run(ctx, params.id, 'requeue');
  }

  @Endpoint(endpoints.passTicket)
  pass(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.passTicket>) {
    return this.passTicket.run(ctx, input);
  }

  @Endpoint(endpoints.linkTicket)
  link(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.linkTicket>) {
    return this.linkTicket.run(ctx, input);
  }

  @Endpoint(endpoints.bringTicketApplicant)
  bring(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.bringTicketApplicant>) {
    return this.bringApplicant.run(ctx, input);
  }
}
