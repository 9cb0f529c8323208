import { useCallback, useState } from 'react';
import { vault } from './vault.js';

const PREFIX = 'words:';

/**
 * What is being written in a panel. It outlasts the panel, closed by mistake with its words in it, and a reload; as all in the vault it is
 * sealed, and gone with the session.
 * @param about one for each record and purpose, e.g. `<task id>:deny`
 * @param first what stands there when nothing was kept
 * @returns the words, and what changes them; empty ones are no longer kept
 */
export function useKeptWords(about: string, first = ''): readonly [string, (words: string) => void] {
  const [words, setWords] = useState(() => keptWords(about) ?? first);
  const change = useCallback(
    (next: string) => {
      setWords(next);
      if (next === '') forgetWords(about);
      else vault.put(PREFIX + about, next);
    },
    [about],
  );
  return [words, change];
}

/**
 * Words behind a button that opens their field; kept ones open it again.
 * @param about as of `useKeptWords`
 * @returns null while the field is closed, and what changes it; null closes it and keeps nothing
 */
export function useKeptAnswer(about: string): readonly [string | null, (words: string | null) => void] {
  const [kept, keep] = useKeptWords(about);
  const [words, setWords] = useState(kept === '' ? null : kept);
  const change = useCallback(
    (next: string | null) => {
      setWords(next);
      keep(next ?? '');
    },
    [keep],
  );
  return [words, change];
}

/** The words have been sent: the next one who opens the panel begins anew. */
export function forgetWords(about: string): void {
  vault.remove(PREFIX + about);
}

function keptWords(about: string): string | null {
  const kept = vault.get(PREFIX + about);
  return typeof kept === 'string' ? kept : null;
}
