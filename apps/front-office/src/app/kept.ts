import { type IntentionShelf, type OpenIntention, problemOf } from '@onewindow/api-client';
import { vault } from '@onewindow/ui';
import { hashKey, type QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client.js';

const PREFIX = 'answer:';
/** The session, the last few cases and their items: more than a counter has open. */
const MOST_ANSWERS = 16;
interface KeptAnswer {
  at: number;
  data: unknown;
}
const isKeptAnswer = (value: unknown): value is KeptAnswer =>
  typeof value === 'object' && value !== null && 'at' in value && 'data' in value;
const ageOf = (name: string): number => {
  const kept = vault.get(name);
  return isKeptAnswer(kept) ? kept.at : 0;
};

/** Keeps the newest answer of every query that asks for it by `meta.keep`, whoever put it into the cache. */
export function keepAnswers(): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || !event.query.meta?.keep) return;
    const { data } = event.query.state;
    if (data === undefined) return;
    // Nobody is signed in any more: the session of before must not come back when the server is away.
    if (data === null) return vault.remove(PREFIX + event.query.queryHash);
    vault.put(PREFIX + event.query.queryHash, { at: Date.now(), data } satisfies KeptAnswer);
    const names = vault.names(PREFIX);
    if (names.length <= MOST_ANSWERS) return;
    const oldest = names.toSorted((a, b) => ageOf(a) - ageOf(b)).slice(0, names.length - MOST_ANSWERS);
    for (const name of oldest) vault.remove(name);
  });
}

/**
 * True when nobody on the other side has given an answer: the line, or a proxy before a server that is gone. Also a server that says 503 itself:
 * there the outcome is known, but nothing can be read.
 */
export function isAway(error: unknown): boolean {
  const { outcomeUnknown, status } = problemOf(error);
  return outcomeUnknown || status === 503;
}

/** The server's answer; while the server is gone the last one that this session heard, if any. */
export async function readOrKept<T>(key: QueryKey, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isAway(error)) throw error;
    const known = queryClient.getQueryData<T>(key);
    if (known !== undefined && known !== null) return known;
    const kept = vault.get(PREFIX + hashKey(key));
    if (isKeptAnswer(kept)) return kept.data as T;
    throw error;
  }
}

/** The intention of beginning a case. */
export const OPEN_DRAFT = 'open-draft';

/** A place for the key of an intention that a reload must not lose. */
export function shelfOf(intention: string): IntentionShelf {
  const name = `intention:${intention}`;
  return {
    read: () => (vault.get(name) ?? null) as OpenIntention | null,
    keep: (open) => {
      if (open) vault.put(name, open);
      else vault.remove(name);
      return vault.settled();
    },
  };
}

/** Names in the vault: what of a draft had not reached the server, by the case's id. */
export const UNSENT = 'unsent:';
