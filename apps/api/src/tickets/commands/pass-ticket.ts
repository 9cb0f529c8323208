import type { endpoints, InputOf, TicketView } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { AttendedCounters } from '../attended-counters.js';
import { TicketKindUnknown, TicketTargetUnfit } from '../ticket-problems.js';
import { type CallingDesk, leaveCounter, TicketStore } from '../ticket-store.js';
import { FIND_KIND } from '../ticket.statements.js';
import type { Ticket } from '../ticket.entity.js';
import { TicketPresentation } from '../ticket-view.js';

type Input = InputOf<typeof endpoints.passTicket>;

/** 转窗口: to another counter, which calls it next, or to another business, where it keeps its place by arrival. The number stays. */
@Injectable()
export class PassTicket {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: TicketStore,
    private readonly presentation: TicketPresentation,
    private readonly organisation: Organisation,
    private readonly attended: AttendedCounters,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<{ ticket: TicketView }> {
    return this.runner.run(ctx, async (tx) => {
      const { ticket, desk } = await this.store.take(tx, ctx, params.id, 'pass');
      const target = 'counterId' in body ? await this.toCounter(tx, body.counterId, desk) : await this.toKind(tx, body.kindId, ticket);
      const leaving = { ...leaveCounter(ticket, tx.now), waitingSince: tx.now, counterId: null, staffId: null };
      await this.store.save(tx, ticket, 'pass', desk, { ...leaving, ...target, calledAt: null, servingAt: null }, target);
      return { ticket: await this.presentation.present(tx, ticket, desk.counterId, tx.now) };
    });
  }

  private async toCounter(tx: CommandTx, counterId: string, desk: CallingDesk): Promise<Pick<Ticket, 'targetCounterId'>> {
    if (counterId === desk.counterId) throw new TicketTargetUnfit('这就是本窗口。选别的窗口或业务。');
    const counter = (await this.organisation.snapshot()).counter(counterId) ?? (await this.organisation.counter(counterId));
    if (counter.hallId !== desk.hallId) throw new TicketTargetUnfit('只能转到本大厅的窗口。选本大厅的窗口。');
    if (!(await this.attended.of(tx, desk.hallId, tx.now)).has(counterId))
      throw new TicketTargetUnfit(`${counter.number} 号窗口现在没有人，没人叫号。选有人的窗口，或转为别的业务。`);
    return { targetCounterId: counterId };
  }

  private async toKind(tx: CommandTx, kindId: string, ticket: Ticket): Promise<Pick<Ticket, 'targetCounterId' | 'kindId'>> {
    if (kindId === ticket.kindId) throw new TicketTargetUnfit('这就是本号的业务。选别的业务或窗口。');
    const [kind] = await tx.query(FIND_KIND, [kindId, ticket.hallId]);
    if (!kind) throw new TicketKindUnknown();
    return { targetCounterId: null, kindId };
  }
}
