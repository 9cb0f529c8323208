import { useLayoutEffect, useRef } from 'react';
import type { ScanHandler } from './dispatcher.js';
import { useKeyContext } from './key-context.js';

/**
 * Receives what a scanner reads while the component is on the screen: a burst of at least six characters, at most 35 ms apart,
 * ended by Enter, with no words of an input method between them. It never triggers a verb; an input that had the focus is put back as it
 * was, unless it is marked `data-ow-scan`. The newest handler is asked first; returning false passes the text on.
 */
export function useScanner(handler: ScanHandler, enabled = true): void {
  const { dispatcher } = useKeyContext();
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  useLayoutEffect(() => {
    if (!enabled) return;
    return dispatcher.addScanner((text) => latest.current(text));
  }, [dispatcher, enabled]);
}
