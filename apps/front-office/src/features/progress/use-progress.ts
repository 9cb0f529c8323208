import { useCallback, useEffect, useState } from 'react';

/** What the page shows; the shape of `endpoints.getProgress`. */
export interface Progress {
  caseNo: string;
  itemName: string;
  status: string;
  statusWords: string;
  promisedDue: string | null;
  promisedRemaining: number | null;
  statutoryDue: string | null;
  steps: { name: string; state: 'done' | 'current' | 'future'; words: string | null; at: string | null; day: string | null }[];
  updatedAt: string;
}

export type ProgressState = { state: 'waiting' } | { state: 'ready'; progress: Progress } | { state: 'failed'; words: string };

/** Seconds after which a page that stays open looks again. */
const AGAIN_MS = 60_000;

async function read(token: string, signal: AbortSignal): Promise<ProgressState> {
  // The page loads neither the endpoint table nor its schemas: this one read is all it does.
  const response = await fetch(`/api/progress/${encodeURIComponent(token)}`, { signal, headers: { accept: 'application/json' } });
  if (response.ok) return { state: 'ready', progress: (await response.json()) as Progress };
  const problem: unknown = await response.json().catch(() => null);
  const title = typeof problem === 'object' && problem !== null && 'title' in problem ? String(problem.title) : '';
  return { state: 'failed', words: title || '现在查不到进度，过一会儿再看。' };
}

/** Reads the progress of one case by the token of its receipt, and again every minute while the page is open. */
export function useProgress(token: string): ProgressState & { again: () => void } {
  const [state, setState] = useState<ProgressState>({ state: 'waiting' });
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((n) => n + 1), []);
  useEffect(() => {
    const stop = new AbortController();
    read(token, stop.signal)
      .then(setState)
      .catch(() => {
        if (!stop.signal.aborted)
          setState((old) => (old.state === 'ready' ? old : { state: 'failed', words: '网络中断，没有查到。连上后再看。' }));
      });
    const timer = window.setTimeout(again, AGAIN_MS);
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [token, tries, again]);
  return { ...state, again };
}
