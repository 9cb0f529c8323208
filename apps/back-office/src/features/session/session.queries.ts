import { ProblemError } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { endSession, type SessionEnd, unlockScreen, vault, wasEndedHere } from '@onewindow/ui';
import { api, currentCsrfToken, SESSION_KEY, signOutOf } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { SHEET_PAGE } from '../../app/task-sheet.js';

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await api.getSession(undefined, { signal });
      if (await wasEndedHere(session.csrfToken, signOutOf)) return null;
      // Somebody else signed in, in another tab.
      if (lastStaffId !== null && lastStaffId !== session.staff.id) forgetEverything();
      await vault.enter(session);
      lastStaffId = session.staff.id;
      return session;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      // The line is down, and another tab has signed out: what is known here ends with it.
      const known = currentCsrfToken();
      if (known !== null && (await wasEndedHere(known, signOutOf))) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
});

export const signInPageQuery = queryOptions({
  queryKey: ['sign-in-page'],
  queryFn: ({ signal }) => api.signInPage(undefined, { signal }),
});

/** Of another person nothing may stay on this screen. */
let lastStaffId: string | null = null;

/** Forgets everything read so far but the session itself, which the gate watches. */
function forgetEverything(): void {
  queryClient.getMutationCache().clear();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

/** Makes the answer of a sign-in the session of this tab. */
export async function startSession(session: Session): Promise<void> {
  unlockScreen();
  if (lastStaffId !== session.staff.id) {
    forgetEverything();
    await vault.wipe();
  }
  await vault.enter(session);
  lastStaffId = session.staff.id;
  queryClient.setQueryData(SESSION_KEY, session);
}

/** Ends the session; the screen is left also where the server cannot be told: the person walks away. */
export async function signOut(): Promise<void> {
  const csrfToken = currentCsrfToken();
  const leave = async () => {
    await vault.wipe();
    lastStaffId = null;
    queryClient.setQueryData(SESSION_KEY, null);
    forgetEverything();
  };
  if (csrfToken !== null) await endSession({ csrfToken, leave, send: signOutOf });
}

/** The session that ends by itself: the same person finds what they were writing. */
export const sessionEnd: SessionEnd = {
  send: signOutOf,
  onEnded: () => queryClient.setQueryData(SESSION_KEY, null),
  onForgotten: () => void queryClient.invalidateQueries({ queryKey: SESSION_KEY }),
};

/** Checks the password of the locked screen; throws the sentence to show. */
export async function unlock(password: string): Promise<void> {
  await api.unlock({ body: { password } });
}

/** The session of the signed-in person; only below the session gate. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession needs <SessionGate> around it.');
  return data;
}

const MESSAGE_TOPICS = ['staff'] as const;

/** How many messages are unread: 改派 tells both officers. */
export const notificationsSummaryQuery = queryOptions({
  queryKey: ['notifications', 'summary'],
  queryFn: ({ signal }) => api.myNotifications({ query: { limit: 1 } }, { signal }),
  meta: { topics: MESSAGE_TOPICS },
});

/** The messages for a sheet. */
export const notificationsPage = (cursor: string | null) =>
  api.myNotifications({ query: { limit: SHEET_PAGE, ...(cursor ? { cursor } : {}) } });

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam, signal }) =>
    api.myNotifications({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  meta: { topics: MESSAGE_TOPICS },
});
