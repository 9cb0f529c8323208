import { useSyncExternalStore } from 'react';

let connected = true;
const listeners = new Set<() => void>();

/** Told by the live stream: does the line to the server stand? */
export function setConnected(now: boolean): void {
  if (connected === now) return;
  connected = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** False while the line to the server is broken. */
export function useConnected(): boolean {
  return useSyncExternalStore(subscribe, () => connected);
}
