/**
 * The states of a ticket (取号叫号). `passed` waits anew, at the counter or for the business that it was sent on to; `lapsed` was
 * still in the queue when its day ended.
 */
export const TICKET_STATUSES = ['waiting', 'called', 'serving', 'passed', 'skipped', 'finished', 'lapsed'] as const;

export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Chinese names of the statuses. */
export const TICKET_STATUS_LABELS = {
  waiting: '等候',
  called: '已叫号',
  serving: '办理中',
  passed: '已转，等候',
  skipped: '已过号',
  finished: '已办结',
  lapsed: '已作废',
} as const satisfies Record<TicketStatus, string>;

/** In a queue: a counter can call the ticket. */
export const QUEUED_TICKET_STATUSES = ['waiting', 'passed'] as const satisfies readonly TicketStatus[];

/** A counter has the ticket; it has at most one. */
export const TICKET_STATUSES_AT_COUNTER = ['called', 'serving'] as const satisfies readonly TicketStatus[];

/** True while the ticket stands in a queue: a counter can call it. */
export function isTicketWaiting(status: TicketStatus): boolean {
  return (QUEUED_TICKET_STATUSES as readonly TicketStatus[]).includes(status);
}

/** True while a counter has the ticket: called, or served. */
export function isTicketAtCounter(status: TicketStatus): boolean {
  return (TICKET_STATUSES_AT_COUNTER as readonly TicketStatus[]).includes(status);
}

/** True while a counter has called and nobody has come yet. */
export function isTicketCalled(status: TicketStatus): boolean {
  return status === 'called';
}

/** True while its holder is being served. */
export function isTicketServed(status: TicketStatus): boolean {
  return status === 'serving';
}

/**
 * The number as it is printed, shown and spoken: A012.
 * @param letter of the series, one capital letter
 * @param serial from 1, per hall, day and letter
 */
export function ticketNumber(letter: string, serial: number): string {
  return `${letter}${String(serial).padStart(3, '0')}`;
}
