import { endSession, vault } from '@onewindow/ui';
import { currentSession, signOutOf } from '../../app/api.js';

/** Ends the session and loads the page anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  const session = currentSession();
  if (session) await endSession({ csrfToken: session.csrfToken, leave: () => vault.wipe(), send: signOutOf });
  window.location.assign('/front/');
}
