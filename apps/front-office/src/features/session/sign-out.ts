import { ProblemError } from '@onewindow/api-client';
import { vault } from '@onewindow/ui';
import { api } from '../../app/api.js';

/** Ends the session and loads the page anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await vault.wipe();
  try {
    await api.signOut({});
  } catch (error) {
    // Without a line the session ends by itself; this machine forgets it now.
    if (!(error instanceof ProblemError)) throw error;
  }
  window.location.assign('/front/');
}
