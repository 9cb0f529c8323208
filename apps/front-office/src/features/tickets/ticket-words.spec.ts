import { describe, expect, it } from '@jest/globals';
import type { TicketView } from '@onewindow/contracts';
import { ticketWords, waitingParts } from './ticket-words.js';

const TICKET: TicketView = {
  id: 'a',
  number: 'A012',
  kindId: 'k',
  kindName: '综合受理',
  priority: false,
  status: 'called',
  day: '2026-10-29',
  takenAt: '2026-10-29T01:00:00.000Z',
  calledAt: '2026-10-29T01:20:00.000Z',
  callCount: 2,
  servingAt: null,
  caseId: null,
  identityMasked: null,
  actions: [],
};

describe('words of the strip', () => {
  it('tells who waits, and nothing where nobody does', () => {
    expect(waitingParts({ all: 23, priority: 2, longestMinutes: 18 }).map(({ label, value }) => `${label} ${value}`)).toEqual([
      '等候 23',
      '绿色通道 2',
      '最久 18 分钟',
    ]);
    expect(waitingParts({ all: 3, priority: 0, longestMinutes: 0 })).toEqual([{ label: '等候', value: '3' }]);
    expect(waitingParts({ all: 0, priority: 0, longestMinutes: 0 })).toEqual([]);
  });

  it('tells how it stands with the ticket', () => {
    expect(ticketWords(TICKET)).toBe('综合受理·已叫 2 次');
    expect(ticketWords({ ...TICKET, status: 'serving', identityMasked: '440***********0025' })).toBe(
      '综合受理·办理中·取号时留了证件 440***********0025',
    );
  });
});
