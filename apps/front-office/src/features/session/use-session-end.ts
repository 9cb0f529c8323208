import type { Session } from '@onewindow/contracts';
import { endSession, vault } from '@onewindow/ui';
import { useEffect } from 'react';
import { currentSession, SESSION_KEY, signOutOf } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';

const LOOK_EVERY_MS = 30_000;
const HANDS = ['keydown', 'pointerdown'] as const;

/** Nobody has worked here for as long as a session lasts: it ends on this machine also while the server is gone. */
async function endIdle(): Promise<void> {
  const session = currentSession();
  if (session) await endSession({ csrfToken: session.csrfToken, leave: () => vault.hold(), send: signOutOf });
  queryClient.setQueryData(SESSION_KEY, null);
}

/** Ends the session with the time without a hand on the screen, and follows other tabs that ended it. */
export function useSessionEnd(session: Session | null): void {
  const staffId = session?.staff.id ?? null;
  useEffect(() => {
    if (staffId === null) return;
    const touch = () => vault.touch();
    const look = window.setInterval(() => {
      void vault.isIdle().then((isIdle) => (isIdle ? endIdle() : undefined));
    }, LOOK_EVERY_MS);
    for (const hand of HANDS) window.addEventListener(hand, touch, { capture: true, passive: true });
    const stop = vault.onForgotten(() => {
      void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
    });
    return () => {
      window.clearInterval(look);
      for (const hand of HANDS) window.removeEventListener(hand, touch, { capture: true });
      stop();
    };
  }, [staffId]);
}
