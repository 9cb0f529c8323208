import { useEffect, useState } from 'react';

const STEP_MS = { second: 1000, minute: 60_000 } as const;

/**
 * The present moment, renewed at each full second or minute of the wall clock.
 * @param every how often the screen needs it
 */
export function useNow(every: keyof typeof STEP_MS = 'minute'): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const step = STEP_MS[every];
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          setNow(new Date());
          wait();
        },
        step - (Date.now() % step) + 5,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [every]);
  return now;
}
