export { HallQueues } from './hall-queues.js';
export { TicketPlan } from './ticket-plan.js';
export { TicketsModule } from './tickets.module.js';
