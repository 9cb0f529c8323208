import type { TicketDesk } from '@onewindow/contracts';
import { Button } from '@onewindow/ui';

/** Who was not there when called and stands at the counter now: back into the queue, at its end. */
export function SkippedLine({ skipped, onRequeue }: { skipped: TicketDesk['skipped']; onRequeue: (id: string) => void }) {
  return (
    <div className="fo-ticket-line" role="group" aria-label="过号">
      <span className="ow-secondary">{skipped.length === 0 ? '今天没有过号的。' : '过号，重新排到队尾'}</span>
      {skipped.map(({ id, number }) => (
        <Button key={id} size="small" label={number} onClick={() => onRequeue(id)} />
      ))}
    </div>
  );
}
