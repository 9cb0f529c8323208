import { ProblemError } from '@onewindow/api-client';
import { tagOf } from './sealing.js';

const KEY = 'ow.signed-out';

function marked(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function mark(tag: string | null): void {
  try {
    if (tag === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, tag);
  } catch {
    // Without storage the session ends at the server by itself.
  }
}

/** Tells the server; once it knows, the mark is needed no more. That of another session, which ended since, stays. */
async function tell(csrfToken: string, tag: string, send: (csrfToken: string) => Promise<unknown>): Promise<void> {
  try {
    await send(csrfToken);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Anything but 401: it may live on there, so the mark stays.
    if (error.status !== 401) return;
  }
  if (marked() === tag) mark(null);
}

/** The server takes the cookie away as it answers: who signs in before that would lose the new one. */
let telling: Promise<void> = Promise.resolve();
const LONGEST_TELLING_MS = 2_000;

/** Resolves when a sign-out of this page is answered, or soon in any case. To be awaited before somebody signs in. */
export async function signOutAnswered(): Promise<void> {
  await Promise.race([telling, new Promise((resolve) => setTimeout(resolve, LONGEST_TELLING_MS))]);
}

/** How a session is ended. */
export interface SessionEnding {
  readonly csrfToken: string;
  /** What this machine forgets, before the server is asked: a line that is down must not keep it. */
  readonly leave: () => Promise<void>;
  /** DELETE /session with this token. */
  readonly send: (csrfToken: string) => Promise<unknown>;
}

/**
 * Ends a session on this machine, whether or not the server hears of it. The cookie cannot be taken back from here: until the server has
 * ended the session, a mark of it says that whoever finds it open is not to be let in.
 */
export async function endSession({ csrfToken, leave, send }: SessionEnding): Promise<void> {
  const tag = await tagOf(csrfToken);
  mark(tag);
  await leave();
  telling = tell(csrfToken, tag, send);
  await telling;
}

/**
 * Was this session ended here while the server could not be told? Then it is told now.
 * @returns true: nobody is signed in, whatever the server says
 */
export async function wasEndedHere(csrfToken: string, send: SessionEnding['send']): Promise<boolean> {
  const ended = marked();
  const tag = await tagOf(csrfToken);
  if (ended !== tag) return false;
  await tell(csrfToken, tag, send);
  return true;
}
