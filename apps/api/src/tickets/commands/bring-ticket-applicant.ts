import { endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { requireTicketAction } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, Sealer, sql } from '../../platform/index.js';
import { TICKET_IDENTITY } from '../ticket-identity.js';
import { TicketStore, deskOf } from '../ticket-store.js';
import { TicketNotFound } from '../ticket-problems.js';
import { LOCK_TICKET } from '../ticket.statements.js';

type Answer = ResponseOf<typeof endpoints.bringTicketApplicant>;

const NAME_OF = sql<{ name: string }>(`SELECT name FROM applicant WHERE identity_type = $1 AND identity_index = $2`);
const shown = endpoints.bringTicketApplicant.response.shape.applicant.unwrap().shape.identityType;

/** The person's number as given at the kiosk, to the counter that called them and to nobody else; each time on record (R10.2). */
@Injectable()
export class BringTicketApplicant {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: TicketStore,
    private readonly sealer: Sealer,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<typeof endpoints.bringTicketApplicant>): Promise<Answer> {
    const desk = deskOf(ctx.actor);
    return this.runner.run(ctx, async (tx) => {
      const [ticket] = await tx.query(LOCK_TICKET, [params.id, desk.hallId]);
      if (!ticket) throw new TicketNotFound();
      // Who may finish a ticket has its person at the counter.
      requireTicketAction('finish', await this.store.factsOf(ticket, desk, tx.now));
      if (ticket.identitySealed === null) return { applicant: null };
      const { staffId: actorId } = desk;
      tx.audit({ action: 'ticket.applicant-brought', actorId, ip: ctx.ip, subjectType: 'ticket', subjectId: ticket.id });
      const [known] = await tx.query(NAME_OF, [ticket.identityType, ticket.identityIndex]);
      return {
        applicant: {
          identityType: shown.parse(ticket.identityType),
          identityNumber: this.sealer.open(ticket.identitySealed, TICKET_IDENTITY),
          name: known?.name ?? null,
        },
      };
    });
  }
}
