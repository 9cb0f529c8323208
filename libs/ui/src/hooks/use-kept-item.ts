import { useState } from 'react';

/**
 * The item that words are being written about: it stays beside its list though somebody else, or a second tab, has dealt with it meanwhile.
 * @param shown the item that the list has open; null without one
 * @param isGone whether one that was open has left the list, and nobody has opened another since
 * @returns the item to show; `stays` when it is no longer in the list; `setWriting` is told whether something is being written
 */
export function useKeptItem<T>(shown: T | null, isGone: (kept: T) => boolean) {
  const [isWriting, setWriting] = useState(false);
  const [kept, setKept] = useState(shown);
  const stays = isWriting && kept !== null && isGone(kept);
  if (!stays && kept !== shown) setKept(shown);
  return { item: stays ? kept : shown, stays, setWriting };
}
