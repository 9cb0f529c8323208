import type { TicketHall } from '@onewindow/contracts';
import { useEffect, useState } from 'react';

export type HallState = { state: 'waiting' } | { state: 'ready'; hall: TicketHall; stale: boolean } | { state: 'failed'; words: string };

/** While the stream stands, once a minute: expected times move by themselves. Without it, every few seconds. */
const CALM_MS = 60_000;
const POLL_MS = 4_000;

async function read(code: string, signal: AbortSignal): Promise<HallState> {
  const response = await fetch(`/api/halls/${encodeURIComponent(code)}/tickets`, { signal, headers: { accept: 'application/json' } });
  if (response.ok) return { state: 'ready', hall: (await response.json()) as TicketHall, stale: false };
  // A torn code is no hall's either; what the server has against it is a word for programs.
  if (response.status === 400) return { state: 'failed', words: '没有这个大厅。核对设备上的地址。' };
  return { state: 'failed', words: (await titleOf(response)) ?? '现在读不到叫号，过一会儿自动再读。' };
}

/** The Chinese sentence of a refusal. */
export async function titleOf(response: Response): Promise<string | null> {
  const problem: unknown = await response.json().catch(() => null);
  return typeof problem === 'object' && problem !== null && 'title' in problem && typeof problem.title === 'string' ? problem.title : null;
}

/**
 * The present state of a hall's queues, kept true by the public stream; a broken line is asked around.
 * @param code of the hall, from the address
 */
export function useHallState(code: string): HallState {
  const [state, setState] = useState<HallState>({ state: 'waiting' });
  useEffect(() => {
    const stop = new AbortController();
    let isLive = false;
    let timer = 0;
    let under: Promise<void> | null = null;
    let again = false;
    const look = (): void => {
      // One read at a time: what changes meanwhile is read once more after it.
      if (under) {
        again = true;
        return;
      }
      window.clearTimeout(timer);
      under = read(code, stop.signal)
        .then(setState)
        .catch(() => {
          // A dead line may keep its stream open: what can't be read tells it first, and is asked for every few seconds.
          isLive = false;
          if (!stop.signal.aborted) setState(lost);
        })
        .finally(() => {
          under = null;
          if (stop.signal.aborted) return;
          if (again) {
            again = false;
            look();
          } else timer = window.setTimeout(look, isLive ? CALM_MS : POLL_MS);
        });
    };
    const source = new EventSource(`/api/halls/${encodeURIComponent(code)}/tickets/stream`);
    source.addEventListener('open', () => {
      isLive = true;
      look();
    });
    source.addEventListener('message', () => {
      isLive = true;
      look();
    });
    source.addEventListener('error', () => {
      isLive = false;
    });
    // A pulled plug closes no stream either, and the browser knows of it at once.
    window.addEventListener('offline', look);
    window.addEventListener('online', look);
    look();
    return () => {
      stop.abort();
      window.removeEventListener('offline', look);
      window.removeEventListener('online', look);
      window.clearTimeout(timer);
      source.close();
    };
  }, [code]);
  return state;
}

/** What was read last stays on the wall, and says that it is old. */
function lost(old: HallState): HallState {
  return old.state === 'ready' ? { ...old, stale: true } : { state: 'failed', words: '网络中断，读不到叫号。连上后自动显示。' };
}
