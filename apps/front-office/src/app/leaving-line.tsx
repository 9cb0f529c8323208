import { MessageBar, vault } from '@onewindow/ui';
import { useConnection } from './connection.js';
import { UNSENT } from './kept.js';

/** Drafts whose latest text has not reached the server: what a sign-out would wipe with the rest. */
export function unsentCount(): number {
  return vault.names(UNSENT).length;
}

export interface LeavingLineProps {
  onStay: () => void;
  onLeave: () => void;
}

/** Signing out while the server is away wipes what this machine keeps: it is said first, and done on a second word alone. */
export function LeavingLine({ onStay, onLeave }: LeavingLineProps) {
  const isAway = useConnection().awaySince !== null;
  if (!isAway) return null;
  return (
    <MessageBar kind="conflict" onAction={onLeave} actionLabel="丢掉没有送出的，退出" onClose={onStay}>
      {`${unsentCount()} 份草稿有没送出的内容。现在退出，本机不再保留，这些内容就没有了。等恢复后再退出，或收起本条接着办。`}
    </MessageBar>
  );
}
