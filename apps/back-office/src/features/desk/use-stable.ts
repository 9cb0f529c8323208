import { useCallback, useEffect, useRef } from 'react';

/** The same function for as long as the component lives, that does what the latest one does: what is drawn with it need not be drawn anew. */
export function useStable<Args extends unknown[], Result>(latest: (...args: Args) => Result): (...args: Args) => Result {
  const kept = useRef(latest);
  useEffect(() => {
    kept.current = latest;
  });
  return useCallback((...args: Args) => kept.current(...args), []);
}
