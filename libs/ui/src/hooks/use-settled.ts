import { useEffect, useState } from 'react';

/** As long as nobody who presses a key twice takes: what came up between the two presses was not meant by the second. */
export const SETTLE_MS = 600;

/**
 * Whether what stands under the finger has stood there long enough to be meant. The first `key` counts as settled; after each change, also back to
 * an earlier one, it takes `ms` milliseconds anew. Where it is false the action is `busy`: it stays in place and takes no press.
 * @param key names what would be done: the main step of a case, the id of the record that is decided
 */
export function useSettled(key: string | number | null, ms: number = SETTLE_MS): boolean {
  const [stands, setStands] = useState({ key, settled: true });
  // In the same rendering: a button that is seen with its new meaning must not take one press with it.
  if (stands.key !== key) setStands({ key, settled: false });
  useEffect(() => {
    if (stands.settled) return;
    const timer = setTimeout(() => setStands({ key: stands.key, settled: true }), ms);
    return () => clearTimeout(timer);
  }, [stands, ms]);
  return stands.settled && stands.key === key;
}
