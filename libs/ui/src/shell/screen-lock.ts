import { useSyncExternalStore } from 'react';

const KEY = 'ow.locked';
const watchers = new Set<() => void>();
/** Stands in where the browser keeps nothing: a reload asks for the session anyway. */
let lockedHere = false;

/** Is the screen of this browser locked? Every tab of both applications is, or none. */
export function isScreenLocked(): boolean {
  try {
    return window.localStorage.getItem(KEY) === '1';
  } catch {
    return lockedHere;
  }
}

function keep(locked: boolean): void {
  lockedHere = locked;
  try {
    if (locked) window.localStorage.setItem(KEY, '1');
    else window.localStorage.removeItem(KEY);
  } catch {
    // Then it is this tab's alone.
  }
  for (const watcher of watchers) watcher();
}

/** Locks every tab, and those opened from now on. */
export function lockScreen(): void {
  keep(true);
}

/** The password was given, or somebody signed in: a lock does not meet the next person. A sign-out leaves it, for the tabs that follow a moment later. */
export function unlockScreen(): void {
  keep(false);
}

function watch(onChange: () => void): () => void {
  // Told by the other tabs alone; a null key is a storage that was emptied.
  const heard = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) onChange();
  };
  watchers.add(onChange);
  window.addEventListener('storage', heard);
  return () => {
    watchers.delete(onChange);
    window.removeEventListener('storage', heard);
  };
}

/** `isScreenLocked`, followed while the component is on the screen. */
export function useScreenLocked(): boolean {
  return useSyncExternalStore(watch, isScreenLocked);
}
