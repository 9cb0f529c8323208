import { useState } from 'react';

/** Whether nothing has been begun since. */
export type StillLatest = () => boolean;

/** Questions whose answers may come in another order than they were asked. */
export interface Turns {
  /** A new question, or another subject: the answer to what was begun before is no longer wanted. */
  begin: () => StillLatest;
  /** Begins nothing: for an answer that is wanted as long as its subject is the one before the user. */
  watch: () => StillLatest;
}

/** Turns outside a component, for what the whole application shares. */
export function createTurns(): Turns {
  let last = 0;
  const watch = (): StillLatest => {
    const own = last;
    return () => own === last;
  };
  const begin = (): StillLatest => {
    last += 1;
    return watch();
  };
  return { begin, watch };
}

/**
 * Turns of a component: an answer that has been overtaken is dropped, and never replaces what was asked for later.
 * @returns the same turns in every rendering
 */
export function useLatest(): Turns {
  const [turns] = useState(createTurns);
  return turns;
}
