import { isWithinHours, shanghaiTimeOf } from '@onewindow/domain';
import type { TicketKind } from './ticket-kind.entity.js';

/** Chinese: why the business gives no number at this moment; null when it does. */
export function whyClosed(
  { closedReason, opensAt, closesAt }: Pick<TicketKind, 'closedReason' | 'opensAt' | 'closesAt'>,
  now: Date,
): string | null {
  if (closedReason !== null) return closedReason;
  return isWithinHours(shanghaiTimeOf(now), opensAt, closesAt) ? null : `取号时间 ${opensAt}–${closesAt}`;
}
