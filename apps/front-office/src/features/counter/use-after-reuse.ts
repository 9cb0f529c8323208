import { focusKind } from '@onewindow/ui';
import { useCallback, useEffect, useRef } from 'react';
import type { Missing } from './what-is-missing.js';

/**
 * The last paper was taken from the shelf: on to the first thing that is missing, once no paper is. Whoever has gone on by hand in between is not
 * led away from where they are.
 * @returns notes that papers were just reused, or, with false, that something else was answered
 */
export function useAfterReuse(missing: readonly Pick<Missing, 'kind'>[], goOn: () => void): (reused: boolean) => void {
  const justReused = useRef(false);
  useEffect(() => {
    const forget = () => (justReused.current = false);
    window.addEventListener('keydown', forget, true);
    window.addEventListener('pointerdown', forget, true);
    return () => {
      window.removeEventListener('keydown', forget, true);
      window.removeEventListener('pointerdown', forget, true);
    };
  }, []);
  useEffect(() => {
    if (!justReused.current || missing.some(({ kind }) => kind === 'material')) return;
    justReused.current = false;
    if (focusKind(document.activeElement) !== 'text') goOn();
  }, [missing, goOn]);
  return useCallback((reused) => void (justReused.current = reused), []);
}
