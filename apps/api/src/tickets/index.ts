export { TicketPlan } from './ticket-plan.js';
export { TicketsModule } from './tickets.module.js';
