import { useSyncExternalStore } from 'react';

/** How the line to the server stands. */
export interface Connection {
  /** The live stream: without it the screen does not follow by itself. */
  readonly live: boolean;
  /** ISO instant since which the server does not answer; null while it does. */
  readonly awaySince: string | null;
}

/** While the server is gone it is asked after this whether it is there again. */
const ASK_AGAIN_MS = 2_000;
const ASK_PATIENCE_MS = 5_000;

let state: Connection = { live: true, awaySince: null };
let asking = false;
const listeners = new Set<() => void>();
const returns = new Set<() => void>();
const departures = new Set<() => void>();

function become(next: Connection): void {
  if (next.live === state.live && next.awaySince === state.awaySince) return;
  const isBack = state.awaySince !== null && next.awaySince === null;
  const isGone = state.awaySince === null && next.awaySince !== null;
  state = next;
  for (const listener of listeners) listener();
  if (isBack) for (const back of returns) back();
  if (isGone) for (const gone of [...departures]) gone();
}

/** Told by the live stream: a line that broke may be the stream's alone, so the server is asked. */
export function setLive(live: boolean): void {
  become({ live, awaySince: live ? null : state.awaySince });
  if (!live) void ask();
}

/** Told by every call: an answer came, or none. */
export function heardServer(answered: boolean): void {
  if (answered) become({ ...state, awaySince: null });
  else void ask();
}

async function isThere(): Promise<boolean> {
  try {
    const answer = await fetch('/api/health/live', { signal: AbortSignal.timeout(ASK_PATIENCE_MS), cache: 'no-store' });
    return answer.status < 502 || answer.status > 504;
  } catch {
    return false;
  }
}

/** Asks the server whether it is there, until it is. */
async function ask(): Promise<void> {
  if (asking) return;
  asking = true;
  while (!(await isThere())) {
    become({ ...state, awaySince: state.awaySince ?? new Date().toISOString() });
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, ASK_AGAIN_MS);
      // A cable that is put back need not wait.
      window.addEventListener(
        'online',
        () => {
          window.clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    });
  }
  asking = false;
  become({ ...state, awaySince: null });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const snapshot = (): Connection => state;

/** How the line to the server stands now. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, snapshot);
}

/** Why what needs the server cannot be done now; undefined while it can. */
export function useAwayReason(): string | undefined {
  return useConnection().awaySince === null ? undefined : '连不上服务器，恢复后再办';
}

/** Calls whenever the server answers again. @returns stops it */
export function onReturn(back: () => void): () => void {
  returns.add(back);
  return () => returns.delete(back);
}

/** Calls when the server is found to be gone. @returns stops it */
export function onAway(gone: () => void): () => void {
  departures.add(gone);
  return () => departures.delete(gone);
}

/** Asks now: a page that has just come back does not know yet. What is found is known to all from then on. */
export async function isReachable(): Promise<boolean> {
  if (state.awaySince !== null || !(await isThere())) {
    become({ ...state, awaySince: state.awaySince ?? new Date().toISOString() });
    void ask();
    return false;
  }
  return true;
}

/** Whether the server is known to be gone. */
export const isAway = (): boolean => state.awaySince !== null;
