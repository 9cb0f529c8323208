import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftLock, type DraftLockEvents, type Hold } from './draft-lock.js';

/** Where a browser has no locks every tab writes, and versions tell them apart on the server. */
const canLock = (): boolean => 'locks' in navigator && typeof BroadcastChannel !== 'undefined';

/**
 * Whether this tab may write a draft.
 * @param id of the case; another one asks anew
 * @param events what to do when the draft comes or goes
 */
export function useDraftLock(id: string, events: Omit<DraftLockEvents, 'onHold'>): { hold: Hold; takeOver: () => void } {
  const [state, setState] = useState<{ id: string; hold: Hold }>({ id, hold: canLock() ? 'asking' : 'held' });
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const lock = useRef<DraftLock | null>(null);
  useEffect(() => {
    if (!canLock()) return;
    const own = new DraftLock(id, {
      onGained: () => latest.current.onGained(),
      onAsked: () => latest.current.onAsked(),
      onLost: () => latest.current.onLost(),
      onHold: (hold) => setState({ id, hold }),
    });
    lock.current = own;
    return () => own.close();
  }, [id]);
  const takeOver = useCallback(() => lock.current?.takeOver(), []);
  return { hold: state.id === id ? state.hold : canLock() ? 'asking' : 'held', takeOver };
}
