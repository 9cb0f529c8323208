import type { Query } from '@tanstack/react-query';

/** Topics of a query: names (`supervision`), kinds (`department` hears every `department:…`), or what its data says. */
export type QueryTopics = readonly string[] | ((data: unknown) => readonly string[]);

declare module '@tanstack/react-query' {
  interface Register {
    /** `keep`: the last answer is kept in the browser, sealed, to go on with while the server is gone. */
    queryMeta: { topics?: QueryTopics; keep?: boolean };
  }
}

/**
 * Does a live message concern this query?
 * @param topics topics of the message, `kind:id` or a bare name
 */
export function concerns(query: Pick<Query, 'meta' | 'state'>, topics: ReadonlySet<string>): boolean {
  const wanted = query.meta?.topics;
  if (wanted === undefined) return false;
  const names = typeof wanted === 'function' ? (query.state.data === undefined ? [] : wanted(query.state.data)) : wanted;
  return names.some((name) => topics.has(name) || (!name.includes(':') && hasKind(topics, name)));
}

function hasKind(topics: ReadonlySet<string>, kind: string): boolean {
  for (const topic of topics) if (topic.startsWith(`${kind}:`)) return true;
  return false;
}
