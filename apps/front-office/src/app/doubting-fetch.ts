import { heardServer, isAway, onAway } from './connection.js';

/** After so long without an answer the server is asked whether it is there. */
const DOUBT_MS = 4_000;
/** And while it is known to be gone: what is kept here is not waited for. */
const DOUBT_AWAY_MS = 1_000;
/** A browser refuses outright what would outlive its page and is larger than 64 KiB, with some room for others on their way. */
const MOST_KEPT_ALIVE_BYTES = 60_000;

/** May this call outlive its page? The saving of a form may; files, and parts of them, go on as long as the page is there. */
function outlivesPage(init: RequestInit | undefined): boolean {
  const body = init?.body;
  if (body === undefined || body === null) return (init?.method ?? 'GET') !== 'GET';
  return typeof body === 'string' && new TextEncoder().encode(body).byteLength < MOST_KEPT_ALIVE_BYTES;
}

/**
 * A call that does not wait for ever: a line that is open and dead brings neither answer nor failure. When the server proves to be gone,
 * the call fails as it does without a network, and what is kept on this machine takes over; writing calls go out again under their key.
 * A slow answer of a server that is there is waited for.
 */
export const doubtingFetch: typeof fetch = async (input, init) => {
  const line = new AbortController();
  const given = init?.signal ?? null;
  const giveUp = () => line.abort();
  const stop = onAway(giveUp);
  const doubt = window.setTimeout(() => (isAway() ? giveUp() : heardServer(false)), isAway() ? DOUBT_AWAY_MS : DOUBT_MS);
  try {
    const answer = await fetch(input, {
      ...init,
      signal: given ? AbortSignal.any([given, line.signal]) : line.signal,
      // A page that is being left lets its last saving go on: nothing typed is lost by a reload.
      ...(document.visibilityState === 'hidden' && outlivesPage(init) ? { keepalive: true } : {}),
    });
    heardServer(answer.status < 502 || answer.status > 504);
    return answer;
  } catch (error) {
    // What the screen itself gave up says nothing of the line.
    if (given?.aborted) throw error;
    heardServer(false);
    throw line.signal.aborted ? new TypeError('The server does not answer.') : error;
  } finally {
    window.clearTimeout(doubt);
    stop();
  }
};
