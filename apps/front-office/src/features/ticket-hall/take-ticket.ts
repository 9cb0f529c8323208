import type { TicketSlip } from '@onewindow/contracts';
import { titleOf } from './hall-state.js';

export interface TicketWish {
  kindId: string;
  priority: boolean;
  /** As read from the card or typed; empty when none was given. */
  identityNumber: string;
}

/** A refusal in the server's words. */
export class TicketRefused extends Error {}

/**
 * Draws a number. The request carries a number of its own, so that a lost answer, asked for again, is the same ticket.
 * @throws TicketRefused with the Chinese sentence
 */
export async function takeTicket(hall: string, requestId: string, { kindId, priority, identityNumber }: TicketWish): Promise<TicketSlip> {
  const identity = identityNumber === '' ? {} : { identity: { identityType: 'idCard', identityNumber } };
  let response: Response;
  try {
    response = await fetch(`/api/halls/${encodeURIComponent(hall)}/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ requestId, kindId, priority, ...identity }),
    });
  } catch {
    throw new TicketRefused('网络中断，没有取到号。再按一次，不会重复出号。');
  }
  if (!response.ok) throw new TicketRefused((await titleOf(response)) ?? '没有取到号。再按一次，或到导办台取号。');
  return (await response.json()) as TicketSlip;
}
