import { DomainError, type Refusal, refusal, TransitionNotAllowed } from './errors.js';
import type { IsoDate } from './dates.js';
import { type TicketStatus, TICKET_STATUS_LABELS } from './ticket-status.js';
import type { ActionOffer, Transition } from './transition.js';

/** What can be done to a ticket. */
export const TICKET_ACTIONS = ['call', 'recall', 'serve', 'skip', 'pass', 'finish', 'requeue', 'release', 'lapse'] as const;

export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** `counter`: any counter that serves the ticket's business. `holder`: the counter that called it. `hall`: any counter of the hall. */
export type TicketActor = 'counter' | 'holder' | 'hall' | 'system';

/**
 * 取号叫号, row by row. Who was not there when called queues up anew (`requeue`) and is never called out of turn; who was called by a counter, or sent
 * on to one, where nobody is any more waits for the others again, in the old place (`release`).
 */
export const TICKET_TRANSITIONS = {
  call: { label: '叫号', from: ['waiting', 'passed'], to: 'called', by: ['counter'] },
  recall: { label: '重呼', from: ['called'], to: 'called', by: ['holder'] },
  serve: { label: '开始办理', from: ['called'], to: 'serving', by: ['holder'] },
  skip: { label: '过号', from: ['called'], to: 'skipped', by: ['holder'] },
  pass: { label: '转窗口', from: ['called', 'serving'], to: 'passed', by: ['holder'] },
  finish: { label: '办结', from: ['called', 'serving'], to: 'finished', by: ['holder'] },
  requeue: { label: '重新排队', from: ['skipped'], to: 'waiting', by: ['hall'] },
  release: { label: '退回排队', from: ['called', 'passed'], to: 'waiting', by: ['system'] },
  lapse: { label: '作废', from: ['waiting', 'called', 'serving', 'passed', 'skipped'], to: 'lapsed', by: ['system'] },
} as const satisfies Record<TicketAction, Transition<TicketStatus, TicketActor>>;

/** What of a ticket and of who asks decides about actions. */
export interface TicketFacts {
  /** A012, for the sentence. */
  number: string;
  status: TicketStatus;
  /** The day on which the number was drawn. */
  day: IsoDate;
  today: IsoDate;
  /** The counter that has the ticket, by its number in the hall; null when none has. */
  heldBy: number | null;
  /** The counter of who asks is the one that called it. */
  isHolder: boolean;
}

/** Actions that a counter sees for the ticket it has; calling is of the queue and lapsing of the system. */
const COUNTER_ACTIONS = ['recall', 'skip', 'pass', 'finish'] as const satisfies readonly TicketAction[];

/** The actions of the counter that has the ticket, in the order of the screen; the impossible ones with their reason. */
export function ticketActionsFor(facts: TicketFacts): ActionOffer<(typeof COUNTER_ACTIONS)[number]>[] {
  return COUNTER_ACTIONS.map((action) => {
    const refused = ticketRefusal(action, facts);
    return refused === null ? { action, allowed: true } : { action, allowed: false, reason: refused.title };
  });
}

/**
 * The status after an action.
 * @throws TransitionNotAllowed (409, `ticket.transition-not-allowed`) when the table has no such row.
 */
export function nextTicketStatus(status: TicketStatus, action: TicketAction): TicketStatus {
  if (!hasTicketTransition(status, action)) {
    throw new TransitionNotAllowed('ticket', status, action, `本号${TICKET_STATUS_LABELS[status]}，${whenAllowed(action)}。刷新`);
  }
  return TICKET_TRANSITIONS[action].to;
}

/**
 * Refuses what the day, the table or the counter don't allow.
 * @throws DomainError `ticket.day-over`, TransitionNotAllowed, or `ticket.held-by-other` (all 409)
 */
export function requireTicketAction(action: TicketAction, facts: TicketFacts): void {
  const refused = ticketRefusal(action, facts);
  if (refused !== null) throw refused.error();
}

function hasTicketTransition(status: TicketStatus, action: TicketAction): boolean {
  return (TICKET_TRANSITIONS[action].from as readonly TicketStatus[]).includes(status);
}

function whenAllowed(action: TicketAction): string {
  const { label, from } = TICKET_TRANSITIONS[action];
  return `${label}限于${from.map((status) => `“${TICKET_STATUS_LABELS[status]}”`).join('、')}时`;
}

function ticketRefusal(action: TicketAction, { number, status, day, today, heldBy, isHolder }: TicketFacts): Refusal | null {
  if (day !== today && action !== 'lapse') {
    return refusal({ code: 'ticket.day-over', title: `${number} 是 ${day} 的号，当日有效。请重新取号`, kind: 'state', facts: { day } });
  }
  if (!hasTicketTransition(status, action)) {
    const title = `${number} ${TICKET_STATUS_LABELS[status]}，${whenAllowed(action)}。刷新`;
    return { title, error: () => new TransitionNotAllowed('ticket', status, action, title) };
  }
  const byHolder = (TICKET_TRANSITIONS[action].by as readonly TicketActor[]).includes('holder');
  if (byHolder && !isHolder) {
    const title = heldBy === null ? `${number} 不在本窗口。刷新` : `${number} 在 ${heldBy} 号窗口，由该窗口办理。刷新`;
    return { title, error: () => new DomainError({ code: 'ticket.held-by-other', title, kind: 'state', facts: { counter: heldBy } }) };
  }
  return null;
}
