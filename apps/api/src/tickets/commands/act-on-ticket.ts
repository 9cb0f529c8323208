import type { TicketView } from '@onewindow/contracts';
import type { TicketAction } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { leaveCounter, TicketStore } from '../ticket-store.js';
import type { Ticket } from '../ticket.entity.js';
import { TicketPresentation } from '../ticket-view.js';

type PlainAction = Extract<TicketAction, 'recall' | 'skip' | 'finish' | 'requeue'>;

/** What each action leaves on the ticket besides its status. */
const CHANGES = {
  recall: (ticket, now) => ({ lastCalledAt: now, callCount: ticket.callCount + 1 }),
  skip: (ticket, now) => ({ ...leaveCounter(ticket, now), endedAt: now }),
  finish: (ticket, now) => ({ ...leaveCounter(ticket, now), endedAt: now }),
  // At the end of the queue: who was not there when called takes nobody's turn.
  requeue: (_, now) => ({ queuedAt: now, waitingSince: now, endedAt: null, counterId: null, staffId: null, calledAt: null }),
} as const satisfies Record<PlainAction, (ticket: Ticket, now: Date) => Partial<Ticket>>;

/** 重呼, 过号, 办结, 重新排队: the actions that need nothing but the ticket. */
@Injectable()
export class ActOnTicket {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: TicketStore,
    private readonly presentation: TicketPresentation,
  ) {}

  run(ctx: CommandContext, id: string, action: PlainAction): Promise<{ ticket: TicketView }> {
    return this.runner.run(ctx, async (tx) => {
      const { ticket, desk } = await this.store.take(tx, ctx, id, action);
      await this.store.save(tx, ticket, action, desk, CHANGES[action](ticket, tx.now));
      return { ticket: await this.presentation.present(tx, ticket, desk.counterId, tx.now) };
    });
  }
}
