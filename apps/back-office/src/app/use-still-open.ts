import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * For an answer that comes late: whoever has gone on to another row, or to another screen, is not taken away from there.
 * @param openId the row of the address
 * @returns whether one of these is open at this moment, undefined standing for none; false once the screen is gone
 */
export function useStillOpen(openId: string | undefined): (...ids: (string | undefined)[]) => boolean {
  const now = useRef<{ id: string | undefined } | null>(null);
  useLayoutEffect(() => {
    now.current = { id: openId };
    return () => {
      now.current = null;
    };
  }, [openId]);
  return useCallback((...ids) => now.current !== null && ids.includes(now.current.id), []);
}
