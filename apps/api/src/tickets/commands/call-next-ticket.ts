import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { isTicketCalled, laneFirst, nextPriorityRun, shanghaiToday, ticketNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { TicketStillCalled } from '../ticket-problems.js';
import { type CallingDesk, deskOf, leaveCounter, secondsBetween, TicketStore } from '../ticket-store.js';
import { KEEP_RUN, LOCK_CURRENT, LOCK_DESK, LOCK_NEXT } from '../ticket.statements.js';
import type { Ticket } from '../ticket.entity.js';
import { TicketPresentation } from '../ticket-view.js';

/**
 * 叫下一位: finishes what the counter is serving and calls the next. When nobody waits it answers null, and who is being served stays: there is no
 * next one to make room for. Two counters never get one ticket.
 */
@Injectable()
export class CallNextTicket {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: TicketStore,
    private readonly presentation: TicketPresentation,
  ) {}

  async run(ctx: CommandContext): Promise<ResponseOf<typeof endpoints.callNextTicket>> {
    const desk = deskOf(ctx.actor);
    return await this.runner.run(ctx, async (tx) => {
      // The desk's lock keeps two tabs of one counter apart.
      const [found] = await tx.query(LOCK_DESK, [desk.counterId]);
      const priorityRun = found?.priorityRun ?? 0;
      const [current] = await tx.query(LOCK_CURRENT, [desk.counterId]);
      if (current && isTicketCalled(current.status) && current.day === shanghaiToday(tx.now))
        throw new TicketStillCalled(ticketNumber(current.letter, current.serial));
      const isPriorityFirst = laneFirst(priorityRun) === 'priority';
      const [next] = await tx.query(LOCK_NEXT, [desk.hallId, shanghaiToday(tx.now), desk.counterId, isPriorityFirst]);
      await this.clear(tx, desk, current, next !== undefined);
      if (!next) return { ticket: null };
      const addressed = next.targetCounterId === desk.counterId;
      await Promise.all([
        tx.query(KEEP_RUN, [desk.counterId, nextPriorityRun(priorityRun, { priority: next.priority, addressed })]),
        this.store.save(tx, next, 'call', desk, called(next, desk, tx.now)),
      ]);
      return { ticket: await this.presentation.present(tx, next, desk.counterId, tx.now) };
    });
  }

  /** Makes the counter free for who comes: what was served is done with. A number of an earlier day goes either way. */
  private async clear(tx: CommandTx, desk: CallingDesk, current: Ticket | undefined, isFollowed: boolean): Promise<void> {
    if (!current) return;
    if (current.day !== shanghaiToday(tx.now)) return await this.store.save(tx, current, 'lapse', desk, { endedAt: tx.now });
    if (isFollowed) await this.store.save(tx, current, 'finish', desk, { ...leaveCounter(current, tx.now), endedAt: tx.now });
  }
}

function called(ticket: Ticket, { counterId, staffId }: CallingDesk, now: Date): Partial<Ticket> {
  return {
    counterId,
    staffId,
    targetCounterId: null,
    calledAt: now,
    lastCalledAt: now,
    callCount: 1,
    servingAt: null,
    waitingSince: null,
    waitedSeconds: ticket.waitedSeconds + secondsBetween(ticket.waitingSince, now),
  };
}
