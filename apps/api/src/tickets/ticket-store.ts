import { topicOf } from '@onewindow/contracts';
import { nextTicketStatus, requireTicketAction, shanghaiToday, type TicketAction, type TicketFacts, ticketNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import type { Actor, CommandContext, CommandTx } from '../platform/index.js';
import { TicketCounterMissing, TicketNotFound } from './ticket-problems.js';
import type { Ticket } from './ticket.entity.js';
import { INSERT_EVENT, LOCK_TICKET, savedValues, SAVE_TICKET } from './ticket.statements.js';

/** A counter at work: where calls come from. */
export interface CallingDesk {
  hallId: string;
  counterId: string;
  staffId: string;
}

/** The counter of who asks. @throws TicketCounterMissing */
export function deskOf({ hallId, counterId, staffId }: Actor): CallingDesk {
  if (hallId === null || counterId === null) throw new TicketCounterMissing();
  return { hallId, counterId, staffId };
}

/** Locks tickets and writes what happens to them; each change with its event. */
@Injectable()
export class TicketStore {
  constructor(private readonly organisation: Organisation) {}

  /**
   * Locks a ticket of the own hall and asks the table whether the action may be.
   * @throws TicketNotFound for another hall's; what `requireTicketAction` throws
   */
  async take(tx: CommandTx, ctx: CommandContext, id: string, action: TicketAction): Promise<{ ticket: Ticket; desk: CallingDesk }> {
    const desk = deskOf(ctx.actor);
    const [ticket] = await tx.query(LOCK_TICKET, [id, desk.hallId]);
    if (!ticket) throw new TicketNotFound();
    requireTicketAction(action, await this.factsOf(ticket, desk, tx.now));
    return { ticket, desk };
  }

  /** What decides about actions on the ticket, as this counter sees it. */
  async factsOf(ticket: Ticket, desk: Pick<CallingDesk, 'counterId'>, now: Date): Promise<TicketFacts> {
    const snapshot = await this.organisation.snapshot();
    return {
      number: ticketNumber(ticket.letter, ticket.serial),
      status: ticket.status,
      day: ticket.day,
      today: shanghaiToday(now),
      heldBy: ticket.counterId === null ? null : (snapshot.counter(ticket.counterId)?.number ?? null),
      isHolder: ticket.counterId === desk.counterId,
    };
  }

  /** Changes the ticket by an action of the table: its status, what `changes` says, the event; open screens of the hall hear of it. */
  async save(
    tx: CommandTx,
    ticket: Ticket,
    action: TicketAction,
    by: { counterId: string | null; staffId: string | null },
    changes: Partial<Ticket>,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    Object.assign(ticket, changes, { status: nextTicketStatus(ticket.status, action) });
    tx.touch(topicOf.tickets(ticket.hallId));
    await Promise.all([
      tx.query(SAVE_TICKET, savedValues(ticket)),
      tx.query(INSERT_EVENT, [ticket.id, action, tx.now, by.counterId, by.staffId, JSON.stringify(detail)]),
    ]);
  }
}

/** Whole seconds between two instants; a clock that was set back counts as none. */
export function secondsBetween(from: Date | null, to: Date): number {
  return from === null ? 0 : Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
}

/** What ends a ticket's time at a counter: the time that it took there is added up. */
export function leaveCounter(ticket: Ticket, now: Date): Pick<Ticket, 'handledSeconds'> {
  return { handledSeconds: ticket.handledSeconds + secondsBetween(ticket.calledAt, now) };
}
