import type { TicketDesk, TicketView } from '@onewindow/contracts';
import { isTicketCalled } from '@onewindow/domain';

/** 等候 23·绿色通道 2·最久 18 分钟; the longest only where there is room. */
export function waitingParts({ all, priority, longestMinutes }: TicketDesk['waiting']): { label: string; value: string }[] {
  if (all === 0) return [];
  return [
    { label: '等候', value: String(all) },
    ...(priority > 0 ? [{ label: '绿色通道', value: String(priority) }] : []),
    ...(longestMinutes > 0 ? [{ label: '最久', value: `${longestMinutes} 分钟` }] : []),
  ];
}

/** What is told of the ticket at the counter. */
export function ticketWords(ticket: TicketView): string {
  const parts = [
    ticket.kindName,
    isTicketCalled(ticket.status) ? `已叫 ${ticket.callCount} 次` : '办理中',
    ticket.identityMasked ? `取号时留了证件 ${ticket.identityMasked}` : '',
  ];
  return parts.filter(Boolean).join('·');
}

/** Does this counter call numbers: one that serves no business does when somebody is sent on to it. */
export function isCalling({ serves, waiting, current }: Pick<TicketDesk, 'serves' | 'waiting' | 'current'>): boolean {
  return serves.length > 0 || waiting.all > 0 || current !== null;
}
