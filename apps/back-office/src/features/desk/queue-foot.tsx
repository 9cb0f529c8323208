import type { TaskRow } from '@onewindow/contracts';
import { ActionButton, Button, KeyHints } from '@onewindow/ui';
import type { InboxTab } from './desk-filters.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['Enter'], '打开'],
  [['X'], '选中'],
] as const;

export interface QueueFootProps {
  tab: InboxTab;
  /** Where the keys act. */
  row: TaskRow | undefined;
  chosen: number;
  /** The ticked rows could be claimed; what is in hand already can't. */
  claimable: boolean;
  busy: boolean;
  /** How many wait in the pool. */
  inPool: number;
  onClaim: () => void;
  onClaimNext: () => void;
  onBatch: () => void;
}

/** The foot of the queue: keys, and what is done with the ticked rows or the one under the cursor. */
export function QueueFoot({ tab, row, chosen, claimable, busy, inPool, onClaim, onClaimNext, onBatch }: QueueFootProps) {
  const offer = chosen > 0 ? { action: 'claim', allowed: true } : row?.actions.find(({ action }) => action === 'claim');
  const claims = tab !== 'mine' && (chosen === 0 || claimable);
  return (
    <div className="bo-queue-foot">
      {chosen > 0 ? <span className="bo-queue-chosen">已选 {chosen} 件</span> : <KeyHints hints={HINTS} />}
      <span className="bo-spacer" />
      {chosen > 0 ? <Button size="small" label={`批量办 ${chosen} 件`} keys="A" onClick={onBatch} /> : null}
      {claims ? (
        <ActionButton
          action={offer}
          label={chosen > 0 ? `签收 ${chosen} 件` : '签收'}
          size="small"
          keys="C"
          busy={busy}
          onAct={onClaim}
          reasonAt="elsewhere"
          {...(row || chosen > 0 ? {} : { hindrance: '先选一件' })}
        />
      ) : null}
      {tab === 'mine' && chosen === 0 ? (
        <Button size="small" label="签收下一件" keys="C" disabled={inPool === 0} busy={busy} onClick={onClaimNext} />
      ) : null}
    </div>
  );
}
