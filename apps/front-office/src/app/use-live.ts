import { useLiveStream } from '@onewindow/ui';
import { useEffect } from 'react';
import { setLive } from './connection.js';

/** Keeps what is on the screen true, and says everywhere whether the line stands. @param session a new one opens a new stream */
export function useLive(session: string): void {
  const connected = useLiveStream(session);
  useEffect(() => setLive(connected), [connected]);
}
