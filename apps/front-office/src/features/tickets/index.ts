export { TicketStrip, type TicketStripProps } from './ticket-strip.js';
export { ticketApplicant } from './ticket-applicant.js';
export { useNextCall } from './use-next-call.js';
