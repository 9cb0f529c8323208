import type { CaseDetail } from '@onewindow/contracts';

/** R2.2: until acceptance errors are corrected on the spot; the server refuses any later change. */
export function isOnCounter(status: CaseDetail['status']): boolean {
  return status === 'draft' || status === 'received' || status === 'supplementing';
}
