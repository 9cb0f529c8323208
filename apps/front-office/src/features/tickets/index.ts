export { TicketStrip, type TicketStripProps } from './ticket-strip.js';
export { useNextCall } from './use-next-call.js';
