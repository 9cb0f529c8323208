import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { CasesModule } from '../cases/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AttendedCounters } from './attended-counters.js';
import { ActOnTicket } from './commands/act-on-ticket.js';
import { BringTicketApplicant } from './commands/bring-ticket-applicant.js';
import { CallNextTicket } from './commands/call-next-ticket.js';
import { LinkTicket } from './commands/link-ticket.js';
import { PassTicket } from './commands/pass-ticket.js';
import { TakeTicket } from './commands/take-ticket.js';
import { HallQueues } from './hall-queues.js';
import { CloseTicketDays } from './jobs/close-ticket-days.js';
import { ReleaseTickets } from './jobs/release-tickets.js';
import { PublicTicketsController } from './public-tickets.controller.js';
import { TicketDeskController } from './ticket-desk.controller.js';
import { TicketDeskReader } from './ticket-desk-reader.js';
import { TicketPlan } from './ticket-plan.js';
import { TicketSlips } from './ticket-slips.js';
import { TicketStore } from './ticket-store.js';
import { TicketStreamController } from './ticket-stream.controller.js';
import { TicketPresentation } from './ticket-view.js';
import { TicketsController } from './tickets.controller.js';

@Module({
  imports: [ApplicantsModule, CasesModule, OrganisationModule],
  controllers: [PublicTicketsController, TicketStreamController, TicketDeskController, TicketsController],
  providers: [
    AttendedCounters,
    HallQueues,
    TicketSlips,
    TicketStore,
    TicketPresentation,
    TicketDeskReader,
    TakeTicket,
    CallNextTicket,
    ActOnTicket,
    PassTicket,
    LinkTicket,
    BringTicketApplicant,
    CloseTicketDays,
    ReleaseTickets,
    TicketPlan,
  ],
  exports: [HallQueues, TicketPlan],
})
export class TicketsModule {}
