import type { TicketView } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { CommandTx } from '../platform/index.js';
import { TicketKindUnknown } from './ticket-problems.js';
import { FIND_KIND } from './ticket.statements.js';
import type { Ticket } from './ticket.entity.js';
import { presentTicket } from './ticket.presenter.js';
import { TicketStore } from './ticket-store.js';

/** Presents a ticket with the name of its business and the actions of the counter that asks. */
@Injectable()
export class TicketPresentation {
  constructor(private readonly store: TicketStore) {}

  async present(reader: Pick<CommandTx, 'query'>, ticket: Ticket, counterId: string, now: Date): Promise<TicketView> {
    const [[kind], facts] = await Promise.all([
      reader.query(FIND_KIND, [ticket.kindId, ticket.hallId]),
      this.store.factsOf(ticket, { counterId }, now),
    ]);
    if (!kind) throw new TicketKindUnknown();
    return presentTicket(ticket, kind.name, facts);
  }
}
