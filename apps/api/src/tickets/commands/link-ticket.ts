import type { endpoints, InputOf, TicketView } from '@onewindow/contracts';
import { isTicketServed, requireTicketAction } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseNotFound, CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { TicketNotFound } from '../ticket-problems.js';
import { deskOf, TicketStore } from '../ticket-store.js';
import { LINK_CASE, LOCK_TICKET } from '../ticket.statements.js';
import { TicketPresentation } from '../ticket-view.js';

/** The ticket's person has come and their case lies on the counter: 开始办理. A second case of the same sitting takes the first one's place. */
@Injectable()
export class LinkTicket {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: TicketStore,
    private readonly cases: CaseStore,
    private readonly presentation: TicketPresentation,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.linkTicket>): Promise<{ ticket: TicketView }> {
    const desk = deskOf(ctx.actor);
    return this.runner.run(ctx, async (tx) => {
      const [ticket] = await tx.query(LOCK_TICKET, [params.id, desk.hallId]);
      if (!ticket) throw new TicketNotFound();
      const facts = await this.store.factsOf(ticket, desk, tx.now);
      const row = await this.cases.get(ctx.actor, body.caseId, tx);
      if (row.hallId !== desk.hallId) throw new CaseNotFound();
      if (isTicketServed(ticket.status) && facts.isHolder && facts.day === facts.today) {
        ticket.caseId = row.id;
        await tx.query(LINK_CASE, [ticket.id, row.id]);
      } else {
        requireTicketAction('serve', facts);
        await this.store.save(tx, ticket, 'serve', desk, { servingAt: tx.now, caseId: row.id });
      }
      return { ticket: await this.presentation.present(tx, ticket, desk.counterId, tx.now) };
    });
  }
}
