import { endSession, type SessionEnd, vault } from '@onewindow/ui';
import { currentSession, SESSION_KEY, signOutOf } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';

/** Ends the session and loads the page anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  const session = currentSession();
  if (session) await endSession({ csrfToken: session.csrfToken, leave: () => vault.wipe(), send: signOutOf });
  window.location.assign('/front/');
}

/** The session that ends by itself: the sign-in page comes over the work. */
export const sessionEnd: SessionEnd = {
  send: signOutOf,
  onEnded: () => queryClient.setQueryData(SESSION_KEY, null),
  onForgotten: () => void queryClient.invalidateQueries({ queryKey: SESSION_KEY }),
};
