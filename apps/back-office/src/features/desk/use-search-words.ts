import { useEffect, useState } from 'react';
import { searchProblem } from '../../app/search-words.js';

const SEARCH_AFTER_MS = 300;

/** The words of a search field. */
export interface SearchWords {
  readonly typed: string;
  /** Why they are not searched for, in Chinese; null where they are. */
  readonly problem: string | null;
  readonly type: (typed: string) => void;
  /** At once, without the rest. Does nothing where there is a problem. */
  readonly search: () => void;
  /** Back to what the address says. */
  readonly giveUp: () => void;
}

/** What is typed into the search of a list: it is looked for after a short rest, and follows the address when that changes elsewhere. */
export function useSearchWords(value: string, onSearch: (q: string) => void): SearchWords {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  /** What was searched for from here: its coming back is no news, and must not take away what was typed meanwhile. */
  const [sent, setSent] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setSent(value);
    if (value !== sent) setTyped(value);
  }
  const wanted = typed.trim();
  const problem = searchProblem(wanted);
  useEffect(() => {
    if (wanted === value || problem !== null) return;
    const timer = setTimeout(() => {
      setSent(wanted);
      onSearch(wanted);
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted, problem, value, onSearch]);
  const search = () => {
    if (problem !== null) return;
    setSent(wanted);
    onSearch(wanted);
  };
  return { typed, problem, type: setTyped, search, giveUp: () => setTyped(value) };
}
