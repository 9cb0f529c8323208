import { endpoints } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint } from '../platform/index.js';
import { TicketDeskReader } from './ticket-desk-reader.js';

/** The strip of the counter. */
@Controller()
export class TicketDeskController {
  constructor(private readonly desk: TicketDeskReader) {}

  @Endpoint(endpoints.getTicketDesk)
  read(@Ctx() ctx: CommandContext) {
    return this.desk.read(ctx.actor);
  }
}
