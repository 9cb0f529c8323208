import { describe, expect, it } from '@jest/globals';
import { DomainError, TransitionNotAllowed } from './errors.js';
import {
  isTicketAtCounter,
  isTicketCalled,
  isTicketServed,
  isTicketWaiting,
  ticketNumber,
  type TicketStatus,
  TICKET_STATUSES,
  TICKET_STATUSES_AT_COUNTER,
} from './ticket-status.js';
import {
  nextTicketStatus,
  requireTicketAction,
  type TicketAction,
  ticketActionsFor,
  type TicketFacts,
  TICKET_ACTIONS,
  TICKET_TRANSITIONS,
} from './ticket-transitions.js';

/** The table copied by hand: every pair that is not here must be refused. */
const TABLE: Record<string, TicketStatus> = {
  'waiting call': 'called',
  'passed call': 'called',
  'called recall': 'called',
  'called serve': 'serving',
  'called skip': 'skipped',
  'called pass': 'passed',
  'serving pass': 'passed',
  'called finish': 'finished',
  'serving finish': 'finished',
  'skipped requeue': 'waiting',
  'called release': 'waiting',
  'passed release': 'waiting',
  'waiting lapse': 'lapsed',
  'called lapse': 'lapsed',
  'serving lapse': 'lapsed',
  'passed lapse': 'lapsed',
  'skipped lapse': 'lapsed',
};

const BY: Record<TicketAction, string[]> = {
  call: ['counter'],
  recall: ['holder'],
  serve: ['holder'],
  skip: ['holder'],
  pass: ['holder'],
  finish: ['holder'],
  requeue: ['hall'],
  release: ['system'],
  lapse: ['system'],
};

const facts = (more: Partial<TicketFacts> = {}): TicketFacts => ({
  number: 'A012',
  status: 'called',
  day: '2026-10-29',
  today: '2026-10-29',
  heldBy: 5,
  isHolder: true,
  ...more,
});

function codeOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return error instanceof DomainError ? error.code : 'other';
  }
  return 'allowed';
}

describe('actions on a ticket', () => {
  it('are at a counter once called, and until whoever was called has been served', () => {
    expect(TICKET_STATUSES.filter(isTicketAtCounter)).toEqual(['called', 'serving']);
    expect(TICKET_STATUSES.filter(isTicketCalled)).toEqual(['called']);
    expect(TICKET_STATUSES.filter(isTicketServed)).toEqual(['serving']);
  });

  for (const status of TICKET_STATUSES) {
    for (const action of TICKET_ACTIONS) {
      const to = TABLE[`${status} ${action}`];
      it(`${status} + ${action} → ${to ?? 'refused'}`, () => {
        if (to === undefined) expect(() => nextTicketStatus(status, action)).toThrow(TransitionNotAllowed);
        else expect(nextTicketStatus(status, action)).toBe(to);
        const code = to === undefined ? 'ticket.transition-not-allowed' : 'allowed';
        expect(codeOf(() => requireTicketAction(action, facts({ status })))).toBe(code);
      });

      it(`${status} + ${action} by another counter and on another day`, () => {
        const isHolders = BY[action].includes('holder');
        const foreign = to === undefined ? 'ticket.transition-not-allowed' : isHolders ? 'ticket.held-by-other' : 'allowed';
        expect(codeOf(() => requireTicketAction(action, facts({ status, isHolder: false })))).toBe(foreign);
        const late = action === 'lapse' ? (to === undefined ? 'ticket.transition-not-allowed' : 'allowed') : 'ticket.day-over';
        expect(codeOf(() => requireTicketAction(action, facts({ status, today: '2026-10-30' })))).toBe(late);
      });
    }
  }

  it.each(TICKET_ACTIONS)('%s is done by those of its row', (action) => {
    expect(TICKET_TRANSITIONS[action].by).toEqual(BY[action]);
  });

  it('every status but the first is reached, and every status leads to an end', () => {
    const reached = new Set<TicketStatus>(['waiting']);
    for (let round = 0; round < TICKET_STATUSES.length; round += 1)
      for (const { from, to } of Object.values(TICKET_TRANSITIONS)) if (from.some((status) => reached.has(status))) reached.add(to);
    expect([...reached].sort()).toEqual([...TICKET_STATUSES].sort());
    for (const status of TICKET_STATUSES) {
      if (status === 'finished' || status === 'lapsed') continue;
      expect(nextTicketStatus(status, 'lapse')).toBe('lapsed');
    }
  });

  it('a ticket waits, is at a counter, or neither', () => {
    expect(TICKET_STATUSES.filter(isTicketWaiting)).toEqual(['waiting', 'passed']);
    expect(TICKET_STATUSES_AT_COUNTER).toEqual(TICKET_TRANSITIONS.pass.from);
  });
});

describe('what a counter is offered', () => {
  it('names the reason of each action that cannot be taken', () => {
    expect(ticketActionsFor(facts())).toEqual([
      { action: 'recall', allowed: true },
      { action: 'skip', allowed: true },
      { action: 'pass', allowed: true },
      { action: 'finish', allowed: true },
    ]);
    const serving = ticketActionsFor(facts({ status: 'serving' }));
    expect(serving.map(({ allowed }) => allowed)).toEqual([false, false, true, true]);
    expect(serving[0]?.reason).toBe('A012 办理中，重呼限于“已叫号”时。刷新');
    expect(ticketActionsFor(facts({ isHolder: false }))[0]?.reason).toBe('A012 在 5 号窗口，由该窗口办理。刷新');
    expect(ticketActionsFor(facts({ isHolder: false, heldBy: null }))[3]?.reason).toBe('A012 不在本窗口。刷新');
  });
});

describe('ticket numbers', () => {
  it.each([
    ['A', 1, 'A001'],
    ['P', 6, 'P006'],
    ['B', 999, 'B999'],
    ['B', 1000, 'B1000'],
  ])('%s and %i make %s', (letter, serial, number) => {
    expect(ticketNumber(letter, serial)).toBe(number);
  });
});
