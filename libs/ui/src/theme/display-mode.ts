import { useSyncExternalStore } from 'react';
import { WIDE_FROM, type ScreenSize } from './tokens.js';

const KEY = 'ow.large-type';
const listeners = new Set<() => void>();
const wideQuery = `(min-width: ${WIDE_FROM}px)`;
/** Kept in memory when the browser refuses storage (private window, policy). */
let remembered: boolean | undefined;

function readLargeType(): boolean {
  if (remembered !== undefined) return remembered;
  try {
    remembered = window.localStorage.getItem(KEY) === '1';
  } catch {
    remembered = false;
  }
  return remembered;
}

/** Turns 大字模式 on or off for this machine and keeps the choice. */
export function setLargeType(on: boolean): void {
  remembered = on;
  try {
    window.localStorage.setItem(KEY, on ? '1' : '0');
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** True while 大字模式 is on. */
export function isLargeType(): boolean {
  return readLargeType();
}

function currentSize(): ScreenSize {
  if (readLargeType()) return 'large';
  return window.matchMedia(wideQuery).matches ? 'wide' : 'narrow';
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(wideQuery);
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY) return;
    remembered = undefined;
    listener();
  };
  listeners.add(listener);
  media.addEventListener('change', listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The screen size in force: `large` in 大字模式, else by the window's width. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(subscribe, currentSize, () => 'narrow');
}
