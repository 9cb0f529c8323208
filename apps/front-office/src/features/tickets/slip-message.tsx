import type { TicketDesk } from '@onewindow/contracts';
import { MessageBar } from '@onewindow/ui';
import type { useSlipScan } from './use-slip-scan.js';

export interface SlipMessageProps {
  scanned: ReturnType<typeof useSlipScan>;
  desk: TicketDesk | undefined;
  onRequeue: (id: string) => void;
}

/** What the scanned slip says; who was passed over can queue up anew right here. */
export function SlipMessage({ scanned: { slip, clear }, desk, onRequeue }: SlipMessageProps) {
  if (!slip) return null;
  const skipped = desk?.skipped.find(({ number }) => number === slip.number);
  const again = () => {
    if (!skipped) return;
    clear();
    onRequeue(skipped.id);
  };
  return (
    <MessageBar
      kind={slip.number === null ? 'conflict' : 'done'}
      onClose={clear}
      {...(skipped ? { onAction: again, actionLabel: '重新排队' } : {})}
    >
      {slip.words}
    </MessageBar>
  );
}
