import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * For a panel that opens by a key: the keyboard is in it, the next Tab leads to its first field, unless that has the focus already.
 * The element needs `tabIndex={-1}` and must be drawn from the beginning.
 */
export function usePlaceFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  // With the panel itself, not after it is painted: what is typed at the sight of it lands in it.
  useLayoutEffect(() => {
    if (!place.current?.contains(document.activeElement)) place.current?.focus({ preventScroll: true });
  }, []);
  return place;
}
