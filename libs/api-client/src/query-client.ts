import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.js';
import './query-meta.js';

/** Reads are tried again when the line breaks, never when the server has given its word. */
function shouldRetry(failures: number, error: Error): boolean {
  return error instanceof ProblemError && error.outcomeUnknown && failures < 2;
}

/**
 * One cache for the tab. Live topics make data stale, so time does not; a window that comes back reads anew all the same.
 * @returns a new cache: an application makes one and keeps it
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 30_000, refetchOnWindowFocus: 'always', networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
