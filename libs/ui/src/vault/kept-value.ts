import { useCallback, useRef, useState } from 'react';
import { vault } from './vault.js';

const PREFIX = 'value:';

/**
 * What is being entered in a form of several parts, as `useKeptWords` keeps words: it outlasts its screen and a reload, sealed, and is gone
 * with the session.
 * @param about one for each record and purpose, e.g. `<case id>:arrivals`
 * @param none what stands there when nothing was kept; setting this very value keeps nothing, as after the form was sent
 * @returns the value, and what changes it: another value, or a function of the one before
 */
export function useKeptValue<T>(about: string, none: T): readonly [T, (next: T | ((now: T) => T)) => void] {
  const [first] = useState(none);
  const [value, setValue] = useState(() => (vault.get(PREFIX + about) ?? none) as T);
  const latest = useRef(value);
  const change = useCallback(
    (next: T | ((now: T) => T)) => {
      const changed = typeof next === 'function' ? (next as (now: T) => T)(latest.current) : next;
      latest.current = changed;
      setValue(() => changed);
      if (changed === first) vault.remove(PREFIX + about);
      else vault.put(PREFIX + about, changed);
    },
    [about, first],
  );
  return [value, change];
}

/** It has been sent: the next one who opens the form begins anew. */
export function forgetValue(about: string): void {
  vault.remove(PREFIX + about);
}
