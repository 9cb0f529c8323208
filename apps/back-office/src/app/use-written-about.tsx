import type { ReactNode } from 'react';
import { type Unsent, UnsentWords } from './unsent-words.js';
import { useWrittenIds } from './use-written-ids.js';

export interface WrittenAbout<T> {
  /** Those that wait for an answer, and those that somebody here is writing about although they wait no more. */
  shown: readonly T[];
  unsentOf: (one: T) => Unsent;
}

/**
 * Forms about things that wait for an answer: one that was answered elsewhere meanwhile, in a second tab or by somebody else, stays with what
 * was written about it, and with a sentence that says who answered, until that has been seen.
 * @param all also those that were answered
 * @param settled of one that waits no more, who ended it; without the full stop
 */
export function useWrittenAbout<T extends { readonly id: string }>(
  all: readonly T[],
  waits: (one: T) => boolean,
  settled: (one: T) => ReactNode,
): WrittenAbout<T> {
  const [written, note] = useWrittenIds();
  return {
    shown: all.filter((one) => waits(one) || written.includes(one.id)),
    unsentOf: (one) => ({
      onWriting: (isWriting) => note(one.id, isWriting),
      told: waits(one) ? null : <UnsentWords onSeen={() => note(one.id, false)}>{settled(one)}</UnsentWords>,
    }),
  };
}
