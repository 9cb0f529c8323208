import { useEffect } from 'react';
import { endSession } from './ended-session.js';
import { vault } from './vault.js';

const LOOK_EVERY_MS = 30_000;
const HANDS = ['keydown', 'pointerdown', 'wheel'] as const;

/** What an application does about it; the same object at every rendering. */
export interface SessionEnd {
  /** DELETE /session with this token. */
  readonly send: (csrfToken: string) => Promise<unknown>;
  /** Nobody is signed in any more: the sign-in page's turn. */
  readonly onEnded: () => void;
  /** Another tab signed out, or in as somebody else: the session is asked for anew. */
  readonly onForgotten: () => void;
}

/**
 * Ends the session with the time without a hand on any screen of this browser, also while the server is gone, and follows other tabs that
 * ended it. The server's own time-out does not do it: a screen that follows the live stream reads, and so keeps its session, for ever.
 * @param csrfToken of the session; null while nobody is signed in
 */
export function useSessionEnd(csrfToken: string | null, { send, onEnded, onForgotten }: SessionEnd): void {
  useEffect(() => {
    if (csrfToken === null) return;
    const leave = async () => {
      await vault.hold();
      onEnded();
    };
    const endIdle = async () => {
      if (await vault.isIdle()) await endSession({ csrfToken, leave, send });
    };
    const touch = () => vault.touch();
    const look = window.setInterval(() => void endIdle(), LOOK_EVERY_MS);
    for (const hand of HANDS) window.addEventListener(hand, touch, { capture: true, passive: true });
    const stop = vault.onForgotten(onForgotten);
    return () => {
      window.clearInterval(look);
      for (const hand of HANDS) window.removeEventListener(hand, touch, { capture: true });
      stop();
    };
  }, [csrfToken, send, onEnded, onForgotten]);
}
