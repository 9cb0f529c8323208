import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint, Input } from '../platform/index.js';
import { TakeTicket } from './commands/take-ticket.js';
import { HallQueues } from './hall-queues.js';
import { TakeLimiter } from './take-limiter.js';
import { tooManyTickets } from './ticket-problems.js';
import { TicketSlips } from './ticket-slips.js';

/** Kiosk, display and the page of waiting: no sign-in, nothing of any person. */
@Controller()
export class PublicTicketsController {
  private readonly limiter = new TakeLimiter();

  constructor(
    private readonly queues: HallQueues,
    private readonly takeTicket: TakeTicket,
    private readonly slips: TicketSlips,
  ) {}

  @Endpoint(endpoints.getTicketHall)
  hall(@Input() { params }: InputOf<typeof endpoints.getTicketHall>) {
    return this.queues.read(params.hall);
  }

  @Endpoint(endpoints.takeTicket)
  take(@Input() input: InputOf<typeof endpoints.takeTicket>, @Req() request: FastifyRequest) {
    if (!this.limiter.allows(request.ip, performance.now())) throw tooManyTickets();
    return this.takeTicket.run(input);
  }

  @Endpoint(endpoints.getTicket)
  ticket(@Input() { params }: InputOf<typeof endpoints.getTicket>) {
    return this.slips.waiting(params.token);
  }
}
