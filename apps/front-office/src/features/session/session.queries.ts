import { ProblemError } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { queryOptions } from '@tanstack/react-query';
import { vault, wasEndedHere } from '@onewindow/ui';
import { api, SESSION_KEY, signOutOf } from '../../app/api.js';
import { readOrKept } from '../../app/kept.js';

/** Who is signed in; null is nobody. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await readOrKept(SESSION_KEY, () => api.getSession({}, { signal }));
        if (await wasEndedHere(session.csrfToken, signOutOf)) return null;
        await vault.enter(session);
        return session;
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
    meta: { keep: true },
  });

/** Counters, demonstration accounts and the announcement of the day. */
export const signInPageQuery = () =>
  queryOptions({
    queryKey: ['sign-in-page'] as const,
    queryFn: ({ signal }) => api.signInPage({}, { signal }),
    staleTime: 5 * 60_000,
  });
